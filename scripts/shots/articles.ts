interface Paper {
  /** The day of publication; `null` for a page that tells none. */
  readonly published?: string | null;
  readonly language?: string;
  readonly title?: string;
}

/** A page like a newspaper's, light or dark as the reader's system, with `body` as its text. */
export function article(
  body: string,
  { published = "2024-06-20", language = "en", title = "A visit, and what was said of it" }: Paper = {},
): string {
  const date = published ? `<meta property="article:published_time" content="${published}T08:00:00Z">` : "";
  const direction = language === "ar" ? "rtl" : "ltr";
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><meta property="og:type" content="article">${date}<style>
html { color-scheme: light dark; color: light-dark(#22262b, #cfd3d8); background: light-dark(#fff, #14171a); }
body { max-width: 620px; margin: 0 auto; padding: 24px; font: 18px/1.55 Georgia, serif; }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.2; }
p { margin: 0 0 16px; }
dialog { max-width: 480px; border: 1px solid; }
</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

const REST =
  "The hall was decked with flowers, and the guests took their seats. Nobody spoke to the press that evening. The talks are to go on in the autumn, in a city that is still to be chosen.";

/** A paragraph about somebody, and one that names nobody. */
export function about(text: string): string {
  return `<p>${text}</p><p>${REST}</p><p>${REST}</p>`;
}
