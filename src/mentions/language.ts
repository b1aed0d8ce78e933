/** Letters that one language, or nearly one, writes, and how many of them tell it; of two, the rarer comes first. */
const LETTERS: readonly (readonly [RegExp, string, number])[] = [
  [/\p{sc=Hang}/gu, "ko", 8],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, "ja", 8],
  [/\p{sc=Han}/gu, "zh", 8],
  [/[پچژگیک]/g, "fa", 4],
  [/\p{sc=Arab}/gu, "ar", 8],
  [/\p{sc=Hebr}/gu, "he", 8],
  [/\p{sc=Grek}/gu, "el", 8],
  [/\p{sc=Deva}/gu, "hi", 8],
  [/[іїєґ]/gi, "uk", 3],
  [/\p{sc=Cyrl}/gu, "ru", 8],
];
/** Small words that stand in every few lines of a language, and in few others. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to is that was for with by on",
  de: "der die das und nicht von mit ist den im auf",
  nl: "het een van niet zijn dat voor met op aan",
  fr: "le les des est et dans une pour du au par",
  es: "el los las del una con por para en y se",
  it: "il di che della per una gli nel con dal alla",
  pt: "os do da uma não para com em ao dos no",
  ca: "els amb una per dels als va del és i",
  sv: "och att det som är av för på med den",
  nb: "og det som er ikke av til på har for",
  da: "og det som er ikke af til på har for",
  fi: "ja on ei että oli myös hän mutta kun",
  pl: "się nie że jest do na przez dla oraz w",
  cs: "se že je na po za pro ale jako v",
  ro: "și de la în din pentru nu cu pe că",
  hu: "az és hogy nem egy volt meg is",
  tr: "ve bir bu için ile olarak da de",
  id: "yang dan di untuk dengan ini dari pada",
  vi: "của và là các trong được cho với đã",
};
const BY_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words.split(" ")) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), language]);
/** Fewer tell nothing. */
const LEAST_WORDS = 3;
const WORD = /[\p{L}\p{M}]+/gu;

/** The language of a page that names none, as far as its script or small words tell. */
export function guessLanguage(text: string): string | undefined {
  for (const [letters, language, least] of LETTERS) if ((text.match(letters)?.length ?? 0) >= least) return language;
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().normalize("NFC").matchAll(WORD))
    for (const language of BY_WORD.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, next] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= LEAST_WORDS && best[1] > (next?.[1] ?? 0) ? best[0] : undefined;
}
