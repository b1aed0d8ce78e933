import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

const NAME = "<b>Name</b>";
/** Holds less than what stands in it. */
const BOX = "height: 100px; width: 300px";
const ABOVE = '<div style="height: 200px"></div>';
const below = (style: string, name = NAME) => `<div style="${BOX}; ${style}">${ABOVE}<p>${name}</p></div>`;
const placed = (style: string, name: string) => `<b style="${style}; top: 200px; left: 20px">${name}</b>`;
const shadow = (inside: string, light = "") =>
  `<div id="host"><template shadowrootmode="open">${inside}</template>${light}</div>`;

const CASES: [what: string, html: string, shown: "all" | "nothing" | "half" | "later"][] = [
  ["in a box that lets it stick out", below(""), "all"],
  ["below a scroller's edge", below("overflow: auto"), "later"],
  ["below the edge of what has no scroll bars", below("overflow: hidden"), "nothing"],
  ["below the edge of what cuts off", below("overflow: clip"), "nothing"],
  ["below the edge of what cuts off across only", below("overflow-x: clip"), "all"],
  ["half in a box", `<div style="line-height: 20px; height: 30px; overflow: hidden">A line<br>${NAME}</div>`, "half"],
  ["in an inline element, which cuts off nothing", `<span style="overflow: hidden">${NAME}</span>`, "all"],
  ["in a box that is none", below("overflow: hidden; display: contents"), "all"],
  [
    "placed by something outside the box",
    `<div style="${BOX}; overflow: hidden">${placed("position: absolute", "Name")}</div>`,
    "all",
  ],
  [
    "placed by the box",
    `<div style="${BOX}; overflow: hidden; position: relative">${placed("position: absolute", "Name")}</div>`,
    "nothing",
  ],
  [
    "placed by the window",
    `<div style="${BOX}; overflow: hidden; position: relative">${placed("position: fixed", "Name")}</div>`,
    "all",
  ],
  [
    "placed by a box that is moved",
    `<div style="${BOX}; overflow: hidden; transform: translateY(1px)">${placed("position: fixed", "Name")}</div>`,
    "nothing",
  ],
  [
    "placed within what the window placed",
    `<div style="${BOX}; overflow: hidden"><div style="position: fixed; top: 0; left: 0">${below("overflow: hidden")}</div></div>`,
    "nothing",
  ],
  [
    "in the top layer",
    `<div style="${BOX}; overflow: hidden; transform: translateY(0)">${ABOVE}<p popover="manual">${NAME}</p></div>`,
    "all",
  ],
  [
    "in a shadow root within a box",
    `<div style="${BOX}; overflow: hidden">${ABOVE}${shadow(`<p>${NAME}</p>`)}</div>`,
    "nothing",
  ],
  ["in a slot within a box", shadow(below("overflow: hidden", "<slot></slot>"), NAME), "nothing"],
  [
    "in a frame that is scrolled elsewhere",
    `<iframe width="400" height="160" srcdoc="${ABOVE.replaceAll('"', "'")}<p>${NAME}</p>"></iframe>`,
    "later",
  ],
  [
    "below a scroller's edge in a scroller's sight",
    `<div style="${BOX}; overflow: auto">${ABOVE}${below("overflow: auto")}</div>`,
    "later",
  ],
  [
    "in a frame within a box",
    `<div style="${BOX}; overflow: hidden">${ABOVE}<iframe width="400" height="160" srcdoc="<p>${NAME}</p>"></iframe></div>`,
    "nothing",
  ],
  [
    "in a body whose overflow is the window's",
    `<style>body { ${BOX}; overflow: hidden }</style>${ABOVE}<p>${NAME}</p>`,
    "all",
  ],
  [
    "in a body whose overflow is its own",
    `<style>html { overflow: auto } body { ${BOX}; overflow: hidden }</style>${ABOVE}<p>${NAME}</p>`,
    "nothing",
  ],
];

inEachBrowser(
  "what is to be seen of a name",
  (stage) => {
    it.each(CASES)("%s", async (_, html, shown) => {
      const page = await stage.open(`<!doctype html>${html}`);
      await inject(page);
      const seen = await page.evaluate(async () => {
        document.querySelector<HTMLElement>("[popover]")?.showPopover();
        const frame = document.querySelector("iframe")?.contentDocument;
        const host = document.querySelector("#host")?.shadowRoot;
        const name = [frame, host, document].map((root) => root?.querySelector("b")).find((b) => b) as Element;
        const text = name.firstChild as Text;
        const range = new StaticRange({
          startContainer: text,
          startOffset: 0,
          endContainer: text,
          endOffset: text.length,
        });
        const mark = { range, document: name.ownerDocument } as import("../../src/highlights/marks.ts").Mark;
        // The browser's own word for it, which comes too late for a card.
        const [entry] = await new Promise<IntersectionObserverEntry[]>((resolve) =>
          new IntersectionObserver(resolve).observe(name),
        );
        const { width, height } = entry?.intersectionRect ?? new DOMRect();
        return {
          whole: name.getBoundingClientRect().height,
          browser: width && height,
          ours: stages.linesOf(mark)[0]?.height,
          canBeReached: stages.canBeShown(mark),
        };
      });
      const expected = { all: seen.whole, half: seen.whole / 2, nothing: 0, later: 0 }[shown];
      expect(seen.ours).toBeCloseTo(seen.browser, 0);
      expect(Math.abs((seen.ours ?? -1) - expected)).toBeLessThan(4);
      expect(seen.canBeReached).toBe(shown !== "nothing");
    });
  },
  { extension: false },
);
