import { expect, it } from "vitest";
import { around } from "../../scripts/shots/around.ts";
import { sheetOf } from "../../scripts/shots/sheet.ts";

const WINDOW = { x: 0, y: 0, width: 1000, height: 700 };

it("cuts a picture around name and card, as far as the window goes", () => {
  const name = { x: 100.4, y: 50, width: 80, height: 20 };
  const card = { x: 100.4, y: 76, width: 352, height: 640 };
  expect(around([name, card], WINDOW)).toEqual({ x: 76, y: 26, width: 401, height: 674 });
});

it("shows pictures by group and state, light before dark, the browsers beside each other", () => {
  const shot = (title: string, scheme: string, browser: string) => ({
    group: "By finger",
    title,
    scheme,
    browser,
    file: `${title}-${scheme}-${browser}.png`,
    width: 352,
  });
  const shots = ["A", "B"].flatMap((title) =>
    ["chromium", "firefox"].flatMap((browser) => ["light", "dark"].map((scheme) => shot(title, scheme, browser))),
  );
  const page = sheetOf(shots);
  expect(page.match(/<h[23]>[^<]*/g)).toEqual(["<h2>By finger", "<h3>A", "<h3>B"]);
  expect([...page.matchAll(/src="A-([^.]*)/g)].map(([, name]) => name)).toEqual([
    "light-chromium",
    "light-firefox",
    "dark-chromium",
    "dark-firefox",
  ]);
});
