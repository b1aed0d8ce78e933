import type { Claim } from "../../src/digest/schema.ts";
import { exchangeActors } from "./corrupt-exchanges.ts";
import { misattribute } from "./corrupt-speakers.ts";
import { type Candidate, type Corrupter, rewritten, type Setting } from "./corrupting.ts";
import type { Named } from "./names-in-text.ts";

/** Names and ids of others in the place of the right ones. */
export const swapActors: Corrupter = (setting) => [
  ...replaceActors(setting),
  ...exchangeActors(setting),
  ...misattribute(setting),
];

/** Where those who take a place come from. */
type From = "not in the article" | "elsewhere in the article" | "same paragraphs";

function replaceActors(setting: Setting): Candidate[] {
  const { claim, names, random } = setting;
  const places = names.in(claim.text, new Set(claim.actors.map(({ id }) => id)));
  const inText = new Set(places.map(({ actor }) => actor));
  const strangers = strangersOf(setting, inText);
  const doers = claim.actors.filter(({ part }) => part !== "speaker").map(({ id }) => id);
  return [...new Set([...inText, ...doers])].flatMap((id) =>
    (Object.keys(strangers) as From[]).flatMap((from) => {
      const fit = strangers[from].filter((other) => isAlike(setting, id, other));
      return random
        .some(fit)
        .flatMap((other) => [
          ...(inText.has(id) ? inTextOnly(setting, places, id, other, from) : []),
          ...(doers.includes(id) ? inList(setting, places, id, other, from) : []),
        ]);
    }),
  );
}

function isAlike({ names }: Setting, id: string, other: string): boolean {
  return names.actor(id)?.kind === names.actor(other)?.kind && !names.areOne(id, other);
}

function strangersOf({ digest, claim, cited, articles, names }: Setting, inText: Set<string>): Record<From, string[]> {
  const sources = claim.citations.map(({ source }) => source);
  const inArticle = new Set(sources.flatMap((source) => [...names.inArticle(source, articles.get(source) ?? [])]));
  const near = new Set(cited.flatMap(({ source, text }) => [...names.inParagraph(source, text)]));
  const listed = new Set(claim.actors.map(({ id }) => id));
  const all = digest.actors.map(({ id }) => id).filter((id) => !inText.has(id));
  return {
    "not in the article": all.filter((id) => !inArticle.has(id)),
    "elsewhere in the article": all.filter((id) => inArticle.has(id) && !near.has(id) && !listed.has(id)),
    "same paragraphs": all.filter((id) => near.has(id)),
  };
}

function inTextOnly(setting: Setting, places: Named[], id: string, other: string, from: From): Candidate[] {
  const text = renamed(setting, places, id, other);
  return [rewritten(`${from}: text only`, setting.claim, text)];
}

function inList(setting: Setting, places: Named[], id: string, other: string, from: From): Candidate[] {
  const { claim } = setting;
  if (claim.actors.some((part) => part.id === other)) return [];
  const listed = withActor(claim, id, other);
  const said = `${id} → ${other} in the list`;
  const isNamed = places.some(({ actor }) => actor === id);
  const both = isNamed ? [rewritten(`${from}: text and list`, listed, renamed(setting, places, id, other))] : [];
  // A mention is no statement on anybody; one of the paragraphs may well be mentioned.
  const hasDone = claim.actors.some((part) => part.id === id && part.part !== "mentioned");
  const alone = from === "same paragraphs" && hasDone ? [{ way: `${from}: list only`, claim: listed, said }] : [];
  return [...both.map((one) => ({ ...one, said: `${one.said}, ${said}` })), ...alone];
}

function renamed({ claim, names }: Setting, places: readonly Named[], id: string, other: string): string {
  const own = places.filter(({ actor }) => actor === id);
  return names.replaced(claim.text, own, () => names.actor(other)?.name ?? other);
}

/** The claim with one actor standing in the place of another, save as speaker. */
function withActor(claim: Claim, id: string, other: string): Claim {
  const actors = claim.actors.map((part) =>
    part.id === id && part.part !== "speaker" ? { id: other, part: part.part } : part,
  );
  return { ...claim, actors };
}
