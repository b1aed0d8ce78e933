import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Inquiry } from "../../src/inquiry.ts";
import type { Evidence, Page } from "../../src/mentions/mention.ts";
import type { FoundKinds } from "../../src/protocol.ts";
import type { Block } from "../../src/text/page-text.ts";

/** As much text as fills a question. */
const LONG = "x".repeat(100_000);
const NOTHING: FoundKinds = { mentions: {}, evidence: {}, revised: {}, kinds: {} };

beforeEach(() => vi.stubGlobal("scheduler", { yield: async () => {} }));
afterEach(() => vi.unstubAllGlobals());

describe("a long page", () => {
  it("sends along all that has been established, of blocks that are there", async () => {
    const asked: Evidence[] = [];
    const { inquiry } = start({ title: "" }, (passages, _, evidence) => {
      asked.push({ ...evidence });
      const [id = 0] = passages;
      return { ...NOTHING, evidence: { [id]: "told", ...(id === 2 && { 0: "told anew" }) } };
    });
    for (const id of [0, 1, 2, 3]) inquiry.add(block(id, "body"));
    await inquiry.ask();
    expect(asked.map((evidence) => Object.keys(evidence))).toEqual([[], ["0"], ["0", "1"], ["0", "1", "2"]]);
    expect(asked[3]?.[0]).toBe("told anew");

    inquiry.forget(1);
    expect(inquiry.isDue).toBe(true);
    await inquiry.ask();
    expect(Object.keys(asked[4] as Evidence)).toEqual(["0", "2", "3"]);
    expect(inquiry.isDue).toBe(false);
  });

  it("tells what is guessed of the article with each later question, but not against the page itself", async () => {
    const told: Page[] = [];
    const guesses = ["fr", "en", "de"];
    const { inquiry } = start({ title: "" }, (_, page) => {
      told.push(page);
      return { ...NOTHING, language: guesses.shift() as string };
    });
    inquiry.add(block(-2, "body"));
    inquiry.add(block(7, "body"));
    await inquiry.ask();
    inquiry.page = { title: "New", language: "ko" };
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(told).toEqual([
      { title: "" },
      { title: "", firstBlock: 7, language: "fr" },
      { title: "New", firstBlock: 7, language: "ko" },
    ]);
  });

  it("learns neither names nor language of the article from what stands around it", async () => {
    const asked: [Page, Evidence][] = [];
    const { inquiry } = start({ title: "" }, (passages, page, evidence) => {
      asked.push([page, { ...evidence }]);
      return { ...NOTHING, language: "fr", evidence: { [passages[0] ?? 0]: "told" } };
    });
    inquiry.add(block(0, "furniture"));
    inquiry.add(block(1, "furniture"));
    await inquiry.ask();
    expect(asked).toEqual([
      [{ title: "", firstBlock: 0 }, {}],
      [{ title: "", firstBlock: 0 }, {}],
    ]);
  });
});

describe("teasers that turn out to be an article", () => {
  const kim = { actor: "kim", start: 0, end: 1 };
  /** A question about what stands around the article, answered by hand; meanwhile the block is another. */
  async function askAside(ids: readonly number[]) {
    const answers: ((mentions: FoundKinds["mentions"]) => void)[] = [];
    const asked: number[][] = [];
    const { inquiry, found } = start({ title: "" }, (passages) => {
      asked.push(passages);
      return new Promise((resolve) => answers.push((mentions) => resolve({ ...NOTHING, mentions })));
    });
    for (const id of ids) inquiry.add(block(id, "furniture"));
    const done = inquiry.ask();
    inquiry.forget(-2);
    inquiry.add(block(-2, "body"));
    for (const i of [0, 1]) {
      await vi.waitFor(() => expect(answers.length).toBeGreaterThan(i));
      answers[i]?.(i === 0 ? { [ids[0] ?? 0]: [kim] } : {});
    }
    await done;
    return { asked, found };
  }

  it("are not marked by an answer to what they were", async () => {
    const { asked, found } = await askAside([-2]);
    expect(asked).toEqual([[-2], [-2]]);
    expect(found.map(({ mentions }) => mentions)).toEqual([{}, {}]);
  });

  it("are asked about once where they still waited, and others are marked", async () => {
    const { asked, found } = await askAside([-3, -2]);
    expect(asked).toEqual([[-3], [-2]]);
    expect(found.map(({ mentions }) => mentions)).toEqual([{ [-3]: [kim] }, {}]);
  });
});

function start(
  page: Page,
  answer: (passages: number[], page: Page, evidence: Evidence) => FoundKinds | Promise<FoundKinds>,
) {
  const found: FoundKinds[] = [];
  const inquiry = new Inquiry(page, {
    findMentions: async (passages, about, evidence) =>
      answer(
        passages.map(({ id }) => id),
        about,
        evidence,
      ),
    onFound: (one) => found.push(one),
    onDone: () => {},
    onError: (error) => {
      throw error;
    },
    signal: new AbortController().signal,
  });
  return { inquiry, found };
}

function block(id: number, zone: Block["zone"]): Block {
  return { id, zone, text: LONG } as Block;
}
