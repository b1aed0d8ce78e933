import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { type Mention, NO_EVIDENCE, type Page, type Passage } from "../../src/mentions/mention.ts";
import { tokenise } from "../../src/mentions/tokens.ts";
import { anyText } from "./any-text.ts";
import { KNOWN_NAMES } from "./known-names.ts";

const THOROUGHLY = { numRuns: 1000 };
/** For a thousand articles on a busy machine, in ms. */
const LONG = 60_000;

/** Forms of one bearer that need nothing else, however they are written. */
const STRONG = [
  ...["Vladimir Putin", "Kim Jong-un", "Kim Jong Un", "Kim Jong-il", "Matthew Miller", "Alexander Novak", "Xi Jinping"],
  ...[
    "To Lam",
    "Tô Lâm",
    "North Korea",
    "북한",
    "South Korea",
    "Russia",
    "Россия",
    "United States",
    "US",
    "U.S",
    "U.S.",
  ],
  ...["USA", "NATO", "Hamas", "हमास"],
];
/** Forms that need another or tell something, and names of others. */
const OTHERS = [
  ...["Putin", "Kim", "Kim Jong", "Miller", "Novak", "John Kirby", "Kirby", "Xi", "Lam", "Sergei Ivanov", "Ivanov"],
  ...["White House", "Russia House", "Kremlin", "skiing", "New Russia", "Lyudmila Putin", "Putin Street"],
  ...["Kim Kardashian", "Kim Jong Un Square", "Kim Il Sung Square", "Novak Djokovic", "Dennis Miller", "Vladimir"],
];
/** What stands between names, before or behind them: endings, prefixes and joints, fit and unfit. */
const BETWEEN = [
  ...[
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "; ",
    " - ",
    "-",
    "\u2011",
    "·",
    "\n",
    "\r\n",
    "\u00a0",
    "\u3000",
    "\u2028",
    " “",
    "” ",
    "[",
    "]",
  ],
  ...[
    "'s ",
    "’s ",
    "s ",
    "'",
    "ban ",
    "nak ",
    "ssa ",
    "n ",
    "en",
    "은 ",
    "에서 ",
    "인 ",
    "군은 ",
    "친",
    "재",
    "中",
    "の",
    "人",
    "ー",
  ],
  ...[
    "@",
    "_",
    ".",
    ".ru",
    "www.",
    "! ",
    "MOSCOW, 2024 — ",
    "by ",
    "President ",
    "Mrs. ",
    "J. ",
    ", 24, ",
    "the ",
    " went home",
  ],
];

/** How a name is written. */
const writing = fc.record({
  softHyphens: fc.array(fc.nat(20), { maxLength: 3 }),
  form: fc.constantFrom("NFC", "NFD"),
  isWide: fc.boolean(),
  space: fc.constantFrom(" ", " ", "\u00a0", "\u202f", "\u3000"),
  hyphen: fc.constantFrom("-", "-", "\u2011", "–"),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;
/** For each letter, what is done to it. */
const capitals = fc.oneof(
  { weight: 4, arbitrary: fc.constant(["as it is"]) },
  fc.constant(["upper"]),
  fc.constant(["lower"]),
  fc.array(fc.constantFrom("as it is", "upper", "lower"), { minLength: 2, maxLength: 7 }),
);
const dressed = fc
  .tuple(fc.constantFrom(...STRONG, ...OTHERS), capitals, writing)
  .map(([name, cases, how]) => write(withCapitals(name, cases), how));
const plain = fc.constantFrom(...STRONG, ...OTHERS);
const paragraph = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: dressed },
      { weight: 2, arbitrary: plain },
      { weight: 5, arbitrary: fc.constantFrom(...BETWEEN) },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 5 });
const page: fc.Arbitrary<Page> = fc.record(
  {
    title: paragraph,
    language: fc.constantFrom("en", "en-GB", "de", "fr", "it", "hu", "fi", "ko", "ja", "zh-Hant", "ru", "ar"),
    published: fc.constantFrom("1953-03-03", "2024", "2024-06-18"),
  },
  { requiredKeys: ["title"] },
);

