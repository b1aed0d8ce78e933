import { type Candidate, type Corrupter, rewritten, withoutTags } from "./corrupting.ts";

const LEAST_WORDS = 9;
const MOST_WORDS = 14;
/** Of the claim's own beginning. */
const OWN_WORDS = 4;
/** An end of a sentence, its closing quotation marks included. */
const SENTENCE_END = /(?<=[.!?]['’”"]?)\s+(?=[‘“"']?\p{Lu})/u;
const ABBREVIATION = /\b(?:Mr|Ms|Mrs|Dr|Inc|St|Gen)\.$/;

/** The article's words in the place of own ones. */
export const copySentences: Corrupter = ({ claim, cited, random }) => {
  const sentences = cited
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => sentence.split(/\s+/).length >= LEAST_WORDS);
  const [whole] = random.some(sentences);
  const [begun] = random.some(sentences);
  if (!whole || !begun) return [];
  const words = begun.split(/\s+/);
  const length = LEAST_WORDS + random.below(Math.min(words.length, MOST_WORDS) - LEAST_WORDS + 1);
  const start = random.below(words.length - length + 1);
  const own = withoutTags(claim.text).split(" ").slice(0, OWN_WORDS).join(" ");
  const copied = words.slice(start, start + length).join(" ");
  const candidates: Candidate[] = [
    rewritten("whole sentence", claim, escaped(whole)),
    rewritten(`own beginning, then a run of the sentence`, claim, escaped(`${own} ${closed(copied)}`)),
  ];
  return candidates;
};

function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_END).reduce<string[]>((sentences, part) => {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else sentences.push(part);
    return sentences;
  }, []);
}

function closed(text: string): string {
  return `${text.replace(/[.,;:’”"']+$/, "")}.`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
