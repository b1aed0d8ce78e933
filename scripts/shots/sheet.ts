/** One picture, and what it shows. */
export interface Shot {
  readonly group: string;
  /** Of the state, and under which conditions of the reader's. */
  readonly title: string;
  readonly scheme: string;
  readonly browser: string;
  /** Its name in the folder of the page. */
  readonly file: string;
  /** How wide it is on the reader's screen, in px. */
  readonly width: number;
}

const STYLE = `
html { color-scheme: light dark; color: light-dark(#333, #ccc); background: light-dark(#eee, #222); }
body { margin: 24px; font: 14px/1.4 system-ui, sans-serif; }
h2 { margin: 48px 0 0; }
h3 { margin: 32px 0 8px; font-size: 1em; }
div { display: flex; gap: 16px; align-items: start; }
figure { min-width: 0; margin: 0; }
img { display: block; box-sizing: border-box; max-width: 100%; border: 1px solid light-dark(#ccc, #444); }
figcaption { margin-top: 4px; font-size: 12px; }`;

/** The page that shows them: by group and state, the browsers beside each other. */
export function sheetOf(shots: readonly Shot[]): string {
  const groups = grouped(shots, ({ group }) => group).map(
    ([group, own]) =>
      `<h2>${escaped(group)}</h2>${grouped(own, ({ title }) => title)
        .map(rowOf)
        .join("")}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card and pages</title><style>${STYLE}</style>
<h1>Card and pages</h1>${groups.join("\n")}</html>\n`;
}

function rowOf([title, shots]: readonly [string, readonly Shot[]]): string {
  // Stable: within a scheme the browsers keep their order.
  const figures = [...shots]
    .sort((a, b) => b.scheme.localeCompare(a.scheme))
    .map(
      ({ file, width, scheme, browser }) =>
        `<figure><a href="${file}"><img src="${file}" width="${width}" alt="" loading="lazy"></a><figcaption>${browser}, ${scheme}</figcaption></figure>`,
    );
  return `<h3>${escaped(title)}</h3><div>${figures.join("")}</div>`;
}

/** In the order in which each key is first met. */
function grouped<T>(list: readonly T[], key: (item: T) => string): (readonly [string, T[]])[] {
  return [...new Set(list.map(key))].map((one) => [one, list.filter((item) => key(item) === one)]);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
