import type { Runtime } from "webextension-polyfill";
import { actorLine, sourceEntry, summarise, wholeEntry } from "./digest/browse.ts";
import type { Actor, Digest } from "./digest/schema.ts";
import { indexForSearch, type Searched, searchActors } from "./mentions/search.ts";
import type { Handlers } from "./messages.ts";

/** Answers to who looks through the digest, piece by piece: as a whole it is too large to send. */
export function digestAnswers(
  known: () => Promise<Digest>,
  check: (sender: Runtime.MessageSender) => void,
): Pick<Handlers, "summary" | "findActors" | "wholeEntry" | "sourceEntry"> {
  /** Made when somebody first searches. */
  let index: Searched[] | undefined;
  const askedFor = async (sender: Runtime.MessageSender) => {
    check(sender);
    return known();
  };
  return {
    summary: async (sender) => summarise(await askedFor(sender)),
    async findActors(sender, query) {
      const digest = await askedFor(sender);
      index ??= indexForSearch(digest.actors);
      const actors = new Map(digest.actors.map((actor) => [actor.id, actor]));
      return searchActors(query, index).map(({ id, form }) => ({
        ...actorLine(actors.get(id) as Actor, digest),
        ...(form !== undefined && { form }),
      }));
    },
    wholeEntry: async (sender, actor) => wholeEntry(await askedFor(sender), actor),
    sourceEntry: async (sender, source) => sourceEntry(await askedFor(sender), source),
  };
}
