/**
 * What a word ends in (that is cut off), and the endings of genitive, dative, accusative, instrumental, locative and vocative:
 * `/` parts variants, `=` is the nominative, `-` the bare stem, `^` the stem with its last sound softened.
 */
type Paradigm = readonly [nominative: RegExp, endings: string];
type Gender = "m" | "f" | "n" | "p";
type Noun = readonly [gender: Gender, nominative: RegExp, endings: string];
/** Variants of each of the six cases. */
type Cases = readonly (readonly string[])[];

interface Grammar {
  readonly men: readonly Paradigm[];
  readonly women: readonly Paradigm[];
  /** Heads of names of states, organisations, agreements; `p` is the plural. */
  readonly nouns: readonly Noun[];
  readonly adjectives: Readonly<Record<Gender, readonly Paradigm[]>>;
  /** Nouns that look like adjectives. */
  readonly noAdjective: RegExp;
  /** How an adjective after its noun begins; what else stands there has a case of its own. */
  readonly afterNoun: RegExp;
  /** Last sounds of a stem and what they become, with the ending, where the case softens them. */
  readonly soft: readonly (readonly [sound: RegExp, softened: string])[];
}

const CASES = 6;
const STAYS = "= = = = = =";
/** Initials, acronyms, abbreviations. */
const SHORT = /\.$|\p{Lu}$/u;
/** Stand before the head of a name and never change: Roman numerals, English words, adverbs. */
const FIXED_BEFORE = /^(?:[IVX]+|Hong|Daily|\p{Ll}+ově|\p{L}+\.)$/u;
/** Newspapers and institutions whose names are English, French or Korean throughout. */
const FOREIGN: Noun = ["m", /(?<=^(?:Rodong|Nodong|Scarab|Agence|Cambridge|Sejong|State))$/, STAYS];
/** East Asian names begin with these; only their last syllable declines. Of Kim, either. */
const FAMILY_FIRST = /^(?:Kim|Xi|Si|T[oô]|Cheong|Čong|Dzong|Jong)$/;
const EITHER_WAY = "Kim";
/** Both halves of Nilsson-Wright are names, those of Čong-un are syllables. */
const DOUBLE_NAME = /^(\p{Lu}\p{L}+)-(\p{Lu}\p{L}+)$/u;

const POLISH_FEMININE: readonly Paradigm[] = [
  [/(?<=[aeouy])ja$/, "i i ję ją i jo"],
  [/(?<=[aeiouyjl])a$/, "i i ę ą i o"],
  [/(?<=[csdr]z|ż|c)a$/, "y y ę ą y o"],
  [/(?<=[kg])a$/, "i ^ ę ą ^ o"],
  [/a$/, "y ^ ę ą ^ o"],
];
const POLISH: Grammar = {
  men: [
    [/(?<=Ale(?:ks|x)and)er$/, "ra rowi ra rem rze rze"],
    [/(?<=^Paw)eł$/, "ła łowi ła łem le le"],
    [/(?<=\p{L}{2})ek$/u, "ka kowi ka kiem ku ku"],
    [/ko$/, "ki ce kę ką ce ko"],
    ...POLISH_FEMININE,
    [/(?<=[aeiouy]\p{L}*[^aeiou]i)$/u, "ego emu ego m m ="],
    [/(?<=[nwłzż])y$/, "ego emu ego ym ym ="],
    [/y$/, "y'ego y'emu y'ego ym ym ="],
    [/(?<=hew)$/, "=/'a =/'owi =/'a =/'em = ="],
    [/(?<=[kg])$/, "a owi a iem u u"],
    [/(?<=[csdr]z|[hjlcż])$/, "a owi a em u u"],
    [/(?<=[bdfmnprstvwxzł])$/, "a owi a em ^ ^"],
  ],
  women: [[/(?<=[sc]k|dzk)a$/, "iej iej ą ą iej ="], ...POLISH_FEMININE],
  nouns: [
    FOREIGN,
    ["p", /(?<=^Chin)y$/, "- om = ami ach ="],
    ["p", /(?<=^Niem)cy$/, "iec com = cami czech ="],
    ["p", /(?<=^Stan)y$/i, "ów om = ami ach ="],
    ["f", /(?<=^cerk)iew$/i, "wi wi = wią wi wi"],
    ["m", /(?<=^dom)$/i, "u owi = em u u"],
    ["m", /(?<=^Kreml)$/, "a owi = em u u"],
    ["m", /(?<=^Wagner)$/, "a owi a em ^ ^"],
    ["m", /(?<=^ośrod)ek$/i, "ka kowi = kiem ku ku"],
    ["n", /(?<=um|^Tajpej)$/, STAYS],
    ["n", /(?<=i)e$/, "a u = em u ="],
    ["n", /(?<=[kg])o$/, "a u = iem u ="],
    ["n", /o$/, "a u = em ^ ="],
    ...POLISH_FEMININE.map(([nominative, endings]): Noun => ["f", nominative, endings]),
    ["m", /(?<=\p{L}{2})ek$/u, "ku kowi = kiem ku ku"],
    ["m", /(?<=[kg])$/, "u owi = iem u u"],
    ["m", /(?<=[csdr]z|[hjlcż])$/, "u owi = em u u"],
    ["m", /(?<=[bdfmnprstvwxzł])$/, "u owi = em ^ ^"],
  ],
  adjectives: {
    m: [
      [/(?<=[scl]k|dzk)i$/, "iego iemu = im im ="],
      [/(?<=[^aeiouyó]n|[oi]w|[ai]ł)y$/, "ego emu = ym ym ="],
    ],
    f: [
      [/(?<=[scl]k|dzk)a$/, "iej iej ą ą iej ="],
      [/(?<=[^aeiouyó]n|[oi]w|[ai]ł|ci)a$/, "ej ej ą ą ej ="],
    ],
    n: [
      [/(?<=[scl]k|dzk)ie$/, "iego iemu = im im ="],
      [/(?<=[^aeiuyó]n|[oi]w)e$/, "ego emu = ym ym ="],
    ],
    p: [
      [/(?<=[scl]k|dzk)ie$/, "ich im = imi ich ="],
      [/(?<=[^aeiuyó]n|[oi]w)e$/, "ych ym = ymi ych ="],
    ],
  },
  noAdjective: /^(?:umowa|wojna)$/i,
  afterNoun: /^\p{L}/u,
  soft: [
    [/ch$/, "sze"],
    [/st$/, "ście"],
    [/k$/, "ce"],
    [/g$/, "dze"],
    [/r$/, "rze"],
    [/t$/, "cie"],
    [/d$/, "dzie"],
    [/ł$/, "le"],
    [/$/, "ie"],
  ],
};

