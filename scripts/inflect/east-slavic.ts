type Language = "ru" | "uk";
type Kind = "person" | "state" | "organisation" | "agreement";
/**
 * What a word ends in, and what stands there in the genitive, dative, accusative, instrumental, prepositional and, in Ukrainian,
 * vocative: `/` parts variants, `=` leaves the word as it is, А and Я become у and ю in Ukrainian words for things. A masculine
 * accusative is that of the living, since of things it is the nominative. Third, what the next word must end in.
 */
type Row = readonly [ending: string, cases: string, next?: string];
/** For each case, the variants of a word. */
type Declined = readonly (readonly string[])[];

const ADJECTIVES: Record<Language, readonly Row[]> = {
  ru: [
    ["(?<=[Тт]рет)ий", "ьего ьему ьего ьим ьем"],
    ["(?<=[гкх])ий", "ого ому ого им ом"],
    ["ий", "его ему его им ем"],
    ["ый|(?<!Гер)ой", "ого ому ого ым ом"],
    ["(?<=[жшчщ])ая", "ей ей ую ей ей"],
    ["ая", "ой ой ую ой ой"],
    ["(?<=[гкх])ое", "ого ому = им ом"],
    ["ое", "ого ому = ым ом"],
    ["ые", "ых ым = ыми ых"],
    ["(?<=[гкхжшчщ])ие", "их им = ими их"],
  ],
  uk: [
    ["ий", "ого ому ого им ому/ім ="],
    ["ій", "ього ьому ього ім ьому/ім =", "."],
    ["(?<=[сцз]ьк|(?<!и|ї)н|[Єє]дин|[оеє]в|лив|[Вв]елик|[Бб]іл|[Вв]ищ|[Іі]нш|[Вв]ідкрит)а", "ої ій у ою ій =", "[ая]"],
    ["(?<=Піднебесн)а", "ої ій у ою ій ="],
    ["е", "ого ому = им ому/ім =", "[оея]"],
    ["і", "их им = ими их =", "[иіїь]"],
  ],
};
/** Endings with which a word in a person's name is an adjective, in given names as well: not Дмитрий. */
const ADJECTIVAL_NAME = { ru: /(?:[сц]к|[жшчщ])ий$|ый$|ой$|ая$/, uk: /ий$|[сцз]ька$/ };
const SURNAMES: Record<Language, readonly Row[]> = {
  ru: [
    ["(?<=[оеё]в|[иы]н)", "а у а ым е"],
    ["(?<=[оеё]в|[иы]н)а", "ой ой у ой ой"],
  ],
  uk: [
    ["(?<=[оеє]в)", "а у а им і е/="],
    ["(?<=[иії]н)", "а у/ові а им і/ові е/="],
    ["(?<=[оеє]в|[иії]н)а", "ої ій у ою ій ="],
    ["(?<=[сцз]ьк)а", "ої ій у ою ій ="],
  ],
};
const NOUNS: Record<Language, readonly Row[]> = {
  ru: [
    ["(?<=Пав)ел", "ла лу ла лом ле"],
    ["Лев", "Льва Льву Льва Львом Льве"],
    ["(?<=П)ётр", "етра етру етра етром етре"],
    ["(?<=[Кк]уб)ок", "ка ку ка ком ке"],
    ["(?<=[Дд]вор)ец", "ца цу ца цом це"],
    ["(?<=[Цц]ерк)овь", "ви ви овь овью ви"],
    ["(?<=[ао]ст|ад)ь", "и и = ью и"],
    ["(?<=и)й", "я ю я ем и"],
    ["(?<=[Кк]ремл|[Вв]ожд)ь", "я ю я ём е"],
    ["й|ь", "я ю я ем е"],
    ["(?<=[жшчщц])", "а у а ем е"],
    ["(?<=[бвгдзклмнпрстфх])", "а у а ом е"],
    ["(?<=и)я", "и и ю ей и"],
    ["(?<=ь)я", "и е ю ёй е"],
    ["я", "и е ю ей е"],
    ["(?<=[гкх])а", "и е у ой е"],
    ["(?<=[жшчщ])а", "и е у ей е"],
    ["(?<=ц)а", "ы е у ей е"],
    ["а", "ы е у ой е"],
    ["(?<=ств|[Дд]ел)о", "а у = ом е"],
    ["ие", "ия ию = ием ии"],
    ["(?<=т)ы", "ов ам = ами ах"],
    ["(?<=и)и", "й ям = ями ях"],
  ],
  uk: [
    ["(?<=[Дд])ім", "ому ому/омові ому омом омі/ому оме"],
    ["(?<=догов|Догов)ір", "ору ору/орові ору ором орі оре"],
    ["(?<=[Кк]ремл)ь", "я ю/еві я ем і ю"],
    ["(?<=Вагнер|артист|[Мм]аршал|[Вв]етеран|[Кк]апітан)", "а у/ові а ом і/ові е"],
    ["(?<=[Кк]уб|[Рр]ан)ок", "ка ку/кові ка ком ку/кові ку"],
    ["(?<=ник)", "а у/ові а ом у/ові у"],
    ["(?<=[Гг]еро)й", "я ю/єві я єм ї/єві ю"],
    ["(?<=Ігор|етар|отар)", "я ю/еві я ем і/еві ю"],
    ["(?<=[ао]ст)ь", "і і = ю і е"],
    ["ій", "іЯ ію/ієві іЯ ієм ії/ієві ію"],
    ["й", "Я ю/єві Я єм ї/єві ю"],
    ["ь", "Я ю/еві Я ем і/еві ю"],
    ["г", "гА гу/гові гА гом зі/гу/гові гу"],
    ["(?<=[кх])", "А у/ові А ом у/ові у"],
    ["(?<=[жшчщ])", "А у/еві А ем і/у/еві у"],
    ["(?<=[бвгґдзлмнпрстфц])", "А у/ові А ом і/ові е"],
    ["(?<=[іе])я", "ї ї ю єю ї є"],
    ["(?<=нн)я", "я ю = ям і ="],
    ["я", "і і ю ею і е"],
    ["ка", "ки ці ку кою ці ко"],
    ["га", "ги зі гу гою зі го"],
    ["(?<=[жшчщ])а", "і і у ею і е"],
    ["а", "и і у ою і о"],
    ["(?<=ств)о", "а у = ом і ="],
    ["(?<=к)о", "а у/ові а ом у/ові у"],
    ["(?<=[тлр])о", "а у/ові а ом і/ові е"],
    ["(?<=т|[Зз]бор)и", "ів ам = ами ах ="],
    ["(?<=і)ї", "й ям = ями ях ="],
  ],
};
/** Foreign titles, letters that are read out, and what has no vowel do not decline. */
const UNCHANGED =
  /^(?:Нодон|Родонг?|Ажанс|Франс|Франс-Прес+|замсекретаря)$|\p{Lu}{2}|^[^аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ]*$/u;
