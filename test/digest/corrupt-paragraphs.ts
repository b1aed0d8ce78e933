import type { Citation, Claim } from "../../src/digest/schema.ts";
import { type Candidate, type Corrupter, type Paragraph, type Setting, withoutTags } from "./corrupting.ts";

/** So many words in a row tell that one paragraph repeats the other. */
const REPEATED_WORDS = 5;
/** The share of what the right paragraphs say of a claim that tells that others say it as well. */
const SAME = 0.6;
/** The share of a claim that has to rest on a paragraph for it to be missed. */
const LEAST_LOST = 0.4;
/** Letters that tell a word, whatever its ending. */
const STEM = 5;
const SAYS_THE_SAME = /headline|summar|repeat|twice|says/;

/** Paragraphs that do not say what the claim says. */
export const citeWrongly: Corrupter = (setting) =>
  setting.claim.citations.flatMap((citation, at) => [
    ...replaceAll(setting, citation, at),
    ...replaceOne(setting, citation, at),
    ...replaceSource(setting, citation, at),
  ]);

function replaceAll(setting: Setting, citation: Citation, at: number): Candidate[] {
  const { random } = setting;
  const chosen = random.some(strangeParagraphs(setting, citation), citation.paragraphs.length);
  if (chosen.length < citation.paragraphs.length || !isLost(setting, setting.cited, [], chosen)) return [];
  const paragraphs = chosen.map(({ number }) => number).sort((a, b) => a - b);
  return [cited("other paragraphs", setting.claim, at, { ...citation, paragraphs }, citation)];
}

function replaceOne(setting: Setting, citation: Citation, at: number): Candidate[] {
  if (citation.paragraphs.length < 2) return [];
  const { random, cited: all } = setting;
  const dropped = random.shuffled(citation.paragraphs);
  for (const number of dropped) {
    const [lost, kept] = [all.filter((one) => one.number === number), all.filter((one) => one.number !== number)];
    const fit = strangeParagraphs(setting, citation).filter((one) => isLost(setting, lost, kept, [one]));
    const [chosen] = random.some(fit);
    if (!chosen) continue;
    const paragraphs = citation.paragraphs.map((one) => (one === number ? chosen.number : one)).sort((a, b) => a - b);
    return [cited("one of several paragraphs", setting.claim, at, { ...citation, paragraphs }, citation)];
  }
  return [];
}

function replaceSource(setting: Setting, citation: Citation, at: number): Candidate[] {
  const { articles, random, claim } = setting;
  const fit = [...articles].filter(([source, texts]) => {
    const there = citation.paragraphs.flatMap((number) => {
      const text = texts[number - 1];
      return text === undefined ? [] : [{ source, number, text }];
    });
    const isComplete = there.length === citation.paragraphs.length;
    return source !== citation.source && isComplete && isLost(setting, setting.cited, [], there);
  });
  return random.some(fit, 2).map(([source]) => cited("another source", claim, at, { ...citation, source }, citation));
}

function cited(way: string, claim: Claim, at: number, wrong: Citation, right: Citation): Candidate {
  const write = ({ source, paragraphs }: Citation) => `${source} ${paragraphs.join(", ")}`;
  const citations = claim.citations.map((one, i) => (i === at ? wrong : one));
  return { way, claim: { ...claim, citations }, said: `${write(right)} → ${write(wrong)}` };
}

/** Paragraphs of the cited article that neither repeat a cited one nor bear out a claim that says the same. */
function strangeParagraphs({ digest, claim, cited, others }: Setting, { source }: Citation): Paragraph[] {
  const agreeing = digest.links
    .filter(({ from, to, type }) => type !== "contradicts" && [from, to].includes(claim.id))
    .flatMap(({ from, to }) => digest.claims.filter(({ id }) => id !== claim.id && [from, to].includes(id)));
  const borne = agreeing.flatMap(({ citations }) => citations).filter((one) => one.source === source);
  const same = (digest.sources.find(({ id }) => id === source)?.uncited ?? []).filter(({ reason }) =>
    SAYS_THE_SAME.test(reason),
  );
  const excluded = new Set([...borne, ...same].flatMap(({ paragraphs }) => paragraphs));
  return others.filter(
    (one) => one.source === source && !excluded.has(one.number) && !cited.some((other) => repeats(one, other)),
  );
}

function repeats(a: Paragraph, b: Paragraph): boolean {
  const runs = (words: string[]) => words.map((_, i) => words.slice(i, i + REPEATED_WORDS).join(" "));
  const ofA = new Set(runs(wordsOf(a.text)).slice(0, 1 - REPEATED_WORDS));
  return runs(wordsOf(b.text)).some((run) => ofA.has(run));
}

/** Whether what `lost` says of the claim, beyond what `kept` says, is missing where `instead` is cited. */
function isLost(
  setting: Setting,
  lost: readonly Paragraph[],
  kept: readonly Paragraph[],
  instead: readonly Paragraph[],
): boolean {
  const still = evidence(setting, kept);
  const gone = [...evidence(setting, lost)].filter((one) => !still.has(one));
  const found = evidence(setting, instead);
  const again = gone.filter((one) => found.has(one));
  if (gone.length < LEAST_LOST * (gone.length + still.size)) return false;
  const speakers = setting.claim.actors.filter(({ part }) => part === "speaker").map(({ id }) => id);
  if (kept.length && again.some((one) => speakers.includes(one))) return false;
  return gone.length > 1 && again.length < SAME * gone.length;
}

/** Actors and words of the claim that stand in the paragraphs. */
function evidence({ claim, names }: Setting, paragraphs: readonly Paragraph[]): Set<string> {
  const there = new Set(paragraphs.flatMap(({ text }) => wordsOf(text)));
  const actors = paragraphs.flatMap(({ source, text }) => [...names.inParagraph(source, text)]);
  const words = wordsOf(withoutTags(claim.text)).filter((word) => word.length >= STEM && there.has(word));
  return new Set([...claim.actors.map(({ id }) => id).filter((id) => actors.includes(id)), ...words]);
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map((word) => word.slice(0, STEM));
}
