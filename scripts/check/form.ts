import type { Fault } from "../../src/digest/references.ts";
import type { Digest } from "../../src/digest/schema.ts";
import { fault } from "./fault.ts";
import { claimFormFaults } from "./form/claims.ts";
import { dateFaults } from "./form/dates.ts";
import { loadedWordFaults } from "./form/loaded-words.ts";
import { reachFaults } from "./form/reach.ts";
import { webFaults } from "./form/web.ts";
import type { Names } from "./naming.ts";

/** What can be told of a digest without its articles, beyond what the build refuses. */
export function formFaults(digest: Digest, names: Names, loaded: readonly string[]): Fault[] {
  return [
    ...sharedNameFaults(digest),
    ...dateFaults(digest),
    ...digest.claims.flatMap((claim, i) =>
      claimFormFaults(claim, digest, names).map(({ path, message }) => ({ path: ["claims", i, ...path], message })),
    ),
    ...loadedWordFaults(digest, loaded),
    ...webFaults(digest),
    ...reachFaults(digest),
  ];
}

/** A strong name stands alone, so it can mean only one. */
function sharedNameFaults({ actors }: Digest): Fault[] {
  const owners = new Map<string, string>();
  return actors.flatMap(({ id, names }, i) =>
    names.flatMap(({ form, strength, local, language }, k): Fault[] => {
      if (strength !== "strong") return [];
      const key = `${local ? language : ""} ${form.normalize("NFKC").toLowerCase()}`;
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) return [];
      return [fault(["actors", i, "names", k], id, "name", `a strong name of one actor, “${form}” is ${owner}'s too`)];
    }),
  );
}