/** Given names on а or я that are men's: all others tell a woman. */
const MALE = /^(?:Илья|Ілля|Никита|Микита|Микола|Женя|Эзра|Езра)$/;
/** With these, the names of Koreans, Chinese and Vietnamese begin: only the last word declines. */
const FAMILY_FIRST = /^(?:Ким|Кім|Си|Сі|То|Чон|Чонг|Чен|Чхон|Чжон|Ир|Ір)$/;
const PATRONYMIC = /(?:[оеєй]вич|ьич|[оеєії]вна)$/;
/** Between adjectives or before a noun, these stay: and; S. Korea. */
const PARTICLE = /^(?:и|і|й|та)$|\.$/;
const CASES = 6;

/**
 * A Russian or Ukrainian name → its forms in all other cases.
 * For a person, several words of which one begins small are a phrase, such as a title.
 */
export function inflectEastSlavic(form: string, language: Language, kind: Kind, female: boolean): string[] {
  const words = form.split(" ");
  const isPerson = kind === "person";
  const isPhrase = !isPerson || (words.length > 1 && /(?:^| )\p{Ll}/u.test(form));
  const declined = isPhrase ? declinePhrase(words, language, !isPerson) : declinePerson(words, language, female);
  const isCalled = language === "uk" && (isPerson || kind === "state");
  const forms = range(isCalled ? CASES : CASES - 1).flatMap((i) => combine(declined, i, " "));
  return [...new Set(forms)].filter((inflected) => inflected !== form);
}

