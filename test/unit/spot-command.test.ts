import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Run {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

interface Case {
  readonly what: string;
  /** The text in pieces: names that are to be found stand with their actor. */
  readonly text: readonly (string | readonly [name: string, actor: string])[];
  readonly about?: {
    readonly lang?: string | null;
    readonly title?: string | null;
    readonly published?: string | null;
  };
}

/** Starting Node, compiling and reading the bundled digest on a busy machine, in ms. */
const STARTED = 60_000;
const DIGEST = {
  actors: [
    { id: "ann", kind: "person", name: "Ann Example", names: [{ form: "Ann Example" }] },
    { id: "sam-of-town", kind: "person", name: "Sam Double", names: [{ form: "Sam Double" }] },
    { id: "sam-of-port", kind: "person", name: "Sam Double", names: [{ form: "Sam Double" }] },
    { id: "new", kind: "organisation", name: "Newcomer", names: [{ form: "Newcomer" }], active: { from: "2022-03" } },
    { id: "town", kind: "state", name: "Town", names: [{ form: "Stadt", language: "de", local: true }] },
    { id: "yoshinoya", kind: "organisation", name: "Yoshinoya", names: [{ form: "𠮷野家" }] },
  ],
};
const ANN = ["Ann Example", "ann"] as const;
const EXAMPLE = ["Example", "ann"] as const;
const NEW = ["Newcomer", "new"] as const;

// biome-ignore format: a table reads best with a case on a line
const CASES: readonly Case[] = [
  { what: "a full name", text: [ANN, " arrived."] },
  { what: "a name twice in a paragraph", text: ["So ", ANN, " it was, ", ANN, "."] },
  { what: "a name after astral characters", text: ["😀👩‍🚀 𝒫 = 𝒬, says ", ANN, "."] },
  { what: "names after astral characters and CRLF in the paragraphs before", text: ["😀 came 🇷🇺 first.\r\n\r\n𝒫 was said.\r\n👩‍🚀 ", ANN, " 😀\r\n", EXAMPLE, " left.\r\n"] },
  { what: "paragraphs that end with LF or CRLF", text: [ANN, "\n", EXAMPLE, "\r\n\n", EXAMPLE, "\r\n"] },
  { what: "a name with astral letters inside", text: ["😀 ", ["Ann Exam𝓅𝓁e", "ann"], ", 𝒫."] },
  { what: "a name of an astral ideograph", text: ["🍜", ["𠮷野家", "yoshinoya"], "😀\n", ["𠮷野家", "yoshinoya"], "𠮷野"] },
  { what: "halves of surrogate pairs", text: ["\ude00 \ud83d ", ANN, " \ud83d"] },
  { what: "a line separator in the text", text: ["One\u2028two\u2029three ", ANN, "\u2028."] },
  { what: "a name behind an invisible character", text: ["\ufeff", ANN, " arrived.\n\u200b", EXAMPLE, " left."] },
  { what: "a name before an invisible character, which is none of it", text: [ANN, "\u200b arrived."] },
  { what: "a soft hyphen and a no-break space inside a name", text: ["So ", ["Ann\u00a0Exam\u00adple", "ann"], "."] },
  { what: "a surname after the full name", text: [ANN, " came. Then ", EXAMPLE, " left."] },
  { what: "a surname in a later paragraph", text: [ANN, " came.\n\nNothing happened.\nThen ", EXAMPLE, " left."] },
  { what: "a surname, but not with the full name in another article only", text: ["Then Example left."] },
  { what: "a surname with the full name in the title", text: ["Then ", EXAMPLE, " left."], about: { title: "What Ann Example wants" } },
  { what: "no name across paragraphs", text: ["Ann\nExample left with Ann\r\nExample."] },
  { what: "nobody by a strong name of two actors", text: ["Sam Double met ", ANN, ".\nDouble left."] },
  { what: "nobody before their time", text: ["It was Newcomer."], about: { published: "2022-02-28" } },
  { what: "somebody in their time, by the day", text: ["It was ", NEW, "."], about: { published: "2022-03-01" } },
  { what: "somebody in their time, by the month", text: ["It was ", NEW, "."], about: { published: "2022-03" } },
  { what: "somebody in their time, by the year", text: ["It was ", NEW, "."], about: { published: "2022" } },
  { what: "somebody in their time, by the second", text: ["It was ", NEW, "."], about: { published: "2022-03-01T10:00:00Z" } },
  { what: "a form of one language on its pages", text: ["In der ", ["Stadt", "town"], "."], about: { lang: "de-AT" } },
  { what: "a form of one language on no others", text: ["So sagt man Stadt."], about: { lang: "nl" } },
  { what: "a line whose options are null", text: [ANN, "."], about: { lang: null, title: null, published: null } },
  { what: "an empty text", text: [] },
];

interface Fault {
  readonly what: string;
  readonly line: string;
  /** What the message begins with. */
  readonly says: RegExp;
}

// biome-ignore format: a table reads best with a case on a line
const FAULTS: readonly Fault[] = [
  { what: "no JSON", line: "Ann Example arrived.", says: /JSON/ },
  { what: "JSON that is cut off", line: '{"id": 1, "text": "Ann', says: /JSON/ },
  { what: "nothing", line: "null", says: /^line: / },
  { what: "a list", line: "[]", says: /^id: .*; text: / },
  { what: "no text", line: '{"id": 1}', says: /^text: / },
  { what: "a number for a text", line: '{"id": 1, "text": 5}', says: /^text: expected text, found .+$/ },
  { what: "null for a text", line: '{"id": 1, "text": null}', says: /^text: expected text, found .+$/ },
  { what: "no id", line: '{"text": "a"}', says: /^id: / },
  { what: "an id that is neither text nor a number", line: '{"id": true, "text": "a"}', says: /^id: expected text or a number, found true$/ },
  { what: "a number for a language", line: '{"id": 1, "text": "a", "lang": 5}', says: /^lang: expected text, found .+$/ },
  { what: "a list for a title", line: '{"id": 1, "text": "a", "title": []}', says: /^title: expected text, found .+$/ },
  { what: "a number for a date", line: '{"id": 1, "text": "a", "published": 2024}', says: /^published: expected text, found .+$/ },
  { what: "a date in words", line: '{"id": 1, "text": "a", "published": "3 May 2024"}', says: /^published: expected a date: YYYY, YYYY-MM or YYYY-MM-DD, found .+$/ },
  { what: "a date in words that begins with the year", line: '{"id": 1, "text": "a", "published": "2024, in May"}', says: /^published: expected a date: YYYY, YYYY-MM or YYYY-MM-DD, found .+$/ },
  { what: "two faults", line: '{"id": 1, "text": 5, "lang": 5}', says: /^text: expected text, found 5; lang: expected text, found 5$/ },
];
/** Asked after every fault and a blank line. */
const GOOD = { id: "good", text: "😀\r\nAnn Example spoke." };
const GOOD_ANSWER = { id: "good", mentions: [{ start: 4, end: 15, actor: "ann" }] };
const LINES_PER_FAULT = 3;
const ANSWERS_PER_FAULT = 2;

// biome-ignore format: a table reads best with a case on a line
const BAD_DIGESTS: readonly [what: string, file: string, content: string | undefined, says: readonly RegExp[]][] = [
  ["is missing", "missing.json", undefined, [/^missing\.json: .*no such file/]],
  ["is no JSON", "cut.json", '{"actors": [', [/^cut\.json: .*JSON/]],
  ["is malformed", "malformed.json", '{"actors": [{"id": "ann", "kind": "town", "name": "Ann", "names": [{"forms": "Ann"}]}]}', [
    /^malformed\.json: actors\.0\.kind: expected one of .*"person".*, found "town"$/,
    /^malformed\.json: actors\.0\.names\.0\.form: is missing$/,
  ]],
];

let folder: string;
let good: Run;
let faulty: Run;
let bundled: Run;
let unread: Run[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-"));
  writeFileSync(join(folder, "digest.json"), JSON.stringify(DIGEST));
  for (const [, file, content] of BAD_DIGESTS) if (content !== undefined) writeFileSync(join(folder, file), content);

  const lines = CASES.map((one, i) => JSON.stringify({ id: idOf(one, i), text: textOf(one), ...one.about }));
  const faultyLines = FAULTS.flatMap(({ line }) => [line, "", JSON.stringify(GOOD)]);
  [good, faulty, bundled, ...unread] = await Promise.all([
    run(`\ufeff${lines.join("\r\n\r\n \t\r\n")}\r\n`, "--digest", "digest.json"),
    run(faultyLines.join("\n"), "--digest", "digest.json"),
    run(JSON.stringify({ id: 1, text: "😀\r\nVladimir Putin spoke." })),
    ...BAD_DIGESTS.map(([, file]) => run("", "--digest", file)),
  ]);
}, STARTED);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the command spot", () => {
  it("answers every line that is not blank, in order, with its id as it was", () => {
    expect(answers(good).map(({ id }) => id)).toEqual(CASES.map(idOf));
    expect(good).toMatchObject({ code: 0, stderr: "" });
  });

  it.each(CASES.map((one, i) => ({ ...one, i })))("finds $what", ({ i, ...one }) => {
    const { mentions } = answers(good)[i] ?? {};
    expect(mentions).toEqual(mentionsOf(one));
  });

  it("takes the bundled digest where none is named", () => {
    expect(bundled).toMatchObject({ code: 0, stderr: "" });
    expect(answers(bundled)).toEqual([{ id: 1, mentions: [{ start: 4, end: 18, actor: "vladimir-putin" }] }]);
  });
});

