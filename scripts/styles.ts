import { build, type Plugin } from "esbuild";

/** A stylesheet with all that it imports in it, as small as it gets. @param target the oldest browsers that it has to work in */
export async function joinSheet(path: string, target: string[] = []): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, target, write: false });
  return outputFiles[0]?.text ?? "";
}

/** A stylesheet within a script is its text: esbuild would leave it as it is written, imports and all. */
export function sheetsAsText(target?: string[]): Plugin {
  return {
    name: "sheets-as-text",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await joinSheet(path, target), loader: "text" })),
  };
}
