import sheetText from "../../assets/highlight.css";
import type { Container } from "../text/elements.ts";

type Root = Document | ShadowRoot;

/** Between two looks at the sheets of all components, in ms: a page may have thousands of them, and a pointer moves at every frame. */
const MIN_BETWEEN_LOOKS_MS = 100;

/**
 * The registries of the page and of its frames, which hold the same highlights: each document paints what stands in it. Where the
 * manifest's stylesheet does not reach, ours is adopted.
 */
export class Registries {
  readonly #page: Document;
  readonly #highlights: ReadonlyMap<string, Highlight>;
  readonly #registries = new Map<Document, HighlightRegistry>();
  /** A sheet can be adopted only in the document that it was made in. */
  readonly #sheets = new Map<Document, CSSStyleSheet>();
  readonly #styled = new Set<Root>();
  #isShown = true;
  #lookedAt = 0;

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

  /** Puts highlights where they are missing, and sheets, unless it has just looked for those. @returns whether any was */
  register(): boolean {
    let isMissing = false;
    for (const registry of this.#registries.values())
      for (const [name, highlight] of this.#highlights) {
        if (registry.get(name) === highlight) continue;
        registry.set(name, highlight);
        isMissing = true;
      }
    const now = performance.now();
    if (now - this.#lookedAt < MIN_BETWEEN_LOOKS_MS) return isMissing;
    this.#lookedAt = now;
    for (const root of this.#styled) {
      if (!root.isConnected) this.#styled.delete(root);
      else if (this.#style(root)) isMissing = true;
    }
    return isMissing;
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
    if (root !== this.#page && !this.#styled.has(root)) this.#style(root);
  }

  /** @returns whether our sheet was missing there: a component may set its own anew */
  #style(root: Root): boolean {
    const document = documentOf(root);
    let sheet = this.#sheets.get(document);
    if (!sheet) {
      sheet = new (windowOf(document).CSSStyleSheet)();
      sheet.replaceSync(sheetText);
      this.#sheets.set(document, sheet);
    }
    const isMissing = !root.adoptedStyleSheets.includes(sheet);
    if (isMissing) root.adoptedStyleSheets.push(sheet);
    this.#styled.add(root);
    return isMissing;
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
      if (documentOf(root) !== document) continue;
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
}

/** Once the line has run some ten times, Firefox takes a plain `CSS.highlights` from whichever window it was asked for first. */
function registryOf(document: Document): HighlightRegistry {
  const { CSS } = windowOf(document);
  return Object.getOwnPropertyDescriptor(CSS, "highlights")?.get?.call(CSS);
}

function documentOf(root: Root): Document {
  return root.ownerDocument ?? (root as Document);
}

function windowOf(document: Document) {
  return document.defaultView as Window & typeof globalThis;
}
