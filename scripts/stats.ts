import { type Actor, type Claim, claimFields, type Digest, type Source } from "../src/digest/schema.ts";
import { type Row, table } from "./table.ts";

/** What a digest holds, as tables for the terminal. */
export function statsOf(digest: Digest): string {
  const linked = linkedClaims(digest);
  const { sources, actors, claims, links, events, relations } = digest;
  const total = `${sources.length} sources, ${actors.length} actors, ${claims.length} claims, ${links.length} links, ${events.length} events, ${relations.length} relations`;
  return [
    `${digest.title}: ${total}`,
    "",
    "By source",
    table([
      ["source", ...SUMMARY],
      ...sources.map((source) => [source.id, ...summary(ofSource(source, claims), linked)]),
      ["all", ...summary(claims, linked)],
    ]),
    "",
    "By kind of claim",
    table([
      ["source", ...KINDS],
      ...sources.map((source) => [source.id, ...kinds(ofSource(source, claims))]),
      ["all", ...kinds(claims)],
    ]),
    "",
    "Who speaks",
    table([["speaker", "claims"], ...speakers(digest)]),
    "",
    "By actor",
    table([
      ["actor", ...SUMMARY, ...KINDS, "tenures", "facts"],
      ...actors.map((actor) => actorRow(actor, claims, linked)),
    ]),
    "",
    "Names by language",
    table(nameRows(digest)),
    "",
    "Paragraphs that no claim cites",
    ...sources.flatMap(({ id, uncited, paragraphs }) => [
      `${id}, of ${paragraphs}:`,
      ...uncited.map(({ paragraphs, reason }) => `  ${paragraphs.join(", ")}: ${reason}`),
    ]),
  ].join("\n");
}

const SUMMARY = ["claims", "speakers", "corroborated", "contradicted", "updated"] as const;
const KINDS = claimFields.kind.options;

interface Linked {
  /** Claims that a source of another independence group corroborates. */
  readonly corroborated: ReadonlySet<string>;
  readonly contradicted: ReadonlySet<string>;
  /** Claims for which a later one is newer. */
  readonly updated: ReadonlySet<string>;
}

function linkedClaims({ links, claims, sources }: Digest): Linked {
  const group = new Map(sources.map(({ id, independence }) => [id, independence]));
  const groups = new Map(claims.map(({ id, citations }) => [id, group.get(citations[0]?.source ?? "")]));
  const both = (type: string, counts: (from: string, to: string) => boolean) =>
    new Set(
      links.filter((link) => link.type === type && counts(link.from, link.to)).flatMap(({ from, to }) => [from, to]),
    );
  return {
    corroborated: both("corroborates", (from, to) => groups.get(from) !== groups.get(to)),
    contradicted: both("contradicts", () => true),
    updated: new Set(links.filter(({ type }) => type === "updates").map(({ to }) => to)),
  };
}

function summary(claims: readonly Claim[], { corroborated, contradicted, updated }: Linked): Row {
  const count = (ids: ReadonlySet<string>) => claims.filter(({ id }) => ids.has(id)).length;
  return [claims.length, new Set(claims.map(speakerOf)).size, count(corroborated), count(contradicted), count(updated)];
}

function kinds(claims: readonly Claim[]): Row {
  return KINDS.map((wanted) => claims.filter(({ kind }) => kind === wanted).length);
}

function speakers({ claims, actors }: Digest): Row[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const speaker of claims.map(speakerOf)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([speaker, count]) => [names.get(speaker) ?? speaker, count]);
}

function speakerOf({ speaker }: Claim): string {
  if (speaker === "outlet") return "(the outlet itself)";
  if ("open" in speaker) return "(left open)";
  return "actor" in speaker ? speaker.actor : speaker.name;
}

function actorRow({ id, tenures, facts }: Actor, claims: readonly Claim[], linked: Linked): Row {
  const own = claims.filter(({ actors }) => actors.some((actor) => actor.id === id));
  return [id, ...summary(own, linked), ...kinds(own), tenures.length, facts.length];
}

function nameRows({ actors }: Digest): Row[] {
  const languages = [...new Set(actors.flatMap(({ names }) => names.map(({ language }) => language)))].sort();
  const rows = actors.map(
    ({ id, names }): Row => [
      id,
      ...languages.map((wanted) => names.filter(({ language }) => language === wanted).length),
    ],
  );
  const all = languages.map((_, k) => rows.reduce((sum, row) => sum + Number(row[k + 1]), 0));
  return [["actor", ...languages], ...rows, ["all", ...all]];
}

function ofSource({ id }: Source, claims: readonly Claim[]): Claim[] {
  return claims.filter(({ citations }) => citations.some(({ source }) => source === id));
}
