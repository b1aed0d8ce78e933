import { expect, it } from "vitest";
import { describeActor, type Entry } from "../../src/digest/entry.ts";
import { inEachBrowser } from "../stage.ts";
import { SMALL_DIGEST } from "../unit/small-digest.ts";
import { inject } from "./inject.ts";

const PAGE = '<!doctype html><html lang="en"><title>A page</title><main></main></html>';
const KIM = describeActor(SMALL_DIGEST, "kim", { passage: "", title: "", published: "2024-06-18", present: [] });
const FACTS = ["one", "two", "three", "four", "five", "six"].map((text) => ({ text, isLater: false }));
const SHORT: Entry = { ...KIM, statements: KIM.statements.slice(0, 1) };

inEachBrowser(
  "facts on a card",
  (stage) => {
    async function show(entry: Entry) {
      const page = await stage.open(PAGE);
      await inject(page);
      await page.evaluate((entry) => void stages.showCard(entry), entry as never);
      const root = "document.querySelector('x-card').shadowRoot";
      return {
        /** Those to be seen. */
        facts: () =>
          page.evaluate(
            `[...${root}.querySelectorAll(".fact")].filter((fact) => fact.checkVisibility()).map((fact) => fact.textContent)`,
          ),
        more: () => page.evaluate(`${root}.querySelector(".more")?.textContent`),
        press: async () => {
          const place = (await page.evaluate(
            `${root}.querySelector(".more").getBoundingClientRect().toJSON()`,
          )) as DOMRect;
          await page.mouse.click(place.x + 10, place.y + place.height / 2);
        },
      };
    }
    const texts = (amount: number) => FACTS.slice(0, amount).map(({ text }) => text);

    it("are few beside a statement, and the others unfold", async () => {
      const card = await show({ ...SHORT, facts: FACTS.slice(0, 4) });
      expect(await card.facts()).toEqual(texts(2));
      expect(await card.more()).toBe("2 more facts");
      await card.press();
      expect(await card.facts()).toEqual(texts(4));
      expect(await card.more()).toBe("Show fewer");
      await card.press();
      expect(await card.facts()).toEqual(texts(2));
    });

    it("take the room of statements where there are none", async () => {
      const card = await show({ ...SHORT, statements: [], facts: FACTS });
      expect(await card.facts()).toEqual(texts(5));
      expect(await card.more()).toBe("1 more fact");
    });
  },
  { extension: false },
);
