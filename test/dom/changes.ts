import { textOf } from "./counted.ts";

/** What may become of the article's paragraphs, one after the other, and what of it has to be asked about. */
export const CHANGES: readonly [what: string, how: () => void, asked: readonly string[]][] = [
  [
    "edited",
    () => {
      (document.querySelector("#p1")?.firstChild as Text).data = "Edited, where ";
    },
    [textOf(1).replace("Paragraph 1", "Edited")],
  ],
  [
    "edited and back again",
    () => {
      const text = document.querySelector("#p2")?.firstChild as Text;
      const { data } = text;
      text.data = "Something else";
      text.data = data;
    },
    [],
  ],
  ["added", () => document.querySelector("#p3")?.insertAdjacentHTML("beforebegin", "<p>Added</p>"), ["Added"]],
  ["added to a line", () => document.querySelector("#p4")?.append(" So Name said."), [`${textOf(4)} So Name said.`]],
  ["removed", () => document.querySelector("#p5")?.remove(), []],
  [
    "built anew",
    () => {
      for (const old of document.querySelectorAll("main > p")) old.replaceWith(old.cloneNode(true));
    },
    [],
  ],
  [
    "built anew, one of them changed",
    () => {
      const before = [...document.querySelectorAll("main > p")];
      const after = before.map((old) => old.cloneNode(true) as Element);
      for (const old of before) old.remove();
      (after[8] as Element).textContent = "Changed on the way";
      document.querySelector("main")?.append(...after);
    },
    ["Changed on the way"],
  ],
  [
    "made of one text",
    () => {
      const before = document.querySelector("#p20") as Element;
      before.textContent = `${before.textContent}`;
    },
    [],
  ],
  [
    "put in a box",
    () => {
      const box = document.createElement("blockquote");
      const before = document.querySelector("#p21") as Element;
      before.replaceWith(box);
      box.append(before);
    },
    [],
  ],
  ["moved", () => document.querySelector("#p40")?.after(document.querySelector("#p22") as Element), []],
  ["hidden", () => document.querySelector("#p23")?.setAttribute("hidden", ""), []],
  ["shown", () => document.querySelector("#p23")?.removeAttribute("hidden"), [textOf(23)]],
  [
    "hidden and shown at once, all of them",
    () => {
      document.querySelector("main")?.setAttribute("hidden", "");
      document.querySelector("main")?.removeAttribute("hidden");
    },
    [],
  ],
  [
    "of another class",
    () => {
      for (const paragraph of document.querySelectorAll("main > p")) paragraph.className = "other";
    },
    [],
  ],
  [
    "judged anew",
    () => {
      reading.page = { title: "What Name said, and why" };
    },
    [],
  ],
  [
    "no longer all that is read",
    () => {
      reading.choices = { ...reading.choices, furniture: true };
    },
    ["Home", "World", "More about Name"],
  ],
];
