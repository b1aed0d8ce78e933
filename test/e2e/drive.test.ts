import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { PHONE, until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";

/** The smallest extension with commands: it answers one in the page that it is for. */
const EXTENSION = {
  "manifest.json": JSON.stringify({
    manifest_version: 3,
    name: "Commands",
    version: "1",
    host_permissions: ["http://*/*"],
    background: { service_worker: "background.js", scripts: ["background.js"] },
    content_scripts: [{ matches: ["http://*/*"], js: ["content.js"] }],
    commands: {
      stay: { suggested_key: { default: "Alt+Period" }, description: "Has keys" },
      leave: { description: "Has none" },
    },
    browser_specific_settings: { gecko: { id: "commands@dramatis.example" } },
  }),
  "background.js": "chrome.commands.onCommand.addListener((name, tab) => chrome.tabs.sendMessage(tab.id, name));",
  "content.js": "chrome.runtime.onMessage.addListener((name) => { document.title += ' ' + name; });",
};

/** A marked button that copies, and a closed root like a card's, with two things to reach by keyboard. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Page</title><body style="margin: 0; height: 3000px">
<button id="copy" style="position: absolute; left: 300px; top: 200px; width: 60px; height: 40px">Copy</button>
<script>
  const copy = document.querySelector("#copy");
  const range = new StaticRange({ startContainer: copy, startOffset: 0, endContainer: copy, endOffset: 1 });
  CSS.highlights.set("dramatis-test", new Highlight(range));
  copy.addEventListener("click", () => navigator.clipboard.writeText("“Ничего” · nothing"));
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
  root.host.setAttribute("data-dramatis-host", "");
  root.innerHTML = '<button data-part="pin">Pin</button><input data-part="note">';
  const seen = [];
  for (const type of ["pointerdown", "touchstart", "pointerup", "touchend", "click"])
    copy.addEventListener(type, ({ constructor, pointerType, isTrusted, clientX, clientY }) => {
      const what = [type, constructor.name, pointerType, isTrusted ? "trusted" : "made up"].filter(Boolean).join(" ");
      seen.push({ what, x: Math.round(clientX), y: Math.round(clientY) });
    });
</script>`;
/** On the button of the page. */
const BUTTON = { x: 320, y: 215 };

type Seen = { what: string; x: number; y: number }[];

function seen(page: Page): Promise<Seen> {
  return page.evaluate("seen") as Promise<Seen>;
}

function asks(page: Page, query: string): Promise<boolean> {
  return page.evaluate((query) => matchMedia(query).matches, query);
}

const folder = mkdtempSync(join(tmpdir(), "dramatis-commands-"));
for (const [name, text] of Object.entries(EXTENSION)) writeFileSync(join(folder, name), text);
afterAll(() => rmSync(folder, { recursive: true }));

inEachBrowser(
  "the driver",
  (stage) => {
    it("touches with a finger", async () => {
      const page = await stage.open(PAGE);
      await stage.driver.tap(page, BUTTON.x, BUTTON.y);
      expect((await seen(page)).map(({ what }) => what)).toEqual([
        "pointerdown PointerEvent touch trusted",
        "touchstart TouchEvent trusted",
        "pointerup PointerEvent touch trusted",
        "touchend TouchEvent trusted",
        "click PointerEvent touch trusted",
      ]);
    });

    it("touches with a pen", async () => {
      const page = await stage.open(PAGE);
      await stage.driver.tap(page, BUTTON.x, BUTTON.y, "pen");
      await until("the click", async () => (await seen(page)).at(-1)?.what.startsWith("click"));
      expect((await seen(page)).map(({ what }) => what)).toEqual([
        "pointerdown PointerEvent pen trusted",
        "pointerup PointerEvent pen trusted",
        "click PointerEvent pen trusted",
      ]);
    });

    it.each(["pinched", "zoomed"])("finds its places in a page that is %s", async (how) => {
      const page = await stage.open(PAGE);
      const width = await page.evaluate(() => innerWidth);
      if (how === "pinched") await stage.driver.pinch(page, 1.5);
      else await stage.driver.zoom(page, 1.5);
      expect(await page.evaluate(() => visualViewport?.scale)).toBeCloseTo(how === "pinched" ? 1.5 : 1);
      expect(await page.evaluate(() => innerWidth)).toBeCloseTo(how === "pinched" ? width : width / 1.5, -1);
      await stage.driver.tap(page, BUTTON.x, BUTTON.y);
      await stage.driver.tap(page, BUTTON.x, BUTTON.y, "pen");
      await stage.driver.hover(page, 0);
      await page.mouse.down();
      await page.mouse.up();
      const clicks = (await seen(page)).filter(({ what }) => what.startsWith("click"));
      expect(clicks.map(({ what }) => what.split(" ")[2])).toEqual(["touch", "pen", "mouse"]);
      for (const { x, y } of clicks.slice(0, 2)) {
        expect(Math.abs(x - BUTTON.x)).toBeLessThanOrEqual(1);
        expect(Math.abs(y - BUTTON.y)).toBeLessThanOrEqual(1);
      }
    });

    it("undoes a pinch and a zoom", async () => {
      const page = await stage.open(PAGE);
      await stage.driver.pinch(page, 2);
      await stage.driver.pinch(page, 1);
      await stage.driver.zoom(page, 2);
      await stage.driver.zoom(page, 1);
      const [scale, ratio] = await page.evaluate(() => [visualViewport?.scale, devicePixelRatio]);
      // A pinch ends where the fingers do, not at a round number.
      expect(scale).toBeCloseTo(1, 3);
      expect(ratio).toBe(1);
    });

    it("shows pages as on a phone", async () => {
      const { origin } = await stage.serve({ "/": PAGE });
      const desk = await stage.driver.open(`${origin}/`);
      expect(await asks(desk, "(pointer: coarse)")).toBe(false);
      const page = await stage.driver.open(`${origin}/`, PHONE);
      expect(await asks(page, "(pointer: coarse) and (hover: none)")).toBe(true);
      expect(await page.evaluate(() => [innerWidth, innerHeight, "ontouchstart" in window])).toEqual([360, 740, true]);
      await stage.driver.tap(page, BUTTON.x, BUTTON.y);
      expect(await seen(page)).toHaveLength(5);
    });

    it("sets the size of text that the reader wants, in any language", async () => {
      const text = '<!doctype html><p lang="en">Text<p lang="ko">글<p lang="ru">Текст';
      const sizes = async () => {
        const page = await stage.open(text);
        return page.$$eval("p", (all) => all.map((one) => getComputedStyle(one).fontSize));
      };
      await stage.driver.textSize(24);
      expect(await sizes()).toEqual(["24px", "24px", "24px"]);
      await stage.driver.textSize(16);
      expect(await sizes()).toEqual(["16px", "16px", "16px"]);
    });

    it("asks pages for less motion and few colours, and takes it back", async () => {
      const page = await stage.open(PAGE);
      const queries = ["(prefers-reduced-motion: reduce)", "(forced-colors: active)", "(prefers-color-scheme: dark)"];
      const answers = () => Promise.all(queries.map((query) => asks(page, query)));
      await stage.driver.setMedia(page, { reducedMotion: true, forcedColours: true, scheme: "dark" });
      expect(await answers()).toEqual([true, true, true]);
      await stage.driver.setMedia(page, { scheme: "light" });
      expect(await answers()).toEqual([false, false, false]);
    });

    it("reaches what a closed root holds by keyboard", async () => {
      const page = await stage.open(PAGE);
      const focused = () =>
        stage.driver.inCard(page, (root) => (root.activeElement as HTMLElement | null)?.dataset["part"]);
      await page.focus("#copy");
      expect(await focused()).toBeUndefined();
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("pin");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("note");
      await page.keyboard.type("Да, yes");
      expect(await stage.driver.inCard(page, (root) => root.querySelector("input")?.value)).toBe("Да, yes");
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      expect(await focused()).toBe("pin");
    });

    it("reads what a page copied, behind its back", async () => {
      const page = await stage.open(PAGE);
      await page.evaluate(() => document.addEventListener("visibilitychange", () => document.body.remove()));
      await page.click("#copy");
      await until("the copy", async () => (await stage.driver.clipboard()) === "“Ничего” · nothing");
      expect(await page.$("#copy")).not.toBeNull();
    });

    it("gives the extension a command for the page, also where its background sleeps", async () => {
      const { origin } = await stage.serve({ "/one": PAGE, "/other": PAGE });
      const page = await stage.driver.open(`${origin}/one`);
      const other = await stage.driver.open(`${origin}/other`);
      expect(await stage.driver.commands()).toEqual([
        { name: "leave", shortcut: "" },
        { name: "stay", shortcut: "Alt+Period" },
      ]);
      await stage.driver.command(page, "stay");
      await until("the command", async () => (await page.title()) === "Page stay");
      await stage.driver.stopBackground();
      await stage.driver.command(page, "stay");
      await until("the second command", async () => (await page.title()) === "Page stay stay");
      expect(await other.title()).toBe("Page");
      await expect(stage.driver.command(page, "leave")).rejects.toThrow("no keys");
      await expect(stage.driver.command(page, "arrive")).rejects.toThrow("no keys");
    });
  },
  { extension: folder },
);
