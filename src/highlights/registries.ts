import sheetText from "../../assets/highlight.css";
import type { Container } from "../text/elements.ts";

type Root = Document | ShadowRoot;

/**
 * The registries of the page and of its frames, which hold the same highlights: each document paints what stands in it. Where the
 * manifest's stylesheet does not reach, ours is adopted.
 */
export class Registries {
  readonly #page: Document;
  readonly #highlights: ReadonlyMap<string, Highlight>;
  readonly #registries = new Map<Document, HighlightRegistry>();
  readonly #sheets = new Map<Document, CSSStyleSheet>();
  readonly #styled = new Set<Root>();
  #isShown = true;

  constructor(page: Document, highlights: ReadonlyMap<string, Highlight>) {
    this.#page = page;
    this.#highlights = highlights;
    this.#enter(page);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  set isShown(isShown) {
    this.#isShown = isShown;
    if (isShown) this.register();
    else for (const registry of this.#registries.values()) this.#unregister(registry);
  }

  /** Whether no page has taken our highlights away. */
  get isWhole(): boolean {
    const [name = ""] = this.#highlights.keys();
    return [...this.#registries.values()].every((registry) => registry.has(name));
  }

  register(): void {
    for (const registry of this.#registries.values())
      for (const [name, highlight] of this.#highlights) registry.set(name, highlight);
  }

  has(document: Document): boolean {
    return this.#registries.has(document);
  }

  /** Lets what is painted in a container be seen. */
  reach(container: Container): void {
    const { ownerDocument: document } = container;
    if (!this.has(document)) this.#enter(document);
    // Firefox applies a document's highlight rules to none of its shadow roots.
    const root = container.getRootNode() as Root;
    if (root === this.#page || this.#styled.has(root)) return;
    root.adoptedStyleSheets.push(this.#sheetFor(document));
    this.#styled.add(root);
  }

  /** Leaves a document as it was before anything was painted in it. */
  leave(document: Document): void {
    const registry = this.#registries.get(document);
    if (!registry) return;
    this.#unregister(registry);
    this.#registries.delete(document);
    const sheet = this.#sheets.get(document);
    this.#sheets.delete(document);
    for (const root of this.#styled) {
      if (root !== document && root.ownerDocument !== document) continue;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
      this.#styled.delete(root);
    }
  }

  leaveAll(): void {
    for (const document of this.#registries.keys()) this.leave(document);
  }

  #enter(document: Document): void {
    this.#registries.set(document, registryOf(document));
    if (this.#isShown) this.register();
  }

  #unregister(registry: HighlightRegistry): void {
    for (const name of this.#highlights.keys()) registry.delete(name);
  }

  /** A sheet can be adopted only in the document that it was made in. */
  #sheetFor(document: Document): CSSStyleSheet {
    let sheet = this.#sheets.get(document);
    if (!sheet) {
      sheet = new (windowOf(document).CSSStyleSheet)();
      sheet.replaceSync(sheetText);
      this.#sheets.set(document, sheet);
    }
    return sheet;
  }
}

/** Once the line has run some ten times, Firefox takes a plain `CSS.highlights` from whichever window it was asked for first. */
function registryOf(document: Document): HighlightRegistry {
  const { CSS } = windowOf(document);
  return Object.getOwnPropertyDescriptor(CSS, "highlights")?.get?.call(CSS);
}

function windowOf(document: Document) {
  return document.defaultView as Window & typeof globalThis;
}