const CZECH: Grammar = {
  men: [
    [/(?<=^(?:Pav|Kar))el$/, "la lovi/lu la lem lovi/lu le"],
    [/(?<=^Alexand)er$/, "ra/era rovi/ru/erovi/eru ra/era rem/erem rovi/ru/erovi/eru ře/ere"],
    [/(?<=\p{L}{2})ek$/u, "ka kovi/ku ka kem kovi/ku ku"],
    [/(?<=\p{L}{2})ec$/u, "ce covi/ci ce cem covi/ci če"],
    [/(?<=[jďťňčšž])a$/, "i ovi u ou ovi o"],
    [/a$/, "y ovi u ou ovi o"],
    [/(?<=\p{L}{2})o$/u, "a ovi/u a em ovi/u o"],
    [/(?:ý|yj)$/, "ého ému ého ým ým ="],
    [/(?<=[aeiouyáéíóú]\p{L}*[^aeiouáéíóú][iyí])$/u, "ho mu ho m m ="],
    [/(?<=u)$/, "a ovi a em ovi ="],
    [/(?<=[ckgh])$/, "a ovi/u a em ovi/u u"],
    [/(?<=[čďjňřšťž])$/, "e ovi/i e em ovi/i i"],
    [/(?<=[sxz])$/, "e/a ovi/i/u e/a em ovi/i/u i/e"],
    [/(?<=[bdfklmnptv]r)$/, "a ovi/u a em ovi/u ^"],
    [/(?<=[bdflmnprtvw])$/, "a ovi/u a em ovi/u e"],
  ],
  women: [
    [/á$/, "é é ou ou é ="],
    [/(?<=i)a$/, "e i i í i o"],
    [/a$/, "y ^ u ou ^ o"],
  ],
  nouns: [
    FOREIGN,
    ["p", /(?<=^stát)y$/i, "ů ům = y ech ="],
    ["m", /(?<=^d)ům$/i, "omu omu = omem omě/omu ome"],
    ["m", /(?<=^Kreml)$/, "u/e u/i = em u/i i/e"],
    ["m", /(?<=^[WV]agner)$/, "a ovi/u a em ovi/u e"],
    ["m", /(?<=^kostel)$/i, "a u = em e/u e"],
    ["n", /(?<=í)$/, "= = = m = ="],
    ["n", /(?<=[kgh])o$/, "a u = em u ="],
    ["n", /o$/, "a u = em u/^ ="],
    ["n", /um$/, "a u = em u ="],
    ["f", /ea$/, "eje/ey eji/ee eu eou/ejí eji/ee eo"],
    ["f", /e$/, "= i i í i ="],
    ["f", /a$/, "y ^ u ou ^ o"],
    ["f", /(?<=ost)$/, "i i = í i i"],
    ["f", /(?<=^Tchaj-pej)$/, "e i = í i i"],
    ["m", /(?<=\p{L}{2})ek$/u, "ku ku = kem ku ku"],
    ["m", /(?<=[kgh])$/, "u u = em u u"],
    ["m", /(?<=[cčďjňřšťž])$/, "e i = em i i"],
    ["m", /(?<=án)$/, "u u = em u/^ e"],
    ["m", /(?<=[bdflmnprstvwxz])$/, "u u = em u e"],
  ],
  adjectives: {
    m: [
      [/ý$/, "ého ému = ým ém ="],
      [/ův$/, "ova ovu = ovým ově/ovu ="],
      [/í$/, "ího ímu = ím ím ="],
    ],
    f: [
      [/á$/, "é é ou ou é ="],
      [/(?<=ov)a$/, "y ě u ou ě ="],
    ],
    n: [
      [/é$/, "ého ému = ým ém ="],
      [/(?<=ov)o$/, "a u = ým ě/u ="],
      [/í$/, "ího ímu = ím ím ="],
    ],
    p: [
      [/é$/, "ých ým = ými ých ="],
      [/í$/, "ích ím = ími ích ="],
    ],
  },
  noAdjective: /(?:[sc]tv|[eá]n|zahranič)í$/i,
  afterNoun: /^\p{Ll}/u,
  soft: [
    [/ch$/, "še"],
    [/k$/, "ce"],
    [/[gh]$/, "ze"],
    [/r$/, "ře"],
    [/(?<=[lsz])$/, "e"],
    [/$/, "ě"],
  ],
};

