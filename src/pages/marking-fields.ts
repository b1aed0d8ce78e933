import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import type { Patch } from "../settings-changes.ts";
import type { Settings } from "../settings-schema.ts";
import { checkField, choiceField, group, rangeField, selectField } from "./fields.ts";

/** Controls of one chapter of the settings: what they show, and what they would have changed. */
export interface Fields {
  readonly elements: readonly HTMLElement[];
  show(settings: Settings): void;
}

type Change = (patch: Patch) => void;

/** The steps of a rest are no finer than a hand is, in ms. */
const REST = { min: 0, max: 1000, step: 50 };
const SIZES = [0.85, 1, 1.15, 1.3, 1.5] as const;
const KINDS = ["person", "state", "organisation", "agreement"] as const;

export function pagesFields(document: Document, words: Words, change: Change): Fields {
  const word = (key: Message) => say(words, key);
  const isOn = checkField(document, "is-on", word("settings_is_on"), (isOn) => change({ isOn }));
  const off = part(document, "p", "hint off", word("settings_is_off"));
  const pages = choiceField(
    document,
    "pages",
    word("settings_pages"),
    [
      { value: "articles", label: word("pages_articles"), hint: word("pages_articles_hint") },
      { value: "every", label: word("pages_every"), hint: word("pages_every_hint") },
      { value: "chosen", label: word("pages_chosen"), hint: word("pages_chosen_hint") },
    ],
    (pages) => change({ pages }),
  );
  return {
    elements: [part(document, "div", "group", isOn.element, off), pages.element],
    show(settings) {
      isOn.show(settings.isOn);
      off.hidden = settings.isOn;
      pages.show(settings.pages);
    },
  };
}

export function marksFields(document: Document, words: Words, change: Change): Fields {
  const word = (key: Message) => say(words, key);
  const mentions = choiceField(
    document,
    "mentions",
    word("settings_mentions"),
    (["every", "paragraph", "article"] as const).map((value) => ({ value, label: word(`mentions_${value}`) })),
    (mentions) => change({ mentions }),
  );
  const kinds = KINDS.map((kind) => {
    const field = checkField(document, `kind-${kind}`, word(`kinds_${kind}`), (isOn) =>
      change({ kinds: { [kind]: isOn } }),
    );
    return { kind, field };
  });
  const furniture = checkField(document, "furniture", word("settings_furniture"), (furniture) => change({ furniture }));
  const badge = checkField(document, "badge", word("settings_badge"), (badge) => change({ badge }));
  const hint = part(document, "p", "hint", word("mentions_hint"));
  mentions.element.append(hint);
  return {
    elements: [
      mentions.element,
      group(document, "kinds", word("settings_kinds"), ...kinds.map(({ field }) => field.element)),
      group(document, "around", word("settings_around"), furniture.element),
      group(document, "toolbar", word("settings_toolbar"), badge.element),
    ],
    show(settings) {
      mentions.show(settings.mentions);
      for (const { kind, field } of kinds) field.show(settings.kinds[kind]);
      furniture.show(settings.furniture);
      badge.show(settings.badge);
    },
  };
}

export function looksFields(document: Document, words: Words, change: Change): Fields {
  const word = (key: Message) => say(words, key);
  const number = new Intl.NumberFormat(words.language);
  const percent = new Intl.NumberFormat(words.language, { style: "percent" });
  const style = choiceField(
    document,
    "style",
    word("settings_style"),
    (["underline", "tint", "hover"] as const).map((value) => ({ value, label: word(`style_${value}`) })),
    (style) => change({ style }),
  );
  const by = choiceField(
    document,
    "by",
    word("settings_opening"),
    (["rest", "modifier", "click"] as const).map((value) => ({ value, label: word(`opening_${value}`) })),
    (by) => change({ opening: { by } }),
  );
  const rest = rangeField(
    document,
    "rest",
    word("opening_rest_ms"),
    REST,
    (ms) => say(words, "milliseconds", number.format(ms)),
    (restMs) => change({ opening: { restMs } }),
  );
  const size = selectField(
    document,
    "text-size",
    word("settings_text_size"),
    SIZES.map((size) => ({ value: String(size), label: percent.format(size) })),
    (size) => change({ textSize: Number(size) as Settings["textSize"] }),
  );
  by.element.append(rest.element);
  return {
    elements: [style.element, by.element, group(document, "size", word("settings_text"), size.element)],
    show(settings) {
      style.show(settings.style);
      by.show(settings.opening.by);
      rest.show(settings.opening.restMs);
      // A click waits for nothing.
      rest.element.hidden = rest.isDisabled = settings.opening.by === "click";
      size.show(String(settings.textSize));
    },
  };
}
