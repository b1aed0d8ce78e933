import { PHONE } from "../drive.ts";
import { about, article } from "./articles.ts";
import type { Desk } from "./desk.ts";
import { RESTING } from "./resting.ts";
import { CRASH, GUESTS, onPutin, PUTIN, restOn, type Scene } from "./scene.ts";
import { USING } from "./using.ts";

async function byKey(desk: Desk): Promise<void> {
  // Focus is shown to those who come by keys.
  await desk.page.keyboard.press("Shift");
  await desk.command("next-name", "Vladimir Putin");
}

const BY_KEY: readonly Scene[] = [
  { name: "by-key", title: "Opened by keyboard", html: article(PUTIN), reach: byKey },
  ...["source", "more", "companion", "ignore", "close"].map((part) => ({
    name: `focus-${part}`,
    title: `Focus on “${part}”`,
    html: article(GUESTS),
    reach: async (desk: Desk) => {
      await byKey(desk);
      await desk.tabTo(part);
    },
  })),
];

const BY_FINGER: readonly Scene[] = [
  {
    name: "sheet",
    title: "By finger on a phone",
    html: article(GUESTS),
    media: PHONE,
    isWhole: true,
    reach: (desk) => desk.tap("Vladimir Putin"),
  },
  {
    name: "sheet-details",
    title: "By finger, with a source's details",
    html: article(CRASH),
    media: PHONE,
    isWhole: true,
    reach: async (desk) => {
      await desk.tap("Yevgeny Prigozhin");
      await desk.press("source");
    },
  },
  {
    name: "pinched",
    title: "Zoomed by pinching",
    html: article(`<div style="height: 260px"></div>${PUTIN}`),
    isWhole: true,
    reach: async (desk) => {
      await desk.driver.pinch(desk.page, 2);
      await desk.tap("Vladimir Putin");
    },
  },
];

const PLACED: readonly Scene[] = [
  {
    name: "above",
    title: "Above its name at the window's bottom",
    html: article(`<div style="height: 520px"></div>${PUTIN}`),
    reach: onPutin,
  },
  {
    name: "at-right",
    title: "At the window's right edge",
    html: article(`<p style="position: absolute; right: 0; top: 80px">Guests of Vladimir Putin</p>`),
    reach: onPutin,
  },
  {
    name: "two-lines",
    title: "A name over two lines, by the second",
    html: article(`<div style="width: 190px">${PUTIN.replace("<p>", "<p>The visit of ")}</div>`),
    reach: (desk) => desk.rest("Vladimir Putin", -1),
  },
  {
    name: "right-to-left",
    title: "On a page from right to left",
    html: article(
      "<p>التقى فلاديمير بوتين ضيوفه في القاعة الكبيرة، ثم تناول الجميع العشاء.</p><p>وعاد بوتين إلى بلاده في الصباح.</p>",
      { language: "ar", title: "زيارة قصيرة" },
    ),
    reach: restOn("فلاديمير بوتين"),
  },
  {
    name: "in-dialog",
    title: "In a modal dialog of the page",
    html: article(`${about("Xi Jinping stayed at home.")}<dialog><p>Vladimir Putin came to Pyongyang with many guests.</p>
      <p>More about it, so that it is a paragraph.</p></dialog>`),
    reach: async (desk) => {
      await desk.page.evaluate(() => document.querySelector("dialog")?.showModal());
      await onPutin(desk);
    },
  },
];

/** Every state of the card, by how a reader comes to it. */
export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  "Resting the mouse": RESTING,
  "Using the card": USING,
  "By keyboard": BY_KEY,
  "By finger": BY_FINGER,
  "Where it stands": PLACED,
};
