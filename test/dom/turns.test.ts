import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser, type Stage } from "../stage.ts";
import { change, LATE, paragraphs } from "./counted.ts";
import { inject } from "./inject.ts";
import { readNames } from "./names.ts";

declare global {
  /** How many turns the page has had, and what it does in each. */
  var turns: number;
  var onTurn: (turn: number) => unknown;
  /** What has been thrown where nobody catches it. */
  var thrown: string[];
}

const PARAGRAPHS = 120;
/** Two names in each paragraph, one in the headline. */
const NAMES = 2 * PARAGRAPHS + 1;
const FRAME =
  '<iframe style="width: 400px; height: 300px" srcdoc="<p>Name in a frame</p><p>Another Name</p>"></iframe>';
const LONG = `<nav><p>Name of a menu</p></nav><main><h1>What Name said</h1>${paragraphs(PARAGRAPHS)}${LATE}</main>`;

const WITH_FRAME = `<main><h1>What Name said</h1>${FRAME}${paragraphs(PARAGRAPHS)}</main>`;
const SHORT = `<nav><p>Name of a menu</p></nav><main><h1>What Name said</h1>${paragraphs(5)}${LATE}</main>`;
const TEASERS = `<div>${"<p>A teaser about Name, of whom other articles elsewhere tell at quite some length, as ever.</p>".repeat(3)}</div>`;

/** A page on which any turn of ours is over after a few looks at the clock. Others have theirs as always, and then do `onTurn`. */
async function openSlow(stage: Stage, html: string): Promise<Page> {
  const page = await stage.open(`<!doctype html>${html}`);
  await inject(page);
  await page.evaluate(() => {
    let now = Date.now();
    Date.now = () => (now += 2);
    const { scheduler } = window;
    const theirs = scheduler.yield.bind(scheduler);
    Object.assign(globalThis, { turns: 0, onTurn: () => {}, thrown: [] });
    scheduler.yield = async () => {
      await theirs();
      globalThis.onTurn(++globalThis.turns);
    };
    window.addEventListener("unhandledrejection", ({ reason }) => globalThis.thrown.push(`${reason}`));
    window.addEventListener("error", ({ message }) => globalThis.thrown.push(message));
  });
  return page;
}

/** Marks that a reading of the page as it is now would not give, and those that it would give beside: text and place. */
function amiss(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const places = (marks: readonly { node: Node; start: number }[]) => {
      const byNode = new Map<Node, string>();
      for (const { node, start } of marks) byNode.set(node, `${byNode.get(node) ?? ""} ${start}`);
      return byNode;
    };
    const life = new AbortController();
    const turn = Date.now;
    Date.now = () => 0;
    const expected: { node: Node; start: number }[] = [];
    stages.watchText(
      document,
      new stages.PageText(),
      {
        changed({ added }) {
          for (const block of added)
            for (const { index } of block.text.matchAll(/Name/g)) {
              const { startContainer, startOffset } = stages.toStaticRange(block, index, index + 4);
              expected.push({ node: startContainer, start: startOffset });
            }
        },
        stale() {},
        wantsFurniture: () => reading.choices.furniture,
        frame() {},
      },
      life.signal,
    );
    life.abort();
    Date.now = turn;
    const wanted = places(expected);
    const marked = places(
      reading
        .marks()
        .map(({ range: { startContainer, startOffset } }) => ({ node: startContainer, start: startOffset })),
    );
    const tell = (what: string, [node, at]: [Node, string]) => `${what}${at}: ${node.textContent}`;
    return [
      ...[...wanted].filter(([node, at]) => marked.get(node) !== at).map((place) => tell("missing", place)),
      ...[...marked].filter(([node, at]) => wanted.get(node) !== at).map((place) => tell("too much", place)),
    ];
  });
}

/** Removes the frame in a turn, once it is there. */
async function removeFrame(page: Page, at: number): Promise<void> {
  await until("the frame", () => page.evaluate(() => window[0]?.document.querySelectorAll("p").length === 2));
  await page.evaluate((at) => {
    globalThis.onTurn = (turn) => turn === at && document.querySelector("iframe")?.remove();
  }, at);
}

/** Has somebody else read the page and then a change of it: whoever still followed it would have read that as well by then. @returns how many times they read */
function seeAnotherReadTheEnd(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let readings = 0;
        const listener = {
          stale() {},
          frame() {},
          wantsFurniture: () => true,
          changed: () => ++readings === 2 && resolve(2),
        };
        stages.watchText(document, new stages.PageText(), listener, new AbortController().signal);
        document.querySelector("p")?.append("Another Name");
      }),
  );
}