describe("the mentions in any text", () => {
  it("are names of their actors, word for word, or such a name with an ending", { timeout: LONG }, () => {
    fc.assert(
      fc.property(paragraphs, page, (texts, page) => {
        for (const [text, mentions] of inOneQuestion(texts, page)) {
          for (const { start, end, actor } of mentions) {
            const words = tokenise(text.slice(start, end)).tokens.map((token) => token.text);
            expect([words, actor, isName(words, actor, page.language)]).toEqual([words, actor, true]);
          }
        }
      }),
      THOROUGHLY,
    );
  });

  it("stand inside it, in order, none overlapping, none cutting a character", { timeout: LONG }, () => {
    fc.assert(
      fc.property(paragraphs, page, (texts, page) => {
        for (const [text, mentions] of inOneQuestion(texts, page)) {
          let before = 0;
          for (const { start, end } of mentions) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect([isInsidePair(text, start), isInsidePair(text, end)]).toEqual([false, false]);
            before = end;
          }
        }
      }),
      THOROUGHLY,
    );
  });

  it("can be asked for whatever the text, the title and the language are", { timeout: LONG }, () => {
    const wild = fc.oneof(anyText, paragraph);
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 3 }), wild, fc.oneof(wild, fc.string()), (texts, title, language) => {
        expect(() => inOneQuestion(texts, { title, language })).not.toThrow();
      }),
      THOROUGHLY,
    );
  });

  it.each(["constructor", "__proto__", "xx", ""])("can be asked for in the language %j", (language) => {
    const text = "Vladimir Putin. NATO. Putina, Kims";
    const [found] = inOneQuestion([text], { title: "", language });
    expect(found?.[1]).toMatchObject([{ actor: "vladimir-putin" }, { actor: "nato" }]);
  });

  it("are the same in the end, asked for in one question or one by one", { timeout: LONG }, () => {
    fc.assert(
      fc.property(paragraphs, page, (texts, page) => {
        // Where no page tells the language, the first question does, and it may hold less.
        const about = { language: "en", ...page };
        expect(oneByOne(texts, about)).toEqual(inOneQuestion(texts, about));
      }),
      THOROUGHLY,
    );
  });
});

describe("a strong name", () => {
  it("is found however its characters are written, and nothing else is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STRONG), writing, fc.constantFrom("", "😀 ", "𝒫, "), (name, how, before) => {
        const written = write(name, how);
        const found = inOneQuestion([`${before}and so ${written}, too`], { title: "" });
        const [text, mentions] = found[0] as (typeof found)[0];
        expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([written]);
      }),
      THOROUGHLY,
    );
  });
});

function withCapitals(name: string, cases: readonly string[]): string {
  const letters = [...name].map((letter, i) => {
    const which = cases[i % cases.length];
    return which === "upper" ? letter.toUpperCase() : which === "lower" ? letter.toLowerCase() : letter;
  });
  return letters.join("");
}

function write(name: string, { softHyphens, form, isWide, space, hyphen }: Writing): string {
  // None at the end, where it belongs to no name.
  const letters = [...name.normalize("NFC")].map((letter, i) =>
    i && softHyphens.includes(i) ? `\u00ad${letter}` : letter,
  );
  const written = letters.join("").normalize(form).replaceAll(" ", space).replaceAll("-", hyphen);
  return isWide
    ? written.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    : written;
}

/** Whether the index has such a name of the actor; behind its last word may stand an ending. */
function isName(words: readonly string[], actor: string, language: string | undefined): boolean {
  const [first = ""] = words;
  // A name of one word begins with fewer letters where it has an ending.
  const beginnings = words.length > 1 ? [first] : [...first].map((_, i, all) => all.slice(0, i + 1).join(""));
  const ending = language === "hu" || language === "fi" ? /^\p{L}{0,4}$/u : /^s?$/;
  return beginnings.flatMap(KNOWN_NAMES.startingWith).some(({ words: name, strong, anchored }) => {
    const last = name.length - 1;
    return (
      [...strong, ...anchored].includes(actor) &&
      name.length === words.length &&
      name.every((word, i) => (i < last ? words[i] === word : words[i]?.startsWith(word))) &&
      ending.test(words[last]?.slice(name[last]?.length) ?? "")
    );
  });
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff]$/.test(text.charAt(at - 1)) && /^[\udc00-\udfff]$/.test(text.charAt(at));
}

function toPassages(texts: readonly string[]): Passage[] {
  return texts.map((text, id) => ({ id, text }));
}

type Answer = readonly [text: string, mentions: readonly Mention[]];

function inOneQuestion(texts: readonly string[], page: Page): Answer[] {
  const { mentions } = findMentions(toPassages(texts), page, NO_EVIDENCE, KNOWN_NAMES);
  return texts.map((text, id) => [text, mentions[id] ?? []]);
}

/** What a page has in the end: of what is revised, the settled mentions stay and the conditional ones are replaced. */
function oneByOne(texts: readonly string[], page: Page): Answer[] {
  const known: (readonly Mention[])[] = [];
  let evidence = NO_EVIDENCE;
  for (const passage of toPassages(texts)) {
    const found = findMentions([passage], page, evidence, KNOWN_NAMES);
    known[passage.id] = found.mentions[passage.id] ?? [];
    for (const [id, mentions] of Object.entries(found.revised)) {
      const settled = known[Number(id)]?.filter(({ conditional }) => !conditional) ?? [];
      known[Number(id)] = [...settled, ...mentions].sort((a, b) => a.start - b.start);
    }
    evidence = { ...evidence, ...found.evidence };
  }
  return texts.map((text, id) => [text, known[id] ?? []]);
}
