/** BM25's usual constants, as in Lucene: how soon a repeated word stops counting, how much long texts are held back. */
const K1 = 1.2;
const B = 0.75;
/** Words that stand everywhere and tell nothing. */
const STOP = new Set(
  `a about after all also an and any are as at be been before but by can could did do for from had has have he her his if
  in into is it its more most no not of on one or other our out over said says she so some than that the their them then
  there these they this to up was we were what when which who will with would you`.split(/\s+/),
);

/** How much each text has to do with what is asked, by BM25: words of weight, rare among the texts. */
export function telling(
  texts: readonly string[],
  asked: readonly (readonly [text: string, weight: number])[],
): number[] {
  const all = texts.map(wordsOf);
  const average = all.reduce((sum, text) => sum + text.length, 0) / (all.length || 1);
  const weights = new Map<string, number>();
  for (const [text, weight] of asked)
    for (const word of wordsOf(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  const rare = new Map(
    [...weights.keys()].map((word) => [word, rarity(all.filter((text) => text.includes(word)).length, all.length)]),
  );
  return all.map((text) => {
    let score = 0;
    for (const [word, weight] of weights) {
      const count = text.filter((other) => other === word).length;
      if (count)
        score +=
          (weight * (rare.get(word) ?? 0) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * text.length) / average));
    }
    return score;
  });
}

/** How much a word tells that so many of all texts hold, as BM25 has it. */
export function rarity(holders: number, all: number): number {
  return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
}

/** How much two of the texts have in common, from 0 to 1: the cosine of their words, rare ones weighing more. */
export function likeness(texts: readonly string[]): (one: number, other: number) => number {
  const all = texts.map((text) => new Set(wordsOf(text)));
  const holders = new Map<string, number>();
  for (const word of all.flatMap((words) => [...words])) holders.set(word, (holders.get(word) ?? 0) + 1);
  const square = (word: string) => Math.log(texts.length / (holders.get(word) ?? 1)) ** 2;
  const lengths = all.map((words) => Math.sqrt([...words].reduce((sum, word) => sum + square(word), 0)));
  return (i, j) => {
    const shared = [...(all[i] ?? [])].filter((word) => all[j]?.has(word)).reduce((sum, word) => sum + square(word), 0);
    return shared / ((lengths[i] ?? 0) * (lengths[j] ?? 0) || 1);
  };
}

const TAG = /<[^>]*>/g;

/** Words in lower case, cut to their stem as far as English plurals and tenses go. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(TAG, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ie[sd]|y|e[sd]?|s|ing)$/, "") : word));
}
