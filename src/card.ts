import { browser } from "./browser.ts";
import { openOnHover } from "./card/hover.ts";
import { renderEntry } from "./card/view.ts";
import type { Words } from "./card/words.ts";
import { linesOf } from "./highlights/target.ts";
import { world } from "./isolated-world.ts";
import { ask, OrphanedError } from "./messages.ts";
import type { Reading } from "./reading.ts";

function word(name: string): string {
  return browser.i18n.getMessage(name);
}

const WORDS: Words = {
  language: languageOfWords(),
  kinds: {
    person: word("kind_person"),
    state: word("kind_state"),
    organisation: word("kind_organisation"),
    agreement: word("kind_agreement"),
  },
  claimKinds: {
    quote: word("claim_quote"),
    allegation: word("claim_allegation"),
    denial: word("claim_denial"),
    forecast: word("claim_forecast"),
    opinion: word("claim_opinion"),
  },
  roleAsOf: word("role_as_of"),
  roleFormer: word("role_former"),
  roleFormerUndated: word("role_former_undated"),
  outside: word("outside"),
  facts: word("facts"),
  noStatements: word("no_statements"),
  sources: { one: word("sources_one"), other: word("sources_other") },
  label: word("card_label"),
  unnamedSpeaker: word("unnamed_speaker"),
  later: word("later"),
};

/** The browser's own language where the words are in it, for its way of writing dates; else the language of the words. */
function languageOfWords(): string {
  const [own, words] = [browser.i18n.getUILanguage(), word("language_tag")];
  return own.split("-")[0] === words ? own : words;
}

const opened = new WeakSet<Reading>();

function openCards(reading: Reading): void {
  if (opened.has(reading)) return;
  opened.add(reading);
  const { page, signal } = reading;
  openOnHover(document, {
    signal,
    pointer: world.dramatisPointer,
    anchorAt(x, y) {
      const target = reading.targetAt(x, y);
      if (!target) return null;
      const { mark, line } = target;
      const { block, mention } = mark;
      return {
        key: `${block.id}:${mention.start}`,
        node: mark.range.startContainer,
        line,
        lines: () => linesOf(mark),
        mention,
        passage: block.text,
      };
    },
    render: async ({ mention, passage }) =>
      renderEntry(document, await ask("describe", mention.actor, passage, page), WORDS),
    onError(error) {
      if (!(error instanceof OrphanedError)) console.warn("Dramatis:", error);
    },
  });
}

world.dramatisOpenCards = openCards;
if (world.dramatisReading) openCards(world.dramatisReading);
