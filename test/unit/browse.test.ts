import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { actorLine, sourceEntry, summarise, wholeEntry } from "../../src/digest/browse.ts";
import type { LinkedStatement } from "../../src/digest/statement.ts";

const digest = readDigestFiles("assets/digest");
/** What is to be read at once: a statement and what contradicts it. */
const shown = (statements: readonly LinkedStatement[]) =>
  statements.flatMap(({ id, against }) => [id, ...against.map(({ statement }) => statement.id)]);

describe("the bundled digest, looked through", () => {
  it("says what it is, with its sources newest first and in little", () => {
    const summary = summarise(digest);
    const { title, author, date, language, actors, claims, sources } = summary;
    expect({ title, author, date, language }).toEqual({
      title: digest.title,
      author: digest.author,
      date: digest.date,
      language: "en",
    });
    expect([actors, claims, sources.length]).toEqual([
      digest.actors.length,
      digest.claims.length,
      digest.sources.length,
    ]);
    const dates = sources.map(({ published }) => published.date);
    expect(dates).toEqual([...dates].sort().reverse());
    // No claim cites two sources.
    expect(sources.reduce((sum, source) => sum + source.claims, 0)).toBe(digest.claims.length);
    expect(JSON.stringify(summary).length).toBeLessThan(20_000);
  });

  it.each(digest.actors.map((actor) => [actor.id, actor] as const))("shows all claims of %s", (id, actor) => {
    const own = digest.claims.filter(({ actors }) => actors.some((one) => one.id === id)).map((claim) => claim.id);
    const entry = wholeEntry(digest, id);
    expect(own.filter((claim) => !shown(entry.statements).includes(claim))).toEqual([]);
    expect(actorLine(actor, digest).claims).toBe(own.length);
    expect(entry.facts.length).toBe(actor.facts.length);
    for (const { source } of entry.statements) expect(entry.sources[source]).toBeDefined();
  });

  it.each(digest.sources.map(({ id }) => [id]))("shows all claims from %s, in its order", (id) => {
    const own = digest.claims.filter(({ citations }) => citations.some(({ source }) => source === id));
    const entry = sourceEntry(digest, id);
    expect(own.filter((claim) => !shown(entry.statements).includes(claim.id))).toEqual([]);
    expect(entry.source.claims).toBe(own.length);
    const places = entry.statements
      .filter(({ source }) => source === id)
      .map(({ paragraphs }) => Math.min(...paragraphs));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { source } of entry.statements) expect(entry.sources[source]).toBeDefined();
  });

  it("tells whom the claims of an actor, or of a source, name as well, most of them first", () => {
    const namedIn = (isOf: (claim: (typeof digest.claims)[number]) => boolean) => {
      const counts = new Map<string, number>();
      for (const { actors } of digest.claims.filter(isOf))
        for (const id of new Set(actors.map(({ id }) => id))) counts.set(id, (counts.get(id) ?? 0) + 1);
      return Object.fromEntries(counts);
    };
    const shown = (named: readonly { id: string; statements: readonly string[] }[]) => {
      const amounts = named.map(({ statements }) => statements.length);
      expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
      return Object.fromEntries(named.map(({ id, statements }) => [id, new Set(statements).size]));
    };
    const { kremlin, ...others } = namedIn(({ actors }) => actors.some(({ id }) => id === "kremlin"));
    expect(shown(wholeEntry(digest, "kremlin").companions)).toEqual(others);
    for (const { id } of digest.sources)
      expect(shown(sourceEntry(digest, id).named)).toEqual(
        namedIn(({ citations }) => citations.some(({ source }) => source === id)),
      );
  });

  it("knows nobody else", () => {
    expect(() => wholeEntry(digest, "nobody")).toThrow("no actor has the id nobody");
    expect(() => sourceEntry(digest, "nowhere")).toThrow("no source has the id nowhere");
  });
});