describe("among lines that are no articles", () => {
  it.each(FAULTS.map((fault, i) => ({ ...fault, i })))(
    "$what is answered at its place with an error of that line",
    ({ i, says }) => {
      const answer = answers(faulty)[ANSWERS_PER_FAULT * i];
      expect(answer).toEqual({ id: null, error: expect.stringMatching(says) });
      const number = LINES_PER_FAULT * i + 1;
      expect(faulty.stderr.split("\n")).toContain(`line ${number}: ${answer?.["error"]}`);
    },
  );

  it("the articles are answered", () => {
    const all = answers(faulty);
    expect(all).toHaveLength(ANSWERS_PER_FAULT * FAULTS.length);
    expect(all.filter((_, i) => i % ANSWERS_PER_FAULT)).toEqual(FAULTS.map(() => GOOD_ANSWER));
  });

  it("the command says a line about each, nothing else, and fails in the end", () => {
    expect(faulty.code).toBe(1);
    const wrong = answers(faulty).filter(({ id }) => id === null);
    expect(faulty.stderr.trimEnd().split("\n")).toHaveLength(wrong.length);
  });
});

describe("a digest", () => {
  it.each(BAD_DIGESTS.map(([what, , , says], i) => ({ what, says, i })))(
    "that $what fails the command",
    ({ says, i }) => {
      const { code, stdout, stderr } = unread[i] as Run;
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr.split("\n").slice(0, says.length + 1)).toEqual([
        ...says.map((one) => expect.stringMatching(one)),
        "",
      ]);
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );
});

/** The command with `input` on stdin, called from the folder of the digests as npm calls it. */
function run(input: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "scripts/spot.ts", ...args],
      { env: { ...process.env, INIT_CWD: folder } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

function answers({ stdout }: Run): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function idOf({ what }: Case, i: number): string | number {
  return i % 2 ? what : i;
}

function textOf({ text }: Case): string {
  return text.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");
}

function mentionsOf({ text }: Case): object[] {
  let end = 0;
  return text.flatMap((piece) => {
    const start = end;
    end += typeof piece === "string" ? piece.length : piece[0].length;
    return typeof piece === "string" ? [] : [{ start, end, actor: piece[1] }];
  });
}
