import { dirname, join, normalize } from "node:path/posix";

/** A broken rule: which file, and what it must not do. */
export type Breach = string;

interface Import {
  readonly from: string;
  /** A path in the project, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Rows of the house: a file imports only from rows above its own, or from its own folder. */
const ROWS: readonly (readonly string[])[] = [
  ["src/on-abort.ts", "src/turn.ts"],
  ["src/digest", "src/text"],
  ["src/mentions"],
  ["src/host-names.ts"],
  ["src/settings-schema.ts"],
  ["src/choices.ts"],
  ["src/highlights", "src/card"],
  ["src/browser.ts"],
  ["src/access.ts"],
  ["src/settings-changes.ts", "src/settings-file.ts"],
  ["src/protocol.ts"],
  ["src/messages.ts", "src/settings.ts", "src/asker.ts"],
  ["src/own-words.ts", "src/toolbar.ts", "src/tab.ts", "src/open-tabs.ts"],
  ["src/installation.ts", "src/page-answers.ts", "src/digest-answers.ts", "src/settings-answers.ts"],
  ["src/pages"],
  ["src/inquiry.ts"],
  ["src/reading.ts"],
  ["src/isolated-world.ts"],
  ["src/live-example.ts"],
];
const ENTRIES = ["content", "card", "overview", "background", "popup", "options", "digest", "welcome"].map(
  (name) => `src/${name}.ts`,
);
/** Beside the entries, what touches the browser. */
const EDGES = ["access", "messages", "settings", "tab", "open-tabs", "installation", "page-answers", "own-words"].map(
  (name) => `src/${name}.ts`,
);
const VALIDATED = ["src/settings-schema.ts", "src/settings-changes.ts"];
const BAGS = /(?:^|\/)(?:utils?|helpers?|common|shared)(?:\/|\.ts$)/;
const IMPORT = /^(?:import|export)\s+(type\s)?[^;'"]*?["']([^"']+)["']/gm;

/** Source files by path → every breach of the import rules, in order of path. */
export function importBreaches(files: ReadonlyMap<string, string>): Breach[] {
  const imports = [...files].flatMap(([path, source]) => importsOf(path, source));
  return [
    ...[...files.keys()].filter((path) => BAGS.test(path)).map((path) => `${path}: a bag; name it after what it holds`),
    ...imports.flatMap(layerBreach),
    ...imports.flatMap(packageBreach),
    ...cycles(imports),
  ].sort();
}

function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, specifier = ""]) => ({
    from,
    to: specifier.startsWith(".") ? normalize(join(dirname(from), specifier)) : specifier,
    typeOnly: type !== undefined,
  }));
}

function layerBreach({ from, to, typeOnly }: Import): Breach[] {
  if (!to.startsWith("src/")) return [];
  if (ENTRIES.includes(to)) return [`${from}: imports the entry ${to}`];
  if (ENTRIES.includes(from)) return [];
  const [own, other] = [placeOf(from), placeOf(to)];
  if (own.part === other.part) return [];
  if (own.row < 0) return [`${from}: stands in no row of the house`];
  if (other.row >= own.row) return [`${from}: imports ${to}, which does not stand above it`];
  if (own.part === "src/mentions" && !typeOnly) return [`${from}: may import only types of ${to}`];
  return [];
}

function packageBreach({ from, to, typeOnly }: Import): Breach[] {
  const isEdge = ENTRIES.includes(from) || EDGES.includes(from);
  if ((to === "src/browser.ts" || (to === "webextension-polyfill" && !typeOnly)) && !isEdge)
    return [`${from}: only entries and edges touch the browser`];
  const isValidation = from.startsWith("src/digest/") || VALIDATED.includes(from);
  if (to === "valibot" && !typeOnly && !isValidation) return [`${from}: only digest/ and the settings import valibot`];
  return [];
}

function placeOf(path: string): { row: number; part: string } {
  const part = path.split("/").length > 2 ? dirname(path) : path;
  return { row: ROWS.findIndex((row) => row.includes(part)), part };
}

/** Every file that can be reached from itself, with one way round; types count too. */
function cycles(imports: readonly Import[]): Breach[] {
  const next = new Map<string, Import[]>();
  for (const one of imports) next.set(one.from, [...(next.get(one.from) ?? []), one]);
  const found: Breach[] = [];
  for (const start of next.keys()) {
    const way = wayBack(start, next);
    // Told once, from the first of its files.
    if (way && [...way].sort()[0] === start) found.push(`${[...way, start].join(" → ")}: a cycle`);
  }
  return found;
}

function wayBack(start: string, next: ReadonlyMap<string, Import[]>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const { to } of next.get(way.at(-1) as string) ?? []) {
      if (to === start) return way;
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  }
  return undefined;
}
