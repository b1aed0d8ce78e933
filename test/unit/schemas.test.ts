import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { jsonSchemas, SCHEMA_FOLDER } from "../../scripts/schemas.ts";

it.each(Object.entries(jsonSchemas()))("%s is as the definitions have it (else: npm run schemas)", (name, json) => {
  expect(readFileSync(join(SCHEMA_FOLDER, name), "utf8")).toBe(json);
});

it("tells an editor what a claim needs", () => {
  const { properties } = JSON.parse(jsonSchemas()["source.json"] ?? "");
  const claim = properties.claims.items;
  expect(claim.required).toEqual(["id", "text", "kind", "actors", "speaker", "paragraphs"]);
  expect(claim.properties.kind.enum).toContain("allegation");
});
