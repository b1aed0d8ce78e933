import type { Claim } from "../../src/digest/schema.ts";
import type { Candidate, Setting } from "./corrupting.ts";

/** What one has said, put in the mouth of another of the article. */
export function misattribute(setting: Setting): Candidate[] {
  const { claim, articles, names, random } = setting;
  const { speaker } = claim;
  if (speaker === "outlet" || !("actor" in speaker)) return [];
  const voices = [speaker.actor, ...claim.actors.filter(({ part }) => part === "speaker").map(({ id }) => id)];
  const through = names.in(speaker.via ?? "", new Set()).map(({ actor }) => actor);
  const isOther = (id: string) =>
    !through.includes(id) && voices.every((voice) => voice !== id && !names.areOne(voice, id));
  const maySpeak = (id: string) => ["person", "organisation"].includes(names.actor(id)?.kind ?? "");
  const inArticle = claim.citations.flatMap(({ source }) => [...names.inArticle(source, articles.get(source) ?? [])]);
  const others = random.some(
    [...new Set(inArticle)].filter((id) => maySpeak(id) && isOther(id)),
    2,
  );
  return others.flatMap((other, i): Candidate[] => {
    const said = `speaker ${speaker.actor} → ${other}`;
    const told: Claim = { ...claim, speaker: { ...speaker, actor: other } };
    if (i) return [{ way: "speaker: list not following", claim: told, said }];
    const followed = { ...told, actors: withSpeaker(claim, speaker.actor, other) };
    return [{ way: "speaker: list following", claim: followed, said: `${said}, in the list as well` }];
  });
}

function withSpeaker(claim: Claim, from: string, to: string): Claim["actors"] {
  const isSpeaker = (one: Claim["actors"][number]) => one.id === from && one.part === "speaker";
  return claim.actors.map((one) => (isSpeaker(one) ? { id: to, part: one.part } : one));
}
