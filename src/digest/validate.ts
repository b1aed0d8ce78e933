import * as v from "valibot";
import { type Fault, referenceFaults } from "./references.ts";
import { type Digest, digestSchema } from "./schema.ts";

export type Checked<T> = { readonly value: T } | { readonly faults: readonly [Fault, ...Fault[]] };

/** Unknown data → a digest of the published format, or every fault of form and reference in it. */
export function checkDigest(data: unknown): Checked<Digest> {
  const shaped = checkShape(digestSchema, data);
  if ("faults" in shaped) return shaped;
  const [first, ...others] = referenceFaults(shaped.value);
  return first ? { faults: [first, ...others] } : shaped;
}

/** Unknown data → what `schema` describes, defaults filled in, or every fault of form. */
export function checkShape<S extends v.GenericSchema>(schema: S, data: unknown): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, data);
  if (result.success) return { value: result.output };
  const [first, ...others] = result.issues.map(
    (issue): Fault => ({
      path: (issue.path ?? []).map((item) => item.key as string | number),
      message: expectation(issue),
    }),
  );
  return { faults: [first as Fault, ...others] };
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") return "a key that the format does not know";
  if (issue.received === "undefined") return "is missing";
  const own = !issue.message.startsWith("Invalid ");
  const expected = own ? issue.message : String(issue.expected ?? issue.type).replaceAll(" | ", ", ");
  return `expected ${expected}, found ${issue.received}`;
}
