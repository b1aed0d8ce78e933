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
  const result = v.safeParse(schema, data, { abortPipeEarly: true });
  if (result.success) return { value: result.output };
  const [first, ...others] = result.issues.map(
    (issue): Fault => ({
      path: (issue.path ?? []).map((item) => item.key as string | number),
      message: expectation(issue),
    }),
  );
  return { faults: [first as Fault, ...others] };
}

/** What people who write YAML call the things that JavaScript has other names for. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  Object: "keys with values",
  Array: "a list",
  string: "text",
  number: "a number",
  null: "nothing",
};

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") return "a key that the format does not know";
  if (issue.received === "undefined") return "is missing";
  const own = !issue.message.startsWith("Invalid ");
  return `expected ${own ? issue.message : expected(issue)}, found ${found(issue)}`;
}

function expected({ type, expected, input }: v.BaseIssue<unknown>): string {
  if (type === "picklist") return `${expected}`.replace(/^\((.*)\)$/, "one of $1").replaceAll(" | ", ", ");
  // YAML takes 2024, 1.0 and true without quotes for no text.
  if (expected === "string" && (typeof input === "number" || typeof input === "boolean")) return "text in quotes";
  return PLAIN_WORDS[String(expected)] ?? String(expected ?? type);
}

function found({ input, received }: v.BaseIssue<unknown>): string {
  if (typeof input === "string") return JSON.stringify(input);
  if (Array.isArray(input) && !input.length) return "none";
  return PLAIN_WORDS[received] ?? received;
}
