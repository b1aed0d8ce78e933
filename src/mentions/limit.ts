/** The only language in which a form counts, and whether letter for letter. */
export interface Limit {
  readonly language: string;
  readonly isExact: boolean;
}

/** Tags that name one language, or one way of writing it, differently. */
const SAME_LANGUAGE = new Map(Object.entries({ no: "nb", nn: "nb", iw: "he", in: "id", mo: "ro" }));

/** zh of zh-Hant, nb of no. */
export function mainLanguage(tag: string): string {
  const main = (tag.split(/[-_]/, 1)[0] as string).toLowerCase();
  return SAME_LANGUAGE.get(main) ?? main;
}

export function limitOf(language: string, isExact: boolean): Limit {
  return { language: mainLanguage(language), isExact };
}

/** What tells one entry of the index from another. */
export function keyOf(words: readonly string[], limit: Limit | undefined): string {
  return limit ? `${words.join(" ")} (${limit.language}${limit.isExact ? ", exactly" : ""})` : words.join(" ");
}
