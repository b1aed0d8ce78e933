import type { Fault } from "../../../src/digest/references.ts";
import type { Actor, Citation, Claim, Digest, Period, Precision, Source, Tenure } from "../../../src/digest/schema.ts";
import { isBefore } from "../../../src/digest/tenure.ts";
import { fault, type Path } from "../fault.ts";

/** How much of a date each precision needs. */
const LENGTH = { day: 10, week: 10, month: 7, year: 4 } as const;

/** Dates that cannot be, but for those of claims: finer than they are precise, later than the digest, roles and facts beyond a life or beyond what vouches for them. */
export function dateFaults(digest: Digest): Fault[] {
  const published = publicationDays(digest.sources);
  return [
    ...laterFaults(digest),
    ...digest.sources.flatMap(({ id, published: { date, precision } }, i) =>
      lengthFaults(id, date, precision, ["sources", i, "published"]),
    ),
    ...digest.events.flatMap(({ id, when }, i) => periodFaults(id, when, ["events", i, "when"])),
    ...digest.relations.flatMap(({ from, when }, i) =>
      when ? periodFaults(from, when, ["relations", i, "when"]) : [],
    ),
    ...digest.actors.flatMap((actor, i) => [
      ...actor.tenures.flatMap((tenure, k) => tenureFaults(actor, tenure, ["actors", i, "tenures", k], published)),
      ...actor.facts.flatMap(({ when }, k) => (when ? factFaults(actor, when, ["actors", i, "facts", k, "when"]) : [])),
    ]),
  ];
}

/** Nobody knows more than the day on which the digest was made. */
function laterFaults({ date, actors, events, relations }: Digest): Fault[] {
  const told: [Path, string, string | undefined][] = [
    ...actors.flatMap(({ id, tenures, facts }, i): [Path, string, string | undefined][] => [
      ...tenures.map(({ asOf }, k): [Path, string, string] => [["actors", i, "tenures", k, "asOf"], id, asOf]),
      ...facts.map(({ when }, k): [Path, string, string | undefined] => [
        ["actors", i, "facts", k, "when"],
        id,
        when?.end ?? when?.start,
      ]),
    ]),
    ...events.map(({ id, when }, i): [Path, string, string] => [["events", i, "when"], id, when.end ?? when.start]),
    ...relations.map(({ from, when }, i): [Path, string, string | undefined] => [
      ["relations", i, "when"],
      from,
      when?.end ?? when?.start,
    ]),
  ];
  return told.flatMap(([path, whose, day]) =>
    date && day && isBefore(date, day)
      ? [fault(path, whose, "date", `no later day than the digest's own, ${date}, found ${day}`)]
      : [],
  );
}

function factFaults({ id, active }: Actor, when: Period, path: Path): Fault[] {
  const faults = periodFaults(id, when, path);
  const { born } = active ?? {};
  return born && isBefore(when.start, born)
    ? [...faults, fault(path, id, "date", `no earlier day than the birth, ${born}`)]
    : faults;
}

/** Paths lead on from the claim. */
export function claimDateFaults({ id, kind, when, citations }: Claim, { sources }: Digest): Fault[] {
  if (!when) return [];
  const faults = periodFaults(id, when, ["when"]);
  const latest = latestOf(citations, publicationDays(sources));
  if (kind !== "forecast" && latest && isBefore(latest, when.start))
    faults.push(
      fault(["when", "start"], id, "date", `no later day than that of the article, ${latest}, unless it is a forecast`),
    );
  return faults;
}

function publicationDays(sources: readonly Source[]): Map<string, string> {
  return new Map(sources.map(({ id, published }) => [id, published.date]));
}

function periodFaults(id: string, { start, end, precision }: Period, path: Path): Fault[] {
  if (!precision) return [fault(path, id, "date", "a precision")];
  return [start, end].flatMap((date) => (date ? lengthFaults(id, date, precision, path) : []));
}

function lengthFaults(id: string, date: string, precision: Precision, path: Path): Fault[] {
  if (date.length === LENGTH[precision]) return [];
  return [fault(path, id, "date", `as much of ${date} as its precision, ${precision}, has`)];
}

function tenureFaults(
  { id, active }: Actor,
  tenure: Tenure,
  path: Path,
  published: ReadonlyMap<string, string>,
): Fault[] {
  const { start, end, asOf, citations, outside } = tenure;
  const faults: Fault[] = [];
  const say = (field: string, expected: string) => faults.push(fault([...path, field], id, "date", expected));
  if (start && isBefore(asOf, start)) say("asOf", `no earlier day than the start, ${start}`);
  if (end && isBefore(asOf, end)) say("asOf", `no earlier day than the end, ${end}`);
  if (active?.born && start && isBefore(start, active.born))
    say("start", `no earlier day than the birth, ${active.born}`);
  if (active?.to && isBefore(active.to, end ?? start ?? asOf))
    say(end ? "end" : "asOf", `no later day than the death, ${active.to}`);
  const latest = latestOf(citations, published);
  const vouched = end ?? asOf;
  if (latest && isBefore(latest, vouched) && !outside?.fields?.includes(end ? "end" : "asOf"))
    say("asOf", `no later day than the latest article cited, ${latest}, or outside: ${end ? "end" : "asOf"}`);
  return faults;
}

/** Publication of the latest article cited; empty where none is. */
function latestOf(citations: readonly Citation[], published: ReadonlyMap<string, string>): string {
  const dates = citations.map(({ source }) => published.get(source) ?? "");
  return dates.sort().at(-1) ?? "";
}