/** Adjectives at the beginning and the first noun decline; the rest depends on that noun and stays. */
function declinePhrase(words: readonly string[], language: Language, isThing: boolean): Declined[] {
  const declined: Declined[] = [];
  for (const [i, word] of words.entries()) {
    const next = words.slice(i + 1).find((other) => !PARTICLE.test(other));
    const adjective = decline(word, ADJECTIVES[language], isThing, next);
    if (!adjective && !PARTICLE.test(word)) {
      declined.push(decline(word, NOUNS[language], isThing) ?? unchanged(word));
      break;
    }
    declined.push(adjective ?? unchanged(word));
  }
  return [...declined, ...words.slice(declined.length).map(unchanged)];
}

function declinePerson(words: readonly string[], language: Language, female: boolean): Declined[] {
  const [first = ""] = words;
  const isAlone = words.length === 1;
  const isWoman = female || (!isAlone && /[ая]$/.test(first) && !MALE.test(first));
  const isFamilyFirst = !isAlone && FAMILY_FIRST.test(first);
  const last = words.findLastIndex((word) => !word.endsWith("."));
  const surname = PATRONYMIC.test(words[last] ?? "") ? undefined : last;
  return words.map((word, i) => {
    if (isFamilyFirst)
      return isWoman || i !== last ? unchanged(word) : (decline(word, NOUNS[language], false) ?? unchanged(word));
    const rows = i === surname ? [...SURNAMES[language], ...NOUNS[language]] : NOUNS[language];
    return declineName(word, language, rows, isWoman);
  });
}

/** Of a double surname, the first part declines or stays. */
function declineName(word: string, language: Language, rows: readonly Row[], isWoman: boolean): Declined {
  const parts = word.split("-");
  const declined = parts.map((part) => {
    if (isWoman && !/[ая]$/.test(part)) return unchanged(part);
    const isAdjective = ADJECTIVAL_NAME[language].test(part);
    return decline(part, isAdjective ? ADJECTIVES[language] : rows, false, "а") ?? unchanged(part);
  });
  const partly = declined.map((part, i) => (i < parts.length - 1 ? unchanged(parts[i] as string) : part));
  const ways = /^\p{Ll}/u.test(word) ? [partly] : [declined, partly];
  return range(CASES).map((i) => ways.flatMap((way) => combine(way, i, "-")));
}

/** The first row that fits the word; nothing where the word has no other forms. */
function decline(word: string, rows: readonly Row[], isThing: boolean, next = ""): Declined | undefined {
  if (UNCHANGED.test(word)) return undefined;
  const row = rows.find(([ending, , after = ""]) => pattern(ending).test(word) && pattern(after).test(next));
  return row?.[1].split(" ").map((variants) =>
    variants.split("/").map((ending) => {
      if (ending === "=") return word;
      return word.replace(pattern(row[0]), ending.replace("А", isThing ? "у" : "а").replace("Я", isThing ? "ю" : "я"));
    }),
  );
}

function pattern(ending: string): RegExp {
  return new RegExp(`(?:${ending})$`, "u");
}

function unchanged(word: string): Declined {
  return range(CASES).map(() => [word]);
}

/** Every choice of one variant for each word in one case. */
function combine(words: readonly Declined[], index: number, joint: string): string[] {
  const [first = [], ...rest] = words.map((word) => word[index] ?? []);
  return rest.reduce<readonly string[]>(
    (begun, variants) => begun.flatMap((start) => variants.map((variant) => `${start}${joint}${variant}`)),
    first,
  ) as string[];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
