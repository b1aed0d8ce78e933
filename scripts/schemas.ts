import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import {
  aboutFileSchema,
  actorsFileSchema,
  namesFileSchema,
  sourceFileSchema,
  wordsFileSchema,
} from "../src/digest/file-schemas.ts";
import { digestSchema } from "../src/digest/schema.ts";

/** Where editors look for the schemas that the digest's YAML files name in their first line. */
export const SCHEMA_FOLDER = "assets/digest/schema";

/** File name → JSON Schema of what is written there; `published` is the one-file format that is bundled. */
export function jsonSchemas(): Record<string, string> {
  const schemas = {
    digest: aboutFileSchema,
    actors: actorsFileSchema,
    names: namesFileSchema,
    topics: wordsFileSchema,
    terms: wordsFileSchema,
    source: sourceFileSchema,
    published: digestSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      // Whether a day stands in the calendar is beyond JSON Schema; the build checks it.
      const json = toJsonSchema(schema, { typeMode: "input", errorMode: "ignore" });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, json] of Object.entries(jsonSchemas())) writeFileSync(join(SCHEMA_FOLDER, name), json);
}