/** A Polish or Czech name in the nominative → its forms in all other cases, without the nominative itself. */
export function inflectWestSlavic(
  form: string,
  language: "pl" | "cs",
  kind: "person" | "state" | "organisation" | "agreement",
  female: boolean,
): string[] {
  const grammar = language === "pl" ? POLISH : CZECH;
  const words = form.split(" ");
  const declined = kind === "person" ? declinePerson(words, grammar, female) : declinePhrase(words, grammar);
  const forms = Array.from({ length: CASES }, (_, i) => combine(declined.map((cases) => cases[i] ?? []))).flat();
  return [...new Set(forms)].filter((other) => other !== form);
}

/** Given name and family name both decline; of an East Asian name the last word. */
function declinePerson(words: readonly string[], grammar: Grammar, female: boolean): Cases[] {
  const last = words.length - 1;
  const isFamilyFirst = last > 0 && FAMILY_FIRST.test(words[0] ?? "");
  return words.map((word, i) => {
    const cases = declineName(word, female ? grammar.women : grammar.men, grammar);
    if (!isFamilyFirst || i === last) return cases;
    return word === EITHER_WAY ? cases.map((variants) => [word, ...variants]) : unchanged(word);
  });
}

function declineName(word: string, paradigms: readonly Paradigm[], grammar: Grammar): Cases {
  const [, first, second] = DOUBLE_NAME.exec(word) ?? [];
  if (!first || !second) return decline(word, paradigms, grammar);
  const lasts = decline(second, paradigms, grammar);
  return decline(first, paradigms, grammar).map((firsts, i) =>
    [first, ...firsts].flatMap((half) => (lasts[i] ?? []).map((other) => `${half}-${other}`)),
  );
}

/** The head of a phrase and the adjectives that touch it decline; what follows stays. */
function declinePhrase(words: readonly string[], grammar: Grammar): Cases[] {
  const head = words.findIndex((word) => !FIXED_BEFORE.test(word) && !isAdjective(word, grammar));
  const [gender, ...paradigm] = grammar.nouns.find(([, nominative]) => nominative.test(words[head] ?? "")) ?? [];
  if (!gender) return words.map(unchanged);
  const agreeing = grammar.adjectives[gender];
  const agrees = (word: string) =>
    grammar.afterNoun.test(word) && isAdjective(word, grammar) && agreeing.some(([ending]) => ending.test(word));
  const rest = words.findIndex((word, i) => i > head && !agrees(word));
  return words.map((word, i) => {
    if (i === head) return decline(word, [paradigm as Paradigm], grammar);
    return rest === -1 || i < rest ? decline(word, agreeing, grammar) : unchanged(word);
  });
}

function isAdjective(word: string, { adjectives, noAdjective }: Grammar): boolean {
  if (noAdjective.test(word)) return false;
  return Object.values(adjectives).some((paradigms) => paradigms.some(([ending]) => ending.test(word)));
}

function decline(word: string, paradigms: readonly Paradigm[], { soft }: Grammar): Cases {
  const [nominative, endings] = paradigms.find(([ending]) => ending.test(word)) ?? [];
  if (!nominative || !endings || SHORT.test(word)) return unchanged(word);
  const stem = word.replace(nominative, "");
  return endings.split(" ").map((variants) => variants.split("/").map((ending) => attach(word, stem, ending, soft)));
}

function attach(word: string, stem: string, ending: string, soft: Grammar["soft"]): string {
  if (ending === "=") return word;
  if (ending === "-") return stem;
  if (ending !== "^") return stem + ending;
  const [sound, softened] = soft.find(([sound]) => sound.test(stem)) ?? [/$/, ""];
  return stem.replace(sound, softened);
}

function unchanged(word: string): Cases {
  return Array.from({ length: CASES }, () => [word]);
}

/** Variants of each word → all phrases of one variant each. */
function combine(words: readonly (readonly string[])[]): string[] {
  return words.reduce<string[]>(
    (phrases, variants, i) =>
      i === 0 ? [...variants] : phrases.flatMap((phrase) => variants.map((word) => `${phrase} ${word}`)),
    [],
  );
}
