import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Digest } from "../src/digest/schema.ts";
import { checkShape } from "../src/digest/validate.ts";
import { DigestError, faultLine, readFile } from "./yaml-file.ts";

const ids = v.array(v.string());
const caseSchema = v.strictObject({
  actor: v.string(),
  language: v.string(),
  published: v.exactOptional(v.string()),
  title: v.string(),
  passage: v.string(),
  best: v.pipe(ids, v.minLength(1, "at least one claim")),
  good: v.optional(ids, []),
});

/** A paragraph, and which claims about an actor a reader of it wants first. */
export interface RankingCase extends v.InferOutput<typeof caseSchema> {
  /** Every second case is not looked at while the ranking is made. */
  readonly isSetAside: boolean;
}

/** The cases of a folder of YAML files. @throws DigestError naming file, line and field, also where a claim is not one about the actor */
export function readRankingCases(folder: string, { claims }: Digest): RankingCase[] {
  const about = new Map(claims.map(({ id, actors }) => [id, actors.map((actor) => actor.id)]));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const file = readFile(join(folder, name));
      const checked = checkShape(v.array(caseSchema), file.data);
      if ("faults" in checked) throw new DigestError(checked.faults.map((fault) => faultLine(file, fault)).join("\n"));
      const lost = checked.value.flatMap(({ actor, best, good }, i) =>
        [...best, ...good]
          .filter((id) => !about.get(id)?.includes(actor))
          .map((id) => faultLine(file, { path: [i], message: `${id} is no claim about ${actor}` })),
      );
      if (lost.length) throw new DigestError(lost.join("\n"));
      return checked.value.map((one, i) => ({ ...one, isSetAside: i % 2 === 1 }));
    });
}
