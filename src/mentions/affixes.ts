import type { Script, Token } from "./tokens.ts";

/** A word that a name may begin with in a token, and how many folded letters before it belong to no name. */
export interface Opening {
  readonly word: string;
  readonly from: number;
}

/** What names are called in the text at hand: a particle of a person is none of a state. */
export type Naming = "person" | "other";

const alternatives = (words: string) => words.trim().split(/\s+/).join("|");

const PARTICLES = alternatives(`
  이 가 은 는 을 를 의 에 에게 에게서 께 께서 와 과 랑 이랑 하고 도 만 뿐 로 으로 로서 으로서 로부터 으로부터 에서 에선 에는 에도 엔 까지 부터 보다 처럼 같이 마저 조차 밖에
  이나 나 이라 라 이란 란 이라고 라고 이라는 라는 이며 며 이고 고 이자 자 인 이다 다 였다 이었다 이든 든 아 야 여 측 측은 측이 씨 님 간 등 식 발 산 제 행 내`);
const PERSON_TITLES = alternatives(`
  위원장 국무위원장 총비서 주석 국가주석 대통령 전대통령 장관 국방장관 외무장관 외교장관 총리 부총리 서기장 총서기 동지 원수 장군 대변인 보좌관 조정관 의원 소장 교수 박사 연구위원 선임연구위원 수석연구위원 정권 체제`);
const STATE_NOUNS = alternatives(`
  군 군인 군대 정부 당국 대사관 대사 외교부 외무부 외무성 국방부 국방성 의회 국회 국민 대통령 총리 전쟁 땅 영토 영공 국경 본토 측 국적 시장 기업 언론 매체 경제 방송 통신`);
const PERSON_REST = new RegExp(`^(?:${PERSON_TITLES})?(?:${PARTICLES}){0,3}$`);
const STATE_REST = new RegExp(`^(?:${STATE_NOUNS})?(?:${PARTICLES}){0,3}$`);
/** For, against, great, off, in, past, un- … Russia. */
const HANGUL_PREFIX = /^[친반대탈주전비]/;
/** And, so; in, to, as; the. */
const ARABIC_PREFIX = /^[وف]?(?:[بلك]|ال|[بك]ال)?/;
/** To + the are written as one. */
const ARABIC_TO_THE = /^[وف]?لل/;
const HEBREW_PREFIX = /^[ושהמלבכ]{0,3}/;
const HEBREW = /^[\u0590-\u05ff]/;
/** Letters that a name must keep when its prefixes are taken off. */
const LEAST_SEMITIC = 3;
/** A name of one letter stands in no longer word. */
const LEAST_STEM = 2;
/** The genitive of many languages; others by language. */
const GENITIVE = /^s$/;
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  hu: new RegExp(
    `^(?:${alternatives(`
    t et ot at nak nek val vel pal pel kal kel gal gel nal nel mal mel tal tel ral rel dal del ban ben ba be bol n on en ra re rol tol hoz hez ig ert i e kent`)})$`,
  ),
  fi: new RegExp(
    `^(?:${alternatives(`
    n in an en a ia ssa issa sta ista lla illa lta ilta lle ille ksi iksi na ina`)})$`,
  ),
};
const LONGEST_SUFFIX = 4;

/** The words that a name may begin with at this token; the token as it is comes first. */
export function openings({ text, script }: Token): readonly Opening[] {
  const whole: Opening = { word: text, from: 0 };
  if (script === "hangul" && HANGUL_PREFIX.test(text)) return [whole, { word: text.slice(1), from: 1 }];
  return script === "semitic" ? [whole, ...withoutPrefixes(text)] : [whole];
}

function withoutPrefixes(text: string): Opening[] {
  const prefix = (HEBREW.test(text) ? HEBREW_PREFIX : ARABIC_PREFIX).exec(text)?.[0].length ?? 0;
  const found: Opening[] = [];
  for (let from = 1; from <= prefix && text.length - from >= LEAST_SEMITIC; from++)
    found.push({ word: text.slice(from), from });
  const toThe = ARABIC_TO_THE.exec(text)?.[0].length;
  if (toThe && text.length - toThe >= LEAST_SEMITIC) found.push({ word: `ال${text.slice(toThe)}`, from: toThe - 1 });
  return found;
}

/** The shorter words that a name of one word might be if the rest is a suffix, longest first; `endOf` tells whether it is. */
export function stems(word: string, { script, capitals }: Token, language: string | undefined): readonly string[] {
  if (script === "hangul") return prefixesOf(word, LEAST_STEM);
  if (script !== "spaced" || capitals === "none") return [];
  if (language !== undefined && language in SUFFIXES)
    return prefixesOf(word, Math.max(LEAST_STEM, word.length - LONGEST_SUFFIX));
  return word.endsWith("s") ? prefixesOf(word, Math.max(LEAST_STEM, word.length - 1)) : [];
}

function prefixesOf(word: string, shortest: number): string[] {
  const found: string[] = [];
  for (let length = word.length - 1; length >= shortest; length--) found.push(word.slice(0, length));
  return found;
}

/** How much of a word the name takes that it begins with: all of it with a suffix of letters, the bare name in Korean; none if it is another word. */
export function endOf(
  word: string,
  name: string,
  script: Script,
  naming: Naming,
  language: string | undefined,
): number | undefined {
  if (word === name) return word.length;
  if (!word.startsWith(name) || name.length < LEAST_STEM) return undefined;
  const rest = word.slice(name.length);
  if (script === "hangul") return (naming === "person" ? PERSON_REST : STATE_REST).test(rest) ? name.length : undefined;
  const isSuffix = GENITIVE.test(rest) || (language !== undefined && SUFFIXES[language]?.test(rest));
  return script === "spaced" && isSuffix ? word.length : undefined;
}
