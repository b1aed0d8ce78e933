/** Text reduced to what names are compared by, with the way back to the original offsets. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of the character that folded offset `i` came from; `i` may be the folded length. */
  at(i: number): number;
}

/** Letters that carry a stroke, are ligatures or have a second form: Unicode gives them no decomposition. */
const PLAIN = new Map([
  ...Object.entries({ ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h", ς: "σ" }),
  // Arabic and Persian write one letter in two ways, and many keyboards have but one of them.
  ...Object.entries({ ی: "ي", ى: "ي", ک: "ك", ة: "ه", ە: "ه", ٱ: "ا", ـ: "", "״": '"', "׳": "'" }),
]);
const ASCII = /^[\x20-\x7e\t\n\r]*$/;
/** Accents, and Arabic and Hebrew vowel signs: writing with and without them is the same name. */
const ACCENTS: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  // Hindi's nukta, which marks sounds of other languages.
  [0x93c, 0x93c],
];
/** Soft hyphen, zero-width characters, direction marks, word joiner: nobody sees them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const APOSTROPHE = /['`´ʹʻʼʽˈ‘’‛′＇]/;
const DASH = /[\p{Pd}−]/u;
const SPACE = /\s/;
/** Hangul in its letters, half-width kana with their voicing marks: several characters that are one. */
const SPLIT = /[\u1100-\u11ff\uff65-\uff9f]/;
const WHOLE = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uff66-\uff9d][\uff9e\uff9f]|./gsu;
const ONE_WORD = /^(?:.|(?!.*[\u2e80-\ua4cf\uac00-\ud7ff])[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Mc}]*)$/u;

/** Folds case, accents, apostrophes, dashes, width and spaces; drops what is invisible. Cost: linear; plain ASCII is one `toLowerCase`. */
export function fold(text: string): Folded {
  if (isPlain(text)) return { text: text.toLowerCase(), at: (i) => i };
  let folded = "";
  const origin: number[] = [];
  let offset = 0;
  for (const char of SPLIT.test(text) ? (text.match(WHOLE) ?? []) : text) {
    const plain = foldedOf(char);
    for (let i = 0; i < plain.length; i++) origin.push(offset);
    folded += plain;
    offset += char.length;
  }
  origin.push(text.length);
  return { text: folded, at: (i) => origin[i] ?? text.length };
}

/** Whether a text has nothing but printable ASCII: it is its own folding but for case. */
export function isPlain(text: string): boolean {
  return ASCII.test(text);
}

/** Whether nobody sees a character. */
export function isInvisible(char: string): boolean {
  return char > "\u007f" && INVISIBLE.test(char);
}

/** Folding one takes long, and texts are made of few. */
const FOLDED = new Map<string, string>();

function foldedOf(char: string): string {
  const known = FOLDED.get(char);
  if (known !== undefined) return known;
  const folded = foldCharacter(char);
  FOLDED.set(char, folded);
  return folded;
}

function foldCharacter(char: string): string {
  if (char < "\u0080") return char.toLowerCase();
  if (INVISIBLE.test(char)) return "";
  const sign = foldSign(char);
  if (sign !== char) return sign;
  const letters = [...char.normalize("NFKD").toLowerCase()].filter((letter) => !isAccent(letter)).map(foldLetter);
  const bare = letters.join("").normalize("NFC");
  // In pieces, ½, ⑴ or ㏠ would put a word's edge inside a character, where no offset can point.
  if (bare.length > 1 && !ONE_WORD.test(bare)) return char;
  return bare;
}

function foldLetter(letter: string): string {
  return PLAIN.get(letter) ?? foldSign(letter);
}

function foldSign(char: string): string {
  if (APOSTROPHE.test(char)) return "'";
  if (DASH.test(char)) return "-";
  return SPACE.test(char) ? " " : char;
}

function isAccent(letter: string): boolean {
  const code = letter.codePointAt(0) as number;
  return ACCENTS.some(([first, last]) => first <= code && code <= last);
}
