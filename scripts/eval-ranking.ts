import { pathToFileURL } from "node:url";
import { rankClaims } from "../src/digest/rank.ts";
import type { Claim, Digest } from "../src/digest/schema.ts";
import { actorsIn } from "../src/mentions/find-mentions.ts";
import { indexNames, type NameIndex } from "../src/mentions/name-index.ts";
import { readDigestFiles } from "./digest-files.ts";
import { type RankingCase, readRankingCases } from "./ranking-cases.ts";
import { type Row, table } from "./table.ts";

/** How many statements a card shows at first. */
const SHOWN = 3;
/** What a reader gains by a claim that is wanted first, and by one that fits. */
const GAIN = { best: 3, good: 1 } as const;

type Order = (claims: readonly Claim[], one: RankingCase) => readonly Claim[];

/** From 0 to 1: how much of what the best order of three would give, the given order gives. */
export function ndcg(order: readonly string[], { best, good }: Pick<RankingCase, "best" | "good">): number {
  const gainOf = (id: string) => (best.includes(id) ? GAIN.best : good.includes(id) ? GAIN.good : 0);
  const sum = (gains: readonly number[]) =>
    gains.slice(0, SHOWN).reduce((all, gain, i) => all + gain / Math.log2(i + 2), 0);
  return sum(order.map(gainOf)) / sum([...best, ...good].map(gainOf).sort((a, b) => b - a));
}

/** As the worker ranks, with the actors that it finds in the passage. */
export function ranked(digest: Digest, index: NameIndex): Order {
  return (claims, { actor, title, passage, published, language }) => {
    const page = { title, language, ...(published && { published }) };
    const view = { passage, actors: actorsIn(passage, page, index), ...page };
    return rankClaims(claims, actor, view, digest).map(({ claim }) => claim);
  };
}

function newestFirst({ sources }: Digest): Order {
  const told = new Map(sources.map(({ id, published }) => [id, published.date]));
  const day = (claim: Claim) => claim.when?.start ?? told.get(claim.citations[0]?.source ?? "") ?? "";
  return (claims) => [...claims].sort((a, b) => day(b).localeCompare(day(a)));
}

/** What chance gives on average: every claim in every place as often. */
function byChance(claims: readonly Claim[], one: RankingCase): number {
  const { best, good } = one;
  const mean = (best.length * GAIN.best + good.length * GAIN.good) / claims.length;
  const ideal = ndcg([...best, ...good], one);
  const places = Array.from({ length: Math.min(SHOWN, claims.length) }, (_, i) => mean / Math.log2(i + 2));
  const most = [...best.map(() => GAIN.best), ...good.map(() => GAIN.good)].slice(0, SHOWN);
  const all = most.reduce((sum: number, gain, i) => sum + gain / Math.log2(i + 2), 0);
  return (ideal * places.reduce((sum, gain) => sum + gain, 0)) / all;
}

interface Judged {
  readonly one: RankingCase;
  readonly ours: number;
  readonly newest: number;
  readonly chance: number;
  readonly first: readonly string[];
}

export function judgeRanking(cases: readonly RankingCase[], digest: Digest): Judged[] {
  const orders = { ours: ranked(digest, indexNames(digest)), newest: newestFirst(digest) };
  return cases.map((one) => {
    const claims = digest.claims.filter(({ actors }) => actors.some(({ id }) => id === one.actor));
    const score = (order: Order) =>
      ndcg(
        order(claims, one).map(({ id }) => id),
        one,
      );
    const first = orders.ours(claims, one).slice(0, SHOWN);
    return {
      one,
      ours: score(orders.ours),
      newest: score(orders.newest),
      chance: byChance(claims, one),
      first: first.map(({ id }) => id),
    };
  });
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function print(judged: readonly Judged[], errors: number): void {
  const groups: [string, (one: RankingCase) => boolean][] = [
    ["all", () => true],
    ["looked at", ({ isSetAside }) => !isSetAside],
    ["set aside", ({ isSetAside }) => isSetAside],
    ["set aside, English", ({ isSetAside, language }) => isSetAside && language === "en"],
    ["set aside, other languages", ({ isSetAside, language }) => isSetAside && language !== "en"],
  ];
  const row = ([name, wanted]: (typeof groups)[number]): Row => {
    const own = judged.filter(({ one }) => wanted(one));
    return [
      name,
      own.length,
      ...(["ours", "newest", "chance"] as const).map((key) => mean(own.map((one) => one[key])).toFixed(3)),
    ];
  };
  console.log(table([["nDCG@3", "cases", "ours", "newest first", "by chance"], ...groups.map(row)]));
  const worst = judged.filter(({ one }) => !one.isSetAside).sort((a, b) => a.ours - b.ours);
  for (const { one, ours, first } of worst.slice(0, errors))
    console.log(
      `\n${ours.toFixed(2)} ${one.actor} ${one.language} ${one.published ?? ""} “${one.title}”\n  ${one.passage.trim()}\n  first: ${first.join(", ")}\n  best:  ${one.best.join(", ")}\n  good:  ${one.good.join(", ")}`,
    );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const digest = readDigestFiles("assets/digest");
  const at = process.argv.indexOf("--errors");
  print(judgeRanking(readRankingCases("test/ranking", digest), digest), at < 0 ? 0 : Number(process.argv[at + 1]));
}