function untilMarked(page: Page, count: number): Promise<boolean> {
  return until(`${count} marks`, () => page.evaluate((count) => reading.marks().length === count, count));
}

async function expectRight(page: Page): Promise<void> {
  await expect.poll(() => amiss(page), { timeout: 10_000 }).toEqual([]);
  expect(await page.evaluate(() => globalThis.thrown)).toEqual([]);
}

inEachBrowser(
  "turns",
  (stage) => {
    it("a long page is read and painted in turns, each node once and in one question", async () => {
      const page = await openSlow(stage, LONG);
      await page.evaluate(() => {
        globalThis.reads = stages.countReads();
        globalThis.visits = stages.countVisits();
      });
      await readNames(page);
      const { asked, turns, marks, often } = await page.evaluate(() => ({
        asked: globalThis.asked,
        turns: globalThis.turns,
        marks: reading.marks().length,
        often: [...globalThis.reads, ...globalThis.visits].filter(([, times]) => times > 1).length,
      }));
      expect(turns).toBeGreaterThan(PARAGRAPHS / 10);
      expect(often).toBe(0);
      expect(marks).toBe(NAMES);
      expect(asked.map(({ length }) => length)).toEqual([PARAGRAPHS + 1]);
      expect(asked[0]?.[1]).toMatch(/^Paragraph 0,/);
      expect(asked[0]?.at(-1)).toMatch(/^Paragraph 119,/);
      await expectRight(page);
    });

    it("a line that is broken up while the rest is read", async () => {
      const page = await openSlow(stage, LONG);
      await page.evaluate(() => {
        globalThis.onTurn = (turn) =>
          turn === 10 && document.querySelector("#p0 i")?.before(document.createElement("hr"));
      });
      await readNames(page);
      await untilMarked(page, NAMES - 1);
      await expectRight(page);
    });

    it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))("whatever changes meanwhile, %i", async (seed) => {
      const page = await openSlow(stage, LONG);
      await page.evaluate((seed) => {
        let state = seed;
        const random = (below: number) => {
          state = (state * 48271) % 2147483647;
          return state % below;
        };
        const any = (selector: string) => {
          const all = document.querySelectorAll(selector);
          return all[random(all.length)] as HTMLElement | undefined;
        };
        const fresh = (tag: string) => {
          const element = document.createElement(tag);
          element.innerHTML = `New <i>Na</i>me ${random(1000)}`;
          return element;
        };
        const ways: (() => void)[] = [
          () => any("main p")?.remove(),
          () => any("main p")?.before(fresh("p")),
          () => any("main p")?.append(fresh("b")),
          () => any("main p b, main p a")?.remove(),
          () => any("main p i")?.before(fresh("div")),
          () => any("main p > div")?.remove(),
          () => any("main p")?.append(any("main p b, main p a") ?? ""),
          () => any("main p")?.before(any("main p") ?? ""),
          () => any("main p, div")?.toggleAttribute("hidden"),
          () => any("main")?.append(any("main p, div") ?? ""),
          () => {
            const old = any("main p, div");
            old?.replaceWith(old.cloneNode(true));
          },
          () => {
            const [inner, around] = [any("main p"), document.createElement("div")];
            inner?.before(around);
            around.append(...(inner ? [inner] : []), fresh("p"));
          },
          () => {
            const text = any("main p")?.firstChild;
            if (text instanceof Text) text.data = `Edited ${random(1000)}, Name and `;
          },
          () => {
            const host = fresh("div");
            host.attachShadow({ mode: "open" }).append(fresh("p"));
            any("main p")?.before(host);
          },
          () => {
            const main = document.querySelector("main") as HTMLElement;
            const copy = main.cloneNode(true) as HTMLElement;
            if (random(10) === 0) main.replaceWith(copy);
          },
        ];
        globalThis.onTurn = (turn) => {
          try {
            // Sooner or later all is read anew, which mends whatever was missed before.
            if (turn < 5 * seed) ways[random(ways.length)]?.();
          } catch {
            // Not everything can be put everywhere.
          }
        };
      }, seed);
      // Whatever is taken for the article: all is marked.
      await readNames(page, { furniture: true });
      await until("turns with changes", () =>
        page.evaluate((turns) => globalThis.turns > turns, Math.min(5 * seed, 30)),
      );
      await page.evaluate(() => {
        globalThis.onTurn = () => {};
      });
      await change(page, () => {}, "The end");
      await expectRight(page);
    });

    it.each([3, 20, 40])("what has left with its frame is not looked at again, turn %i", async (at) => {
      const page = await openSlow(stage, WITH_FRAME);
      await until("the frame", () => page.evaluate(() => window[0]?.document.querySelectorAll("p").length === 2));
      await page.evaluate((at) => {
        const frame = document.querySelector("iframe") as HTMLIFrameElement;
        const window = frame.contentWindow as Window & typeof globalThis;
        const prototypes = [window.Node, window.Element, window.CharacterData, window.Document].map(
          (type) => type.prototype,
        );
        // As extensions in Firefox find it: to look at a node throws.
        window.addEventListener("pagehide", () =>
          setTimeout(() => {
            for (const prototype of prototypes)
              for (const name of Object.getOwnPropertyNames(prototype))
                if (Object.getOwnPropertyDescriptor(prototype, name)?.get)
                  Object.defineProperty(prototype, name, {
                    get() {
                      globalThis.thrown.push(name);
                      throw new Error("can't access dead object");
                    },
                  });
          }),
        );
        globalThis.onTurn = (turn) => turn === at && frame.remove();
      }, at);
      await readNames(page);
      await until("the turn", () => page.evaluate((at) => globalThis.turns > at, at));
      await untilMarked(page, NAMES);
      await expectRight(page);
    });

    it("nothing is asked or marked any more once it is over", async () => {
      const page = await openSlow(stage, LONG);
      await page.evaluate(() => {
        const life = new AbortController();
        globalThis.onTurn = (turn) => turn === 5 && life.abort();
        stages.annotate(
          document,
          { title: "" },
          {
            signal: life.signal,
            choices: stages.usualChoices,
            onMarks: () => globalThis.thrown.push("marks"),
            onError: () => {},
            findMentions: () => Promise.reject(globalThis.thrown.push("asked")),
          },
        );
      });
      await until("the turn", () => page.evaluate(() => globalThis.turns === 5));
      await seeAnotherReadTheEnd(page);
      expect(await page.evaluate(() => globalThis.thrown)).toEqual([]);
    });

    it("nothing is read any more once it is over, whatever was due", async () => {
      const page = await openSlow(stage, SHORT);
      await readNames(page);
      const reads = await page.evaluate(async () => {
        const line = document.querySelector("#p0") as Element;
        line.append("x");
        // Once the change has been noted.
        await Promise.resolve();
        reading.choices = { ...reading.choices, furniture: true };
        await scheduler.yield();
        line.append("y");
        await Promise.resolve();
        globalThis.life.abort();
        globalThis.reads = stages.countReads();
        return globalThis.reads.size;
      });
      expect(reads).toBe(0);
      const times = await seeAnotherReadTheEnd(page);
      expect(await page.evaluate(() => Math.max(...globalThis.reads.values()))).toBe(times);
    });

    it.each([4, 45])("menus are marked as soon as they are wanted, and nobody once nobody is, turn %i", async (at) => {
      const page = await openSlow(stage, LONG);
      await page.evaluate((at) => {
        globalThis.onTurn = (turn) => {
          if (turn === at) reading.choices = { ...reading.choices, furniture: true };
        };
      }, at);
      await readNames(page);
      await until("the turn", () => page.evaluate((at) => globalThis.turns > at, at));
      await untilMarked(page, NAMES + 1);
      await expectRight(page);
      await page.evaluate(() => {
        globalThis.onTurn = () => {
          globalThis.onTurn = () => {};
          reading.choices = { ...reading.choices, ignored: ["a"] };
        };
        reading.choices = { ...reading.choices, lines: "paragraph" };
      });
      await untilMarked(page, 0);
    });
    it.each([3, 20])("the article is found though a frame leaves, turn %i", async (at) => {
      const page = await openSlow(stage, `${WITH_FRAME}${TEASERS}`);
      await removeFrame(page, at);
      await readNames(page);
      await until("the turn", () => page.evaluate((at) => globalThis.turns > at, at));
      await untilMarked(page, NAMES);
      // Before anything was read, nobody was said to be marked.
      expect(await page.evaluate(() => globalThis.told[0])).toBe(1);
    });

    it("one more article is found though a frame leaves", async () => {
      const page = await openSlow(stage, WITH_FRAME);
      await removeFrame(page, -1);
      await readNames(page);
      const before = await page.evaluate(() => reading.marks().length);
      await page.evaluate(
        (html) => {
          const at = globalThis.turns + 8;
          globalThis.onTurn = (turn) => turn === at && document.querySelector("iframe")?.remove();
          document.body.insertAdjacentHTML("beforeend", html);
        },
        `<article><h1>More of Name</h1>${paragraphs(60)}</article>`,
      );
      expect(before).toBe(NAMES + 2);
      await untilMarked(page, NAMES + 121);
    });

    it("a page that turns out to be another meanwhile is asked about once", async () => {
      const page = await openSlow(stage, LONG);
      await page.evaluate(() => {
        globalThis.onTurn = (turn) => {
          if (turn === 3) reading.page = { title: "Another" };
        };
      });
      await readNames(page);
      expect(await page.evaluate(() => [globalThis.told, globalThis.asked.map(({ length }) => length)])).toEqual([
        [1],
        [PARAGRAPHS + 1],
      ]);
    });

    it("no mark stands on a text that was edited meanwhile", async () => {
      const page = await openSlow(stage, LONG);
      await page.evaluate(() => {
        globalThis.onTurn = (turn) => {
          for (const { range } of globalThis.reading?.marks() ?? []) {
            const { startContainer, startOffset, endContainer, endOffset } = range;
            const text = (startContainer as Text).data.slice(startOffset, endOffset);
            if (startContainer === endContainer && text !== "Name") globalThis.thrown.push(`${turn}: ${text}`);
          }
          if (turn === 8)
            for (const { firstChild } of document.querySelectorAll("#p0 a, #p1 a, #p2 a"))
              (firstChild as Text).data = "not any longer the other Name";
        };
      });
      await readNames(page);
      await untilMarked(page, NAMES);
      await expectRight(page);
    });

    it("title and style sheets are no text, though they change as menus are wanted", async () => {
      const page = await openSlow(stage, `<title>A page</title><style id="style"></style><body>${SHORT}`);
      await readNames(page);
      await page.evaluate(async () => {
        document.title = "Title with Name";
        document.querySelector("#style")?.append("/* Name in a style sheet */");
        await Promise.resolve();
        reading.choices = { ...reading.choices, furniture: true };
      });
      await change(page, () => {}, "The end");
      const asked = await page.evaluate(() => globalThis.asked.flat());
      expect(asked).toContain("Name of a menu");
      expect(asked.filter((text) => /Title|sheet/.test(text))).toEqual([]);
    });

    it("what a dialog lies over stays marked as menus are wanted", async () => {
      const page = await openSlow(stage, SHORT);
      await readNames(page);
      const before = await page.evaluate(() => reading.marks().length);
      await page.evaluate(() => {
        document.querySelector("main")?.setAttribute("aria-hidden", "true");
        reading.choices = { ...reading.choices, furniture: true };
      });
      await untilMarked(page, before + 1);
    });

    it("a reading that fails ends no later one", async () => {
      const page = await openSlow(stage, SHORT);
      await readNames(page);
      await page.evaluate(() => {
        const line = document.createElement("p");
        line.textContent = "Name once";
        Object.defineProperty(line, "firstChild", {
          configurable: true,
          get() {
            Reflect.deleteProperty(line, "firstChild");
            globalThis.thrown.push("no child");
            throw new Error("no child");
          },
        });
        document.querySelector("main")?.append(line);
      });
      await until("the failure", () => page.evaluate(() => globalThis.thrown.length > 0));
      expect((await change(page, () => {}, "Later")).flat()).toContain("Later");
    });

    it("a block that cannot be painted keeps no other one unpainted", async () => {
      const page = await openSlow(stage, SHORT);
      await page.evaluate(() => {
        const { matchAll } = String.prototype;
        // As of a worker that is wrong about the headline.
        String.prototype.matchAll = function (this: string, pattern) {
          const found = matchAll.call(this, pattern);
          return this.startsWith("What")
            ? [...found].map((match) => Object.assign(match, { index: 4000 })).values()
            : found;
        } as typeof matchAll;
      });
      await readNames(page);
      await untilMarked(page, 10);
    });
  },
  { extension: false },
);
