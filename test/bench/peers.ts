import Mark from "mark.js";
import AhoCorasick from "modern-ahocorasick";
import { Stopwatch } from "./stopwatch.ts";
import type { Sample } from "./tasks.ts";

/** mark.js goes one level deeper into the stack for each name, and overflows it at about a thousand; few, as it can be ended only between portions. */
const NAMES_AT_ONCE = 50;
/** mark.js takes minutes for all names on a long page, and longer than this, in ms, on a short one: then it gets no further ones, and its time is the least that it would have taken. */
const LONGEST_TURN_MS = 10_000;
/** A name in a text node. */
interface Hit {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}
type Find = (text: string) => Iterable<readonly [start: number, end: number]>;

/** Ways to mark the same names on the page's own main thread. Getting ready for the names is in no time. */
export class Peers {
  readonly #longestFirst: readonly string[];
  readonly #regex: RegExp;
  readonly #automaton: AhoCorasick;

  constructor(names: readonly string[]) {
    this.#longestFirst = names.toSorted((a, b) => b.length - a.length);
    const forms = this.#longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.#regex = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    this.#automaton = new AhoCorasick([...names], { boundary: "unicode" });
  }

  /** The usual library; what it did is undone outside the time. */
  async markJs(): Promise<Sample> {
    const library = new Mark(document.body);
    const watch = new Stopwatch();
    const end = performance.now() + LONGEST_TURN_MS;
    let marks = 0;
    let isCut = false;
    watch.start();
    try {
      for (let i = 0; i < this.#longestFirst.length && !isCut; i += NAMES_AT_ONCE) {
        const portion = this.#longestFirst.slice(i, i + NAMES_AT_ONCE);
        marks += await new Promise<number>((done) => {
          library.mark(portion, { separateWordSearch: false, accuracy: "exactly", acrossElements: true, done });
        });
        isCut = performance.now() > end && i + NAMES_AT_ONCE < this.#longestFirst.length;
      }
      watch.stop();
    } finally {
      library.unmark();
    }
    return { ms: watch.ms, marks, isCut };
  }

  /** One alternation of all names, each hit wrapped in an element; unwrapped outside the time. */
  regexWrap(): Sample {
    const watch = new Stopwatch();
    watch.start();
    const wrapped = hits(this.#findByRegex).map(wrap);
    watch.stop();
    for (const mark of wrapped.reverse()) unwrap(mark);
    return { ms: watch.ms, marks: wrapped.length };
  }

  /** One alternation of all names, painted without touching the page. */
  regexPaint(): Sample {
    return paint(this.#findByRegex);
  }

  ahoPaint(): Sample {
    return paint(this.#findByAutomaton);
  }

  readonly #findByRegex: Find = (text) =>
    Array.from(text.matchAll(this.#regex), (match) => [match.index, match.index + match[0].length] as const);

  readonly #findByAutomaton: Find = (text) =>
    this.#automaton.search(text, { strategy: "leftmost-longest" }).map(({ start, end }) => [start, end] as const);
}

function paint(find: Find): Sample {
  const watch = new Stopwatch();
  watch.start();
  const highlight = new Highlight();
  for (const { node, start, end } of hits(find)) {
    highlight.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
  }
  CSS.highlights.set("dramatis-peer", highlight);
  watch.stop();
  CSS.highlights.delete("dramatis-peer");
  return { ms: watch.ms, marks: highlight.size };
}

/** Of each text node, the last first, so that a node can be cut up from its end. */
function hits(find: Find): Hit[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    /^(?:SCRIPT|STYLE|NOSCRIPT)$/i.test(node.parentElement?.localName ?? "")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const found: Hit[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const own = [...find(node.data)].map(([start, end]) => ({ node: node as Text, start, end }));
    found.push(...own.reverse());
  }
  return found;
}

function wrap({ node, start, end }: Hit): HTMLElement {
  const name = node.splitText(start);
  name.splitText(end - start);
  const mark = document.createElement("mark");
  name.replaceWith(mark);
  mark.append(name);
  return mark;
}

function unwrap(mark: HTMLElement): void {
  const parent = mark.parentNode as Node;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}
