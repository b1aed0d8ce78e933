import type { Fault } from "../../src/digest/references.ts";
import type { Digest } from "../../src/digest/schema.ts";
import { tokenise } from "../../src/mentions/tokens.ts";
import { fault, under } from "./fault.ts";
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
    ...digest.claims.flatMap((claim, i) => under(["claims", i], claimFormFaults(claim, digest, names))),
    ...loadedWordFaults(digest, loaded),
    ...webFaults(digest),
    ...reachFaults(digest),
  ];
}

/** A strong name stands alone, so it can mean only one; on pages of its language a local name comes before the others. */
function sharedNameFaults({ actors }: Digest): Fault[] {
  const owners = new Map<string, { readonly actor: string; readonly language: string | undefined }[]>();
  return actors.flatMap(({ id, names }, i) =>
    names.flatMap(({ form, strength, local, language: own }, k): Fault[] => {
      if (strength !== "strong") return [];
      const language = local ? own : undefined;
      const key = tokenise(form)
        .tokens.map(({ text }) => text)
        .join(" ");
      const known = owners.get(key) ?? [];
      owners.set(key, [...known, { actor: id, language }]);
      const other = known.find((owner) => owner.actor !== id && owner.language === language);
      if (!other) return [];
      return [
        fault(["actors", i, "names", k], id, "name", `a strong name of one actor, “${form}” is ${other.actor}'s too`),
      ];
    }),
  );
}
