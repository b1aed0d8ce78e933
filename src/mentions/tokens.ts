import { type Folded, fold, isInvisible, isPlain } from "./fold.ts";

/** How a word is written, or, in a name, how it has to be written at least. */
export type Capitals = "none" | "first" | "all";

/** What else may be written together with a word depends on its script. */
export type Script = "spaced" | "hangul" | "han" | "kana" | "semitic";

export interface Token {
  /** Folded. */
  readonly text: string;
  /** Offsets in the original. */
  readonly start: number;
  readonly end: number;
  /** Offset in the folded text. */
  readonly at: number;
  readonly capitals: Capitals;
  readonly script: Script;
  /** Folded text between the token before and this one. */
  readonly gap: string;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** Offset in the original of an offset in the folded text. */
  readonly origin: (at: number) => number;
}

/** Vowel signs of Hindi, Thai and others are marks that stand inside words. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Mc}]*/gu;
/** Chinese and Japanese put no spaces: an ideograph is a word, kana of one kind are one. Hebrew acronyms have a quote mark before the last letter. */
const MIXED_WORD =
  /[\p{sc=Han}]|[\p{sc=Hira}]+|[\p{sc=Kana}ー]+|[\p{sc=Hang}]+|[א-ת]+(?:["'][א-ת]+)*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー])[\p{L}\p{N}\p{Mn}\p{Mc}])+/gu;
/** Typed by programs that know better. */
const HEBREW_QUOTES = /(?<=[א-ת])[“”„](?=[א-ת])/g;
const MIXED = /[\u0590-\u05ff\u2e80-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]/u;
const UPPER_LETTER = /^\p{Lu}/u;
const SEMITIC = /^[\u0590-\u06ff]/;
const HAN = /^\p{sc=Han}/u;
const KANA = /^[\p{sc=Hira}\p{sc=Kana}ー]/u;
const HANGUL = /^\p{sc=Hang}/u;
/** No script before Hebrew has words that run together. */
const FIRST_OTHER_SCRIPT = "\u0590";

/** Text → its words, in order; a hyphen or an apostrophe separates words. */
export function tokenise(text: string): Tokens {
  return isPlain(text) ? tokenisePlain(text, fold(text)) : tokeniseAny(text, fold(text.replace(HEBREW_QUOTES, '"')));
}

/** What most texts in English are made of needs no tables of Unicode: this takes a third of the time. */
function tokenisePlain(text: string, { text: folded, at: origin }: Folded): Tokens {
  const tokens: Token[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    let kinds = PLAIN_KINDS[text.charCodeAt(at)] as number;
    if (!kinds) continue;
    const first = kinds;
    let end = at + 1;
    for (let kind = 0; end < text.length; end++) {
      kind = PLAIN_KINDS[text.charCodeAt(end)] as number;
      if (!kind) break;
      kinds |= kind;
    }
    const capitals = kinds === DIGIT ? "all" : first !== UPPER ? "none" : kinds & LOWER ? "first" : "all";
    tokens.push({
      text: folded.slice(at, end),
      start: at,
      end,
      at,
      capitals,
      script: "spaced",
      gap: folded.slice(before, at),
    });
    before = end;
    at = end;
  }
  return { tokens, origin };
}

const UPPER = 1;
const LOWER = 2;
const DIGIT = 4;
const PLAIN_KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[A-Z]/.test(char) ? UPPER : /[a-z]/.test(char) ? LOWER : /\d/.test(char) ? DIGIT : 0;
});

function tokeniseAny(text: string, folded: Folded): Tokens {
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: word, index } of folded.text.matchAll(MIXED.test(folded.text) ? MIXED_WORD : WORD)) {
    const start = folded.at(index);
    const end = withoutInvisible(text, folded.at(index + word.length));
    const gap = folded.text.slice(before, index);
    const capitals = capitalsOf(text.slice(start, end));
    tokens.push({ text: word, start, end, at: index, capitals, script: scriptOf(word), gap });
    before = index + word.length;
  }
  return { tokens, origin: folded.at };
}

/** Where a word ends, without what nobody sees behind it. */
function withoutInvisible(text: string, end: number): number {
  let last = end;
  while (isInvisible(text.charAt(last - 1))) last--;
  return last;
}

/** Words of a script without capitals count as written in capitals throughout. */
export function capitalsOf(word: string): Capitals {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return "all";
  const first = String.fromCodePoint(word.codePointAt(0) as number);
  // Mathematical capitals have no small letters.
  if (first === first.toLowerCase() && !(first.length > 1 && UPPER_LETTER.test(first))) return "none";
  return word === upper ? "all" : "first";
}

function scriptOf(word: string): Script {
  if (word < FIRST_OTHER_SCRIPT) return "spaced";
  if (SEMITIC.test(word)) return "semitic";
  if (HANGUL.test(word)) return "hangul";
  if (HAN.test(word)) return "han";
  return KANA.test(word) ? "kana" : "spaced";
}
