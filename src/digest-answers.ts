import { actorLine, sourceEntry, summarise, wholeEntry } from "./digest/browse.ts";
import type { Actor, Digest } from "./digest/schema.ts";
import { roleIn } from "./digest/who.ts";
import { searchActors, standsIn } from "./mentions/search.ts";
import { indexForSearch, type Searched } from "./mentions/search-index.ts";
import type { Handlers } from "./messages.ts";

/** Answers to who looks through the digest, piece by piece: as a whole it is too large to send. */
export function digestAnswers(
  known: () => Promise<Digest>,
): Pick<Handlers, "summary" | "findActors" | "findSources" | "wholeEntry" | "sourceEntry"> {
  /** Made when somebody first searches. */
  let index: Searched[] | undefined;
  return {
    summary: async () => summarise(await known()),
    async findActors(_, query) {
      const digest = await known();
      index ??= indexOf(digest);
      const actors = new Map(digest.actors.map((actor) => [actor.id, actor]));
      return searchActors(query, index).map(({ id, form, tenure }) => {
        const actor = actors.get(id) as Actor;
        const role = tenure && roleIn(digest, { ...actor, tenures: [tenure] }, undefined);
        return { ...actorLine(actor, digest), ...(form !== undefined && { form }), ...(role && { role }) };
      });
    },
    async findSources(_, query) {
      const { sources } = await known();
      return sources.filter(({ title, outlet }) => standsIn(query, `${title} ${outlet}`)).map(({ id }) => id);
    },
    async wholeEntry(_, actor) {
      const digest = await known();
      return digest.actors.some(({ id }) => id === actor) ? wholeEntry(digest, actor) : null;
    },
    async sourceEntry(_, source) {
      const digest = await known();
      return digest.sources.some(({ id }) => id === source) ? sourceEntry(digest, source) : null;
    },
  };
}

function indexOf({ actors, claims, language }: Digest): Searched[] {
  const said = new Set(claims.flatMap(({ actors }) => actors.map(({ id }) => id)));
  return indexForSearch(actors, language, (id) => !said.has(id));
}
