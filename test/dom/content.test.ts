import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { bundleScripts, OWN_FIELDS } from "../../scripts/build.ts";
import type { Choices } from "../../src/choices.ts";
import { article, inEachBrowser } from "../stage.ts";
import { usualChoices } from "./stages.ts";

interface Question {
  readonly name: string;
  readonly args: readonly unknown[];
}

declare global {
  /** Stands for the worker. */
  var worker: {
    readonly asked: Question[];
    choices: Choices;
    /** Takes the place of the next answer about choices, which comes when it will. */
    held?: Promise<Choices> | undefined;
    /** Whether the toolbar shows what it is told; null where the worker fails at it. */
    isShown: boolean | null;
    /** Says something to the page. */
    say(name: string): void;
  };
}

inEachBrowser(
  "a page and the worker",
  (stage) => {
    /** Opens an article with its script, and a worker that finds every “Name”. */
    async function open(isShown: boolean | null = true): Promise<Page> {
      const page = await stage.open(article("<p>Name went home.</p>"));
      await page.evaluate(
        (choices, isShown) => {
          let listener = (_said: object, _sender: null, _answer: () => void) => {};
          const asked: Question[] = [];
          globalThis.worker = {
            asked,
            choices,
            isShown,
            say: (name) => listener({ name, args: [] }, null, () => {}),
          };
          const answers: Record<string, (...args: never[]) => unknown> = {
            choices: () => worker.held ?? worker.choices,
            report: () => worker.isShown,
            findMentions(passages: { id: number; text: string }[], _: object, evidence: object) {
              const found = passages.map(({ id, text }) => {
                const places = [...text.matchAll(/Name/g)];
                return [id, places.map(({ index }) => ({ actor: "a", start: index, end: index + 4 }))];
              });
              return { mentions: Object.fromEntries(found), evidence, revised: {}, kinds: {} };
            },
          };
          const sendMessage = async (question: Question) => {
            asked.push(question);
            if (question.name === "report" && worker.isShown === null) return { error: "report: no memory" };
            return { value: await answers[question.name]?.(...(question.args as never[])) };
          };
          const onMessage = { addListener: (added: typeof listener) => (listener = added) };
          Object.assign(globalThis, { browser: { runtime: { id: "id", onMessage, sendMessage } } });
        },
        usualChoices,
        isShown,
      );
      const { outputFiles } = await bundleScripts(["content"]);
      await page.evaluate(outputFiles[0]?.text ?? "");
      return page;
    }
    /** The numbers of actors that the toolbar has been told. */
    const expectReports = (page: Page, expected: readonly number[]) =>
      expect
        .poll(
          () =>
            page.evaluate(() =>
              worker.asked.filter(({ name }) => name === "report").map(({ args: [, , actors] }) => actors),
            ),
          { timeout: 5000 },
        )
        .toEqual(expected);

    /** Names the actor once more, and waits for the mark. */
    const mention = (page: Page) =>
      page.evaluate(async () => {
        const marked = () => CSS.highlights.get("dramatis-underline")?.size ?? 0;
        const before = marked();
        document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>Name slept.</p>");
        while (marked() === before) await new Promise(requestAnimationFrame);
      });
    const chooseNone = (page: Page) =>
      page.evaluate(() => {
        worker.choices = { ...worker.choices, marked: [], markedIfAsked: [] };
        worker.say("chosen");
      });

    it.each([
      ["it has not shown", false],
      ["the worker failed at", null],
    ])("tells the toolbar again what %s, and no more once it is shown", async (_, isShown) => {
      const page = await open(isShown);
      await expectReports(page, [1]);
      await page.evaluate(() => (worker.isShown = true));
      await mention(page);
      await expectReports(page, [1, 1]);
      await mention(page);
      await chooseNone(page);
      await expectReports(page, [1, 1, 0]);
    });

    it("told that something has been chosen, the page asks once what holds for it, and follows", async () => {
      const page = await open();
      await expectReports(page, [1]);
      await chooseNone(page);
      await expectReports(page, [1, 0]);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      const names = await page.evaluate(() => worker.asked.map(({ name }) => name));
      expect(names.filter((name) => name === "choices")).toHaveLength(2);
    });

    it("heeds no answer about what was chosen that a later one has overtaken", async () => {
      const page = await open();
      await expectReports(page, [1]);
      const marked = await page.evaluate(async () => {
        const { choices } = worker;
        let answerLate = (_: typeof choices) => {};
        worker.held = new Promise((resolve) => (answerLate = resolve));
        worker.say("chosen");
        worker.held = undefined;
        worker.say("chosen");
        await new Promise(requestAnimationFrame);
        answerLate({ ...choices, marked: [], markedIfAsked: [] });
        await new Promise(requestAnimationFrame);
        return CSS.highlights.get("dramatis-underline")?.size;
      });
      expect(marked).toBe(1);
    });

    it("no object of the browser has a field that we call by a letter", async () => {
      const page = await stage.open("<p>One</p>");
      const known = await page.evaluate(() => {
        const types = Object.getOwnPropertyNames(window).map(
          (name) => (window as never)[name] as { prototype?: object },
        );
        const objects = [window, ...types.flatMap((type) => type?.prototype ?? [])];
        return objects.flatMap((object) => Object.getOwnPropertyNames(object));
      });
      expect(known).toContain("localName");
      expect(OWN_FIELDS.filter((name) => known.includes(name))).toEqual([]);
    });
  },
  { extension: false },
);
