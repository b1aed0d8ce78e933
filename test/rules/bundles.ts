import type { Metafile } from "esbuild";
import type { Breach } from "./imports.ts";

/** What must not be in an entry's bundle, as it would weigh on every page or mix the stages. */
const KEPT_OUT: Readonly<Record<string, readonly RegExp[]>> = {
  "content.js": [/^src\/digest\//, /^src\/mentions\//, /^src\/card[./]/, /\/valibot\//, /^src\/settings/],
  "card.js": [/^src\/digest\//, /^src\/mentions\//, /\/valibot\//, /^src\/settings/],
  "overview.js": [
    /^src\/digest\//,
    /^src\/mentions\//,
    /^src\/card[./]/,
    /\/dompurify\//,
    /\/valibot\//,
    /^src\/settings/,
  ],
  "popup.js": [/^src\/digest\//, /^src\/mentions\//, /^src\/highlights\//, /\/valibot\//, /^src\/settings/],
  "options.js": [/^src\/digest\//, /^src\/mentions\//, /\/valibot\//, /^src\/settings/],
  "digest.js": [
    /^src\/digest\//,
    /^src\/mentions\//,
    /^src\/text\//,
    /^src\/highlights\//,
    /\/valibot\//,
    /^src\/settings/,
  ],
  "welcome.js": [/^src\/digest\//, /^src\/mentions\//, /\/valibot\//, /^src\/settings/],
  "background.js": [/^src\/text\//, /^src\/highlights\//, /^src\/card[./]/],
};

/** esbuild's account of the bundles → every file that is where it must not be. */
export function bundleBreaches({ outputs }: Pick<Metafile, "outputs">): Breach[] {
  return Object.entries(outputs).flatMap(([output, { inputs }]) =>
    Object.entries(inputs)
      .filter(([input, { bytesInOutput }]) => bytesInOutput > 0 && KEPT_OUT[output]?.some((kept) => kept.test(input)))
      .map(([input]) => `${output}: holds ${input}`),
  );
}
