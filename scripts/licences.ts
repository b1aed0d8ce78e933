import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/**
 * Name, version and licence texts of every package that is in a bundle, as one text.
 * @throws Error where a package comes without
 */
export function licenceTexts({ outputs }: Pick<Metafile, "outputs">): string {
  const folders = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (packageFolder(path) ?? []) : [],
    ),
  );
  return [...new Set(folders)]
    .sort()
    .map(licenceText)
    .join(`\n${"=".repeat(80)}\n\n`);
}

function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function licenceText(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  if (!files.length) throw new Error(`${folder} has no licence text to go with the build`);
  const texts = files.sort().map((file) => `\n${readFileSync(join(folder, file), "utf8").trim()}\n`);
  return `${name} ${version}\nLicence: ${license}\n${texts.join("")}`;
}
