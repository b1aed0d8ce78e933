import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { openDictionary } from "../../src/mentions/dictionary.ts";
import type { NamedActors } from "../../src/mentions/forms.ts";
import { indexNames, type NameIndex, type OpenIndex } from "../../src/mentions/name-index.ts";
import { writeDictionary } from "../../src/mentions/write-dictionary.ts";

const BUNDLED = readDigestFiles("assets/digest");
const INDEX = indexNames(BUNDLED);
const WRITTEN = writeDictionary(BUNDLED);

/** What a dictionary answers otherwise than the index that it was written from, of everything that this holds. */
function differences(index: OpenIndex, dictionary: NameIndex, actors: NamedActors["actors"]): string[] {
  const isSame = (read: (from: NameIndex) => unknown) => isDeepStrictEqual(read(dictionary), read(index));
  const words = [...index.words()];
  const keys = words.flatMap((word) => index.startingWith(word).at(-1)?.key ?? []);
  return [
    ...words.filter((word) => !isSame(({ startingWith }) => startingWith(word))),
    ...keys.filter((key) => !isSame(({ entry }) => entry(key))),
    ...actors.map(({ id }) => id).filter((id) => !isSame(({ bearer }) => bearer(id))),
    ...[...index.titles.before.keys()].filter((word) => !isSame(({ titles }) => titles.before.get(word))),
    ...[...index.titles.after.keys()].filter((word) => !isSame(({ titles }) => titles.after.get(word))),
  ];
}

it("knows of the bundled names what their index knows", () => {
  expect(INDEX.words().size).toBeGreaterThan(5000);
  expect(differences(INDEX, openDictionary(WRITTEN), BUNDLED.actors)).toEqual([]);
});

it("finds in itself the words that it has, first and last, and no others", () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-zé]{1,6}$/),
    fc.stringMatching(/^\d{1,4}$/),
    fc.constantFrom("한국", "习", "𠮷", "constructor"),
  );
  const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.uniqueArray(form, { maxLength: 30 }), fc.array(word, { maxLength: 10 }), (names, others) => {
      const actors = names.map((form, i) => named(`a${i}`, form));
      const index = indexNames({ actors });
      const dictionary = openDictionary(writeDictionary({ actors }));
      expect(differences(index, dictionary, actors)).toEqual([]);
      for (const other of [...others, "", "~", "\t", "\n"])
        expect(dictionary.startingWith(other)).toEqual(index.startingWith(other));
    }),
  );
});

function named(id: string, form: string): NamedActors["actors"][number] {
  const names = [{ form, language: "en", strength: "strong" as const }];
  return {
    id,
    kind: "organisation",
    names,
    titles: [form],
    anchors: [],
    anchoredBy: [],
    context: [],
    notContext: [],
    notMe: [],
  };
}
