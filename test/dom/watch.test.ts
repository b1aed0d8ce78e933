import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

interface Log {
  readonly asked: string[][];
  readonly painted: string[];
}

declare global {
  var log: { asked: string[][] };
  var life: AbortController;
}

/** Reads a page whose worker marks every “Name” and “Surname”, the latter with conditions, and notes what it was asked. */
async function read(page: Page, failures = 0): Promise<() => Promise<Log>> {
  await inject(page);
  await page.evaluate((failures) => {
    globalThis.log = { asked: [] };
    globalThis.life = new AbortController();
    stages.annotate(
      document,
      { title: "" },
      {
        signal: globalThis.life.signal,
        choices: stages.usualChoices,
        onMarks: () => {},
        onError: () => {},
        findMentions: async (passages, _, evidence) => {
          globalThis.log.asked.push(passages.map(({ text }) => text.trim()));
          if (failures-- > 0) throw new Error("no answer");
          const mentions = Object.fromEntries(
            passages.map(({ id, text }) => [
              id,
              [...text.matchAll(/Name/g)].map(({ index }) => ({ actor: "a", start: index, end: index + 4 })),
            ]),
          );
          return { mentions, evidence, revised: {}, kinds: {} };
        },
      },
    );
  }, failures);
  return () =>
    page.evaluate(() => ({
      asked: globalThis.log.asked,
      painted: [...(CSS.highlights.get("dramatis-underline") ?? [])].map(
        (range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? "",
      ),
    }));
}

async function settle(state: () => Promise<Log>, questions: number): Promise<Log> {
  return until(`question ${questions}`, async () => {
    const log = await state();
    return log.asked.length >= questions && log;
  });
}

inEachBrowser(
  "following changes",
  (stage) => {
    const open = (html: string) => stage.open(`<!doctype html><body>${html}`);

    it("sends no unchanged block again, whatever changes beside it", async () => {
      const page = await open("<div id=a><p>One Name</p><p>Two Name</p></div>");
      const state = await read(page);
      expect((await settle(state, 1)).asked).toEqual([["One Name", "Two Name"]]);
      await page.evaluate(() => document.querySelector("#a")?.insertAdjacentHTML("afterbegin", "<p>Three Name</p>"));
      const { asked, painted } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Three Name"]]);
      expect(painted).toEqual(["Name", "Name", "Name"]);
    });

    it("keeps what it knows of text that the page builds anew", async () => {
      const page = await open("<div id=a><p>One Name</p></div>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => {
        const all = document.querySelector("#a") as HTMLElement;
        all.innerHTML = "<section><p>One <b>Name</b></p></section><p>Another Name</p>";
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Another Name"]]);
      await until("both painted", async () => (await state()).painted.length === 2);
    });

    it("asks once for a burst of changes", async () => {
      const page = await open("<div id=a></div><p>First Name</p>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(async () => {
        for (let i = 0; i < 20; i++) {
          document.querySelector("#a")?.insertAdjacentHTML("beforeend", `<p>Name ${i} text</p>`);
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1).flat()).toHaveLength(20);
      expect(asked.length).toBe(2);
    });

    it("takes away the marks of text that is removed or hidden, and reads text that is shown", async () => {
      const page = await open("<p id=a>One Name</p><p id=b>Two Name</p><p id=c hidden>Three Name</p>");
      const state = await read(page);
      expect((await settle(state, 1)).asked).toEqual([["One Name", "Two Name"]]);
      await page.evaluate(() => {
        document.querySelector("#a")?.remove();
        document.querySelector("#b")?.setAttribute("hidden", "");
        document.querySelector("#c")?.removeAttribute("hidden");
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Three Name"]]);
      await until("one mark", async () => (await state()).painted.length === 1);
    });

    it("leaves a place alone that never stops changing", async () => {
      const page = await open("<p>One Name</p><p id=clock>Name 0 text</p>");
      const state = await read(page);
      await settle(state, 1);
      const questions = await page.evaluate(async () => {
        const clock = document.querySelector("#clock")?.firstChild as Text;
        for (let i = 1; i <= 30; i++) {
          const before = globalThis.log.asked.length;
          clock.data = `Name ${i} text`;
          for (let waited = 0; globalThis.log.asked.length === before && waited < 30; waited++)
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return globalThis.log.asked.length - 1;
      });
      expect(questions).toBeGreaterThan(15);
      expect(questions).toBeLessThan(25);
    });

    it("goes on with the rest of a place where something never stops changing", async () => {
      const page = await open("<div id=live>Updated 0 Name<p>One Name</p></div>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(async () => {
        const live = document.querySelector("#live") as Element;
        for (let i = 1; i <= 30; i++) {
          const before = globalThis.log.asked.length;
          (live.firstChild as Text).data = `Updated ${i} Name`;
          for (let waited = 0; globalThis.log.asked.length === before && waited < 20; waited++)
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        live.insertAdjacentHTML("beforeend", "<p>Another Name</p>");
      });
      await until("the new paragraph", async () => (await state()).asked.at(-1)?.[0] === "Another Name");
    });

    it("counts a change of many lines at one place as one change", async () => {
      const lines = (word: string) => Array.from({ length: 25 }, (_, i) => `${word} ${i} Name`).join("<br><br>");
      const page = await open(`<div id=a>${lines("One")}</div>`);
      const state = await read(page);
      await settle(state, 1);
      for (const [n, word] of ["Two", "Three"].entries()) {
        await page.evaluate((html) => {
          (document.querySelector("#a") as Element).innerHTML = html;
        }, lines(word));
        await settle(state, n + 2);
      }
      expect((await state()).asked.at(-1)?.[0]).toBe("Three 0 Name");
      await until("all marks", async () => (await state()).painted.length === 25);
    });

    it("reads a component that is inserted later, and one that gets its root later", async () => {
      const page = await open("<p>One Name</p><x-late></x-late>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => {
        const host = document.createElement("x-now");
        host.attachShadow({ mode: "open" }).innerHTML = "loose Name <p>Two Name</p>";
        document.body.append(host);
      });
      expect((await settle(state, 2)).asked.slice(1).flat().sort()).toEqual(["Two Name", "loose Name"]);
      await page.evaluate(() => {
        const root = document.querySelector("x-late")?.attachShadow({ mode: "open" });
        if (root) root.innerHTML = "<p>Three Name</p>";
        document.body.append("Four Name");
      });
      const { asked } = await settle(state, 3);
      expect(asked.slice(2).flat().sort()).toEqual(["Four Name", "Three Name"]);
    });

    it("reads an article that comes in pieces after something else was there", async () => {
      const notice = "A word of the publisher to all readers of this site. ".repeat(3);
      const page = await open(`<div class=top><p>${notice}</p></div><div id=story></div>`);
      await inject(page);
      const pieces = await page.evaluate(async () => {
        const text = new stages.PageText();
        let next = () => {};
        const listener = { stale() {}, frame() {}, wantsFurniture: () => true, changed: () => next() };
        stages.watchText(document, text, listener, new AbortController().signal);
        for (const n of [1, 2, 3]) {
          const words = `Piece ${n}. ${"A sentence of the story itself that goes on for a while. ".repeat(4)}`;
          const read = new Promise<void>((resolve) => {
            next = resolve;
          });
          document.querySelector("#story")?.append(Object.assign(document.createElement("p"), { textContent: words }));
          await read;
        }
        return [...text.blocks].filter(({ zone }) => zone === "body").map(({ text }) => text.slice(0, 8));
      });
      expect(pieces.sort()).toEqual(["A word o", "Piece 1.", "Piece 2.", "Piece 3."]);
    });

    it("reads menus only while they are wanted, and then all there are", async () => {
      const page = await open(
        "<nav><p id=a>One Name</p></nav><div id=b><p>Two Name</p></div><aside>Three Name</aside>",
      );
      await inject(page);
      const read = await page.evaluate(() => {
        const text = new stages.PageText();
        let isWanted = false;
        const listener = { stale() {}, frame() {}, wantsFurniture: () => isWanted, changed() {} };
        const readAll = stages.watchText(document, text, listener, new AbortController().signal);
        const texts = () => [...text.blocks].map(({ id, text }) => `${id} ${text}`);
        const first = texts();
        isWanted = true;
        readAll();
        return [first, texts()];
      });
      expect(read).toEqual([["0 Two Name"], ["-2 One Name", "0 Two Name", "-3 Three Name"]]);
    });

    it("takes no teasers for the article when menus are wanted, and lets go of all when they are not", async () => {
      const line = "A sentence of the story that names nobody and goes on for a good while. ".repeat(3);
      const teaser =
        "<div><h3>A teaser</h3><p>What a teaser says of something else, in a hundred characters of plain words and no more.</p></div>";
      const page = await open(
        `<main><article>${`<p>${line}</p>`.repeat(12)}</article><section><h2>More</h2>${teaser.repeat(7)}</section></main>`,
      );
      await inject(page);
      const [first, wanted, unwanted] = await page.evaluate(() => {
        const text = new stages.PageText();
        let isWanted = false;
        const listener = { stale() {}, frame() {}, wantsFurniture: () => isWanted, changed() {} };
        const readAll = stages.watchText(document, text, listener, new AbortController().signal);
        const zones = () => [...text.blocks].map(({ id, zone }) => `${id} ${zone}`);
        return [false, true, false].map((isWantedNow, i) => {
          isWanted = isWantedNow;
          if (i) readAll();
          return zones();
        });
      });
      expect(new Set(first?.map((block) => block.split(" ")[1]))).toEqual(new Set(["body", "furniture"]));
      expect(wanted).toEqual(first);
      expect(unwanted).toEqual(first);
    });

    it("takes the page's title for none of its text when it changes", async () => {
      const page = await open("<p>One Name</p><p id=a></p>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => {
        document.title = "Another Name";
        (document.querySelector("#a") as Element).textContent = "Two Name";
      });
      expect((await settle(state, 2)).asked).toEqual([["One Name"], ["Two Name"]]);
    });

    it("reads on past what answers otherwise than it should", async () => {
      const page = await open("<div id=a></div><form><input name=matches><p>One Name</p></form><p>Two Name</p>");
      await page.evaluate(() => {
        const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
        document.querySelector("#a")?.append(group);
        group.append("Three Name");
      });
      const state = await read(page);
      expect((await settle(state, 1)).asked).toEqual([["Three Name", "Two Name"]]);
    });

    it("lets go of what moves into a menu", async () => {
      const page = await open("<nav></nav><p id=a>One Name</p><p>Two Name</p>");
      const state = await read(page);
      expect((await settle(state, 1)).painted).toEqual(["Name", "Name"]);
      await page.evaluate(() => document.querySelector("nav")?.append(document.querySelector("#a") as Element));
      await until("one mark", async () => (await state()).painted.length === 1);
      await page.evaluate(() => document.body.append(document.querySelector("#a") as Element));
      expect((await settle(state, 2)).asked[1]).toEqual(["One Name"]);
      await until("two marks", async () => (await state()).painted.length === 2);
    });

    it("reads on in a page that never rests", async () => {
      const page = await open("<p>One Name</p><div id=a></div>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => {
        let n = 0;
        const change = () => {
          document
            .querySelector("#a")
            ?.append(Object.assign(document.createElement("i"), { textContent: `Name ${n++} ` }));
          requestAnimationFrame(change);
        };
        change();
      });
      await settle(state, 2);
    });

    it("takes back what it found in teasers that turn out to be the beginning of another article", async () => {
      const prose = (words: string) => `<p>${`${words} and what else there is to tell of it `.repeat(8)}</p>`;
      const page = await open(`<main><h1>Headline</h1>${prose("Something")}</main><div id=b></div>`);
      await inject(page);
      await page.evaluate(() => {
        globalThis.log = { asked: [] };
        stages.annotate(
          document,
          { title: "" },
          {
            signal: new AbortController().signal,
            choices: { ...stages.usualChoices, furniture: true },
            onMarks: () => {},
            onError: () => {},
            async findMentions(passages, _, evidence) {
              const { asked } = globalThis.log;
              const isFirst = !asked.flat().includes("One Name");
              asked.push(passages.map(({ text }) => text));
              const found = passages.filter(({ text }) => isFirst && text === "One Name");
              const mentions = Object.fromEntries(found.map(({ id }) => [id, [{ actor: "a", start: 4, end: 8 }]]));
              return { mentions, evidence, revised: {}, kinds: {} };
            },
          },
        );
      });
      const add = (html: string) =>
        page.evaluate((html) => document.querySelector("#b")?.insertAdjacentHTML("beforeend", html), html);
      const marks = () => page.evaluate(() => CSS.highlights.get("dramatis-underline")?.size);
      const askedTwice = () =>
        page.evaluate(() => globalThis.log.asked.flat().filter((text) => text === "One Name").length === 2);
      await until("the first reading", () => page.evaluate(() => globalThis.log.asked.length > 0));
      await add("<p>One Name</p>");
      await until("the mark", async () => (await marks()) === 1);
      await add(`<h2>Another</h2>${prose("More")}${prose("Yet more")}`);
      await until("the other article", askedTwice);
      await until("no mark", async () => (await marks()) === 0);
    });

    it("takes a surname out where its full name goes while the question about it is under way", async () => {
      const page = await open("<p id=a>Vladimir Full came.</p><p>Then Full left.</p>");
      await inject(page);
      const marked = await page.evaluate(async () => {
        let answered = () => {};
        const inFlight = new Promise<void>((resolve) => {
          answered = resolve;
        });
        let revised = 0;
        const done = new Promise<void>((resolve) => {
          stages.annotate(
            document,
            { title: "" },
            {
              signal: new AbortController().signal,
              choices: stages.usualChoices,
              onMarks: () => resolve(),
              onError: () => {},
              async findMentions(passages, _, evidence) {
                if (!passages.length) {
                  revised++;
                  return { mentions: {}, evidence, revised: { 1: [] }, kinds: {} };
                }
                await inFlight;
                return {
                  mentions: { 0: [], 1: [{ actor: "full", start: 5, end: 9, conditional: true }] },
                  evidence: { 0: "names them in full", 1: "rests on that" },
                  revised: {},
                  kinds: {},
                };
              },
            },
          );
        });
        // Another reader of the same page shows when the removal has been taken in.
        const seen = new Promise<void>((resolve) => {
          let readings = 0;
          const listener = {
            stale() {},
            frame() {},
            wantsFurniture: () => true,
            changed: () => ++readings === 2 && resolve(),
          };
          stages.watchText(document, new stages.PageText(), listener, new AbortController().signal);
        });
        document.querySelector("#a")?.remove();
        await seen;
        answered();
        await done;
        return { revised, size: CSS.highlights.get("dramatis-underline")?.size };
      });
      expect(marked).toEqual({ revised: 1, size: 0 });
    });

    it("takes the marks off text that is moved to where nobody reads", async () => {
      const page = await open("<div id=a><p>One Name</p></div><div id=b contenteditable></div>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => document.querySelector("#b")?.append(document.querySelector("#a") as Element));
      await until("no mark", async () => (await state()).painted.length === 0);
    });

    it.each([
      // In one task: the observer hears of both at once.
      [
        "wrapped and rewritten",
        () => {
          const box = document.createElement("div");
          const text = document.querySelector("#a")?.firstChild as Text;
          box.append(text);
          document.querySelector("#a")?.replaceChildren(box);
          text.data = "Other words by now";
        },
      ],
      [
        "moved, and rewritten a task later",
        async () => {
          const text = document.querySelector("#a")?.firstChild as Text;
          document.querySelector("#b")?.append(text);
          await new Promise((resolve) => setTimeout(resolve));
          text.data = "Other words by now";
        },
      ],
    ])("leaves no mark on other letters where text is %s", async (_, change) => {
      const page = await open("<p id=a>One Name</p><p id=b></p>");
      const state = await read(page);
      await settle(state, 1);
      await until("the mark", async () => (await state()).painted.length === 1);
      const painted = await page.evaluate(async (change) => {
        await new Function(`return (${change})()`)();
        // The next frame is painted as it is now: long before anything is read again.
        await new Promise(requestAnimationFrame);
        return CSS.highlights.get("dramatis-underline")?.size;
      }, String(change));
      expect(painted).toBe(0);
    });

    it("knows the block of a text whose component gets its root when nothing looks for it any more", async () => {
      const page = await open("<p>One <x-late>Name</x-late></p>");
      await inject(page);
      const known = await page.evaluate(() => {
        const text = new stages.PageText();
        const listener = { stale() {}, frame() {}, wantsFurniture: () => true, changed() {} };
        stages.watchText(document, text, listener, new AbortController().signal);
        const host = document.querySelector("x-late") as Element;
        host.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";
        return text.blockOf(host.firstChild as Text)?.text;
      });
      expect(known).toBe("One Name");
    });

    it("goes on after a question that failed", async () => {
      const long = (word: string) => `<p>${word} Name ${"and so on ".repeat(12_000)}</p>`;
      const page = await open(long("One") + long("Two"));
      const state = await read(page, 1);
      await settle(state, 2);
      await until("the other mark", async () => (await state()).painted.length === 1);
    });

    it("puts marks back that the page has cleared, at the next move of the pointer", async () => {
      const page = await open("<p>One Name</p>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => CSS.highlights.clear());
      expect((await state()).painted).toEqual([]);
      await page.mouse.move(300, 300, { steps: 3 });
      await until("the mark", async () => (await state()).painted.length === 1);
    });

    it("leaves nothing behind and asks nothing more once it is over", async () => {
      const page = await open("<p>One Name</p>");
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const state = await read(page);
      await settle(state, 1);
      const left = await page.evaluate(() => {
        globalThis.life.abort();
        return { highlights: [...CSS.highlights.keys()], html: document.documentElement.outerHTML };
      });
      expect(left).toEqual({ highlights: [], html: before });
      // Another reader of the same page shows when the change would have been asked about.
      await page.evaluate(async () => {
        await new Promise<void>((resolve) => {
          let readings = 0;
          const listener = {
            stale() {},
            frame() {},
            wantsFurniture: () => true,
            changed: () => ++readings === 2 && resolve(),
          };
          stages.watchText(document, new stages.PageText(), listener, new AbortController().signal);
          document.body.append("Another Name");
        });
      });
      expect((await state()).asked).toHaveLength(1);
    });
  },
  { extension: false },
);
