import type { Citation, Claim, Digest, Tenure } from "./schema.ts";
import { isBefore } from "./tenure.ts";

/** What is wrong, where: `path` leads from the top of the data to the value at fault. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = Fault["path"];

/** Ids that lead nowhere or stand twice, paragraphs beyond a source's last, times that run backwards. */
export function referenceFaults(digest: Digest): Fault[] {
  const check = new Checker(digest);
  for (const [i, actor] of digest.actors.entries()) {
    for (const [j, tenure] of actor.tenures.entries()) checkTenure(check, tenure, ["actors", i, "tenures", j]);
    for (const [j, { when }] of actor.facts.entries()) check.runsForward(when, ["actors", i, "facts", j, "when"]);
  }
  for (const [i, { id, uncited }] of digest.sources.entries()) {
    for (const [j, { paragraphs }] of uncited.entries())
      check.stand(id, paragraphs, ["sources", i, "uncited", j, "paragraphs"]);
  }
  for (const [i, claim] of digest.claims.entries()) checkClaim(check, claim, ["claims", i]);
  for (const [i, { from, to }] of digest.links.entries()) {
    check.known("claim", from, ["links", i, "from"]);
    check.known("claim", to, ["links", i, "to"]);
    if (from === to) check.fault(["links", i, "to"], "links a claim to itself");
  }
  for (const [i, { actors, claims, when }] of digest.events.entries()) {
    check.allKnown("actor", actors, ["events", i, "actors"]);
    check.allKnown("claim", claims, ["events", i, "claims"]);
    check.runsForward(when, ["events", i, "when"]);
  }
  for (const [i, { from, to, claims, when, outside }] of digest.relations.entries()) {
    check.known("actor", from, ["relations", i, "from"]);
    check.known("actor", to, ["relations", i, "to"]);
    check.allKnown("claim", claims, ["relations", i, "claims"]);
    check.runsForward(when, ["relations", i, "when"]);
    if (!claims.length && !outside) check.fault(["relations", i], "expected claims, or outside: what it rests on");
  }
  return check.faults;
}

function checkTenure(check: Checker, tenure: Tenure, path: Path): void {
  if (tenure.organisation) check.known("actor", tenure.organisation, [...path, "organisation"]);
  check.allStand(tenure.citations, [...path, "citations"]);
  check.runsForward(tenure, path);
  if (!tenure.citations.length && !tenure.outside)
    check.fault(path, "expected citations, or outside: what it rests on");
}

function checkClaim(check: Checker, { actors, speaker, topics, citations, when }: Claim, path: Path): void {
  check.allKnown("actor", actors, [...path, "actors"]);
  if (typeof speaker === "object" && "actor" in speaker)
    check.known("actor", speaker.actor, [...path, "speaker", "actor"]);
  check.allKnown("topic", topics, [...path, "topics"]);
  check.allStand(citations, [...path, "citations"]);
  check.runsForward(when, [...path, "when"]);
}

/** The ids of a digest, and what was found wrong so far. */
class Checker {
  readonly faults: Fault[] = [];
  readonly #ids: Record<"actor" | "source" | "claim" | "event" | "topic", Set<string>>;
  readonly #lengths: Map<string, number>;

  constructor(digest: Digest) {
    this.#ids = {
      actor: this.#idsOf("actors", digest.actors),
      source: this.#idsOf("sources", digest.sources),
      claim: this.#idsOf("claims", digest.claims),
      event: this.#idsOf("events", digest.events),
      topic: this.#idsOf("topics", digest.topics),
    };
    this.#lengths = new Map(digest.sources.map(({ id, paragraphs }) => [id, paragraphs]));
  }

  fault(path: Path, message: string): void {
    this.faults.push({ path, message });
  }

  known(what: "actor" | "source" | "claim" | "topic", id: string, path: Path): void {
    if (!this.#ids[what].has(id)) this.fault(path, `no ${what} has the id ${id}`);
  }

  allKnown(what: "actor" | "claim" | "topic", list: readonly (string | { readonly id: string })[], path: Path): void {
    for (const [i, item] of list.entries()) {
      if (typeof item === "string") this.known(what, item, [...path, i]);
      else this.known(what, item.id, [...path, i, "id"]);
    }
  }

  allStand(citations: readonly Citation[], path: Path): void {
    for (const [i, { source, paragraphs }] of citations.entries()) {
      this.known("source", source, [...path, i, "source"]);
      this.stand(source, paragraphs, [...path, i, "paragraphs"]);
    }
  }

  /** Where the source is not known, that is the fault to tell. */
  stand(source: string, paragraphs: readonly number[], path: Path): void {
    const length = this.#lengths.get(source) ?? Number.POSITIVE_INFINITY;
    const beyond = paragraphs.findIndex((paragraph) => paragraph > length);
    if (beyond >= 0) {
      this.fault([...path, beyond], `${source} ends at paragraph ${length}, named is ${paragraphs[beyond]}`);
    }
  }

  runsForward(time: { start?: string; end?: string } | undefined, path: Path): void {
    if (time?.start && time.end && isBefore(time.end, time.start))
      this.fault([...path, "end"], `${time.end} lies before the start, ${time.start}`);
  }

  #idsOf(list: string, items: readonly { readonly id: string }[]): Set<string> {
    const ids = new Set<string>();
    for (const [i, { id }] of items.entries()) {
      if (ids.has(id)) this.fault([list, i, "id"], `${id} stands twice among the ${list}`);
      ids.add(id);
    }
    return ids;
  }
}
