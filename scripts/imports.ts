import { readFile } from "node:fs/promises";
import type { BuildOptions, Plugin } from "esbuild";
import { sheetsAsText } from "./styles.ts";

/** How what our scripts import gets into a bundle of them: options for esbuild. @param target the oldest browsers that sheets have to work in */
export function imports(target?: string[]): Pick<BuildOptions, "plugins" | "define"> {
  // Libraries that are no module ask for it.
  return { plugins: [sheetsAsText(target), readabilityAsModule()], define: { module: "undefined" } };
}

/** As CommonJS it would bring esbuild's wrapping into every tab, half as much again as its own code. */
function readabilityAsModule(): Plugin {
  return {
    name: "readability-as-module",
    setup({ onLoad }) {
      onLoad({ filter: /Readability-readerable\.js$/ }, async ({ path }) => ({
        contents: `${await readFile(path, "utf8")}\nexport { isNodeVisible, isProbablyReaderable };`,
      }));
    },
  };
}
