import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { count, say, type Words } from "../../src/card/words.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Entry>>;

const FOLDER = "assets/_locales";
const LANGUAGES = ["de", "en", "es", "fr", "ko", "ru"];
const PLURAL = /_(zero|one|two|few|many|other)$/;

const messagesOf = (language: string): Messages =>
  JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, "utf8"));
const english = messagesOf("en");
const counted = Object.keys(english).filter((key) => key.endsWith("_other"));
const baseOf = (key: string) => (counted.includes(key.replace(PLURAL, "_other")) ? key.replace(PLURAL, "_other") : key);
/** What is filled in: {1}, $count$. */
const gapsIn = ({ message }: Entry) => [...new Set(message.match(/\{\d\}|\$\w+\$/g))].sort();

function wordsOf(language: string): Words {
  const messages = messagesOf(language);
  return { language, message: (name) => messages[name]?.message ?? "" };
}

it("speaks six languages", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(LANGUAGES);
});

describe.each(LANGUAGES)("the words in %s", (language) => {
  const messages = messagesOf(language);

  it("are complete, with every plural form of the language", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const expected = Object.keys(english).flatMap((key) => {
      if (!PLURAL.test(key) || !counted.includes(baseOf(key))) return [key];
      return key.endsWith("_other") ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [];
    });
    expect(Object.keys(messages).sort()).toEqual(expected.sort());
  });

  it("leave the same gaps to be filled in, but for the number that a form tells by itself", () => {
    for (const [key, entry] of Object.entries(messages)) {
      const [own, all] = [gapsIn(entry), gapsIn(english[baseOf(key)] as Entry)];
      const isSelfEvident = /_(one|two|zero)$/.test(key) && PLURAL.test(key);
      const missing = all.filter((gap) => !own.includes(gap) && !(isSelfEvident && /^(\{1\}|\$count\$)$/.test(gap)));
      expect([key, missing, own.filter((gap) => !all.includes(gap))]).toEqual([key, [], []]);
      expect(Object.keys(entry.placeholders ?? {}).map((name) => `$${name}$`)).toEqual(
        own.filter((gap) => gap.startsWith("$")),
      );
    }
  });

  it("say who they are", () => {
    expect(messages["language_tag"]?.message).toBe(language);
    for (const [key, { message }] of Object.entries(messages)) expect([key, message.trim()]).toEqual([key, message]);
    for (const { message } of Object.values(messages)) expect(message).not.toBe("");
    // The stores cut it off there.
    expect(messages["extension_description"]?.message.length).toBeLessThanOrEqual(132);
  });
});

describe("a word that nothing says", () => {
  // The digest has names of its own for what is in it.
  const speaking = readdirSync("src").filter((name) => /^(?:card|pages)$|\.ts$/.test(name));
  const code = [...speaking.map((name) => `src/${name}`), "manifest.json"].flatMap(textsIn).join("\n");

  /** Whether a key stands somewhere as a string that is no class of an element. */
  function isSaid(key: string, code: string): boolean {
    const name = key.replace(/_other$/, "");
    const said = code.replace(/\bpart\(\s*\w+,\s*"\w+",\s*"[\w-]+"|\bbutton\(\s*\w+,\s*"[\w-]+"/g, "");
    // Some are put together: kind_${…}.
    const beginnings = [...name.matchAll(/_/g)].map(({ index }) => `\`${name.slice(0, index)}_\${`);
    return [`"${name}"`, `__MSG_${name}__`, ...beginnings].some((quoted) => said.includes(quoted));
  }

  it("is not there", () => {
    expect([...new Set(Object.keys(english).map(baseOf))].filter((key) => !isSaid(key, code))).toEqual([]);
  });

  it.each(["with", "digest_back", "close", "more_other", "later", "undo", "facts", "language_tag", "extension_name"])(
    "would be noticed: %s",
    (key) => {
      const name = key.replace(/_other$/, "");
      const silent = code
        .replace(new RegExp(`(\\b(?:say|count|moreView|message|getMessage)\\([^"]*)"${name}"`, "g"), "$1")
        .replaceAll(`__MSG_${name}__`, "");
      expect(isSaid(key, silent)).toBe(false);
    },
  );
});

function textsIn(path: string): string[] {
  if (!path.includes(".")) return readdirSync(path).flatMap((name) => textsIn(`${path}/${name}`));
  return [readFileSync(path, "utf8")];
}

describe("a message", () => {
  it("counts, in the language's way of writing numbers", () => {
    expect(count(wordsOf("en"), "more", 1)).toBe("1 more statement");
    expect(count(wordsOf("en"), "more", 1234)).toBe("1,234 more statements");
    expect(count(wordsOf("de"), "more", 1234)).toMatch(/^1\.234 /);
  });

  it("takes the plural form of its language", () => {
    const ru = [1, 2, 5, 21, 22].map((amount) => count(wordsOf("ru"), "independent", amount));
    const noun = (text: string) => text.replace(/^\S+\s/, "");
    expect(noun(ru[0] ?? "")).toBe(noun(ru[3] ?? ""));
    expect(noun(ru[1] ?? "")).toBe(noun(ru[4] ?? ""));
    expect(new Set(ru.map(noun)).size).toBe(3);
  });

  it.each(LANGUAGES)("is filled in, in %s", (language) => {
    expect(say(wordsOf(language), "card_label", "Kim")).toContain("Kim");
    expect(say(wordsOf(language), "ignored", "Kim", "example.org")).toMatch(/Kim.*example\.org|example\.org.*Kim/);
  });
});
