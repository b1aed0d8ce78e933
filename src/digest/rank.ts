import type { Claim } from "./schema.ts";

/** What the reader has before the eyes. */
export interface View {
  readonly passage: string;
  readonly title: string;
  /** Publication day of the page, YYYY-MM-DD. */
  readonly published?: string;
}

/** BM25's usual constants, as in Lucene: how soon a repeated word stops counting, how much long texts are held back. */
const K1 = 1.2;
const B = 0.75;
/** A word of the paragraph tells more of what the reader wants than one of the headline. */
const TITLE_WEIGHT = 0.5;
/** A claim about an actor tells more of them than one that only names them. */
const PART_WEIGHT = { subject: 1, speaker: 0.6, object: 0.6, mentioned: 0 } as const;
/** Nearness in time counts as much as one telling word; a claim this many days away gains half of it. */
const HALF_LIFE_DAYS = 180;
const DAY_MS = 86_400_000;
/** Words that stand everywhere and tell nothing. */
const STOP = new Set(
  `a about after all also an and any are as at be been before but by can could did do for from had has have he her his if
  in into is it its more most no not of on one or other our out over said says she so some than that the their them then
  there these they this to up was we were what when which who will with would you`.split(/\s+/),
);

/** Claims about one actor, most telling for the view first: words shared with the passage and title, part, and nearness in time. */
export function rankClaims(claims: readonly Claim[], actor: string, view: View): Claim[] {
  const texts = claims.map(({ text, topics }) => words(`${text} ${topics.join(" ")}`));
  const average = texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1);
  const asked = new Map<string, number>();
  for (const word of words(view.title)) asked.set(word, TITLE_WEIGHT);
  for (const word of words(view.passage)) asked.set(word, 1);

  const idf = new Map<string, number>();
  for (const word of asked.keys()) {
    const holders = texts.filter((text) => text.includes(word)).length;
    idf.set(word, Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5)));
  }
  const scores = claims.map((claim, i) => {
    const text = texts[i] as string[];
    let score = PART_WEIGHT[claim.actors.find(({ id }) => id === actor)?.part ?? "mentioned"];
    for (const [word, weight] of asked) {
      const count = text.filter((other) => other === word).length;
      if (count)
        score +=
          (weight * (idf.get(word) ?? 0) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * text.length) / average));
    }
    return score + nearness(claim, view.published);
  });
  return claims
    .map((claim, i) => ({ claim, score: scores[i] as number }))
    .sort((a, b) => b.score - a.score)
    .map(({ claim }) => claim);
}

/** 1 on the day, falling to 0; claims without a date, and pages without one, gain nothing. */
function nearness({ when }: Claim, published: string | undefined): number {
  if (!when || !published) return 0;
  const days = Math.abs(Date.parse(when.start) - Date.parse(published)) / DAY_MS;
  return Number.isNaN(days) ? 0 : HALF_LIFE_DAYS / (HALF_LIFE_DAYS + days);
}

/** Words in lower case, cut to their stem as far as English plurals and tenses go. */
function words(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ie[sd]|y|e[sd]?|s|ing)$/, "") : word));
}
