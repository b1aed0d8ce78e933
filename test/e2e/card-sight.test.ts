import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, openMarked, PUTIN, pass, press, rest } from "./cards.ts";

const CRASH =
  "<p>Vladimir Putin, Kim Jong Un and Yevgeny Prigozhin: a plane crash, and some suspected the Kremlin.</p>";
/** A quarter of 1280 × 1024: what a window of that size shows at 400 %. */
const NARROW = { width: 320, height: 256 };
const USUAL_TEXT_PX = 16;

inEachBrowser("the card for readers who see little", (stage) => {
  afterEach(() => stage.driver.textSize(USUAL_TEXT_PX));

  it("has the system's colours where the reader wants those, with every edge that a colour would have told", async () => {
    const page = await openMarked(stage, article(CRASH));
    await stage.driver.setMedia(page, { forcedColours: true, viewport: { width: 1000, height: 420 } });
    await rest(stage, page);
    await press(stage, page, "source");
    await pass(page, 50);
    const seen = await stage.driver.inCard(page, (root) => {
      const style = (part: string, pseudo?: string) => getComputedStyle(root.querySelector(part) as Element, pseudo);
      const probe = document.body.appendChild(document.createElement("i"));
      const system = (colour: string) => {
        probe.style.color = colour;
        return getComputedStyle(probe).color;
      };
      const colours = Object.fromEntries(["ButtonText", "LinkText", "CanvasText"].map((name) => [system(name), name]));
      const canvas = system("Canvas");
      probe.remove();
      return {
        isForced: matchMedia("(forced-colors: active)").matches,
        paper: style(".card").backgroundColor === canvas,
        text: colours[style(".text").color],
        close: colours[style(".close").color],
        edges: [".details", ".companion"].map((part) => root.querySelector(part) && style(part).borderTopStyle),
        fade: style(".card", "::after").backgroundImage.startsWith("linear-gradient"),
        outline: style(".card").borderTopWidth,
      };
    });
    expect(seen).toEqual({
      isForced: true,
      paper: true,
      text: "CanvasText",
      close: "CanvasText",
      edges: ["solid", "solid"],
      fade: true,
      outline: "1px",
    });
  });

  /** How much wider what the card holds is than the card, and than the window. */
  const overflow = async (page: Page) => {
    const inside = await stage.driver.inCard(page, (root) => {
      const body = root.querySelector(".body") as HTMLElement;
      return body.scrollWidth - body.clientWidth;
    });
    const { x, width } = await boxOf(stage, page);
    return { inside, left: Math.min(0, Math.round(x)), right: Math.max(0, Math.round(x + width - 320)) };
  };

  it.each([
    ["in text of the usual size", 16, NARROW],
    ["in text of twice the size", 32, NARROW],
    ["in text of four times the size", 64, { width: 320, height: 700 }],
  ])("has no line that sticks out of a window 320 px wide, %s", async (_, px, viewport) => {
    await stage.driver.textSize(px);
    const page = await openMarked(stage, article(CRASH));
    await stage.driver.setMedia(page, { viewport });
    await rest(stage, page);
    const none = { inside: 0, left: 0, right: 0 };
    expect(await overflow(page)).toEqual(none);
    for (const part of ["source", "more", "companion", "back", "ignore"]) {
      await press(stage, page, part);
      expect([part, await overflow(page)]).toEqual([part, none]);
    }
    // He is marked again for the next.
    await until("the notice", () => stage.driver.inCard(page, (root) => root.querySelector(".undo") !== null));
    expect(await overflow(page)).toEqual(none);
    await press(stage, page, "undo");
    await until("the card", () => stage.driver.inCard(page, (root) => root.querySelector(".ignore") !== null));
  });

  it("shows its first statement in a window of 320 × 256 px", async () => {
    const page = await openMarked(stage, article(PUTIN));
    await stage.driver.setMedia(page, { viewport: NARROW });
    await rest(stage, page);
    const [text = 0, bottom = 0] =
      (await stage.driver.inCard(page, (root) =>
        [".text", ".card"].map((part, i) => {
          const { top, bottom } = root.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
          return i ? bottom : top;
        }),
      )) ?? [];
    // Three lines of it.
    expect(bottom - text).toBeGreaterThan(60);
    expect(bottom).toBeLessThanOrEqual(NARROW.height);
  });
});
