import { browser } from "../../src/browser.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { Sample } from "./tasks.ts";

const ELEMENT = 1;
const TEXT = 3;
const NO_PROSE = new Set("head script style noscript template textarea select svg iframe".split(" "));
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite data del dfn em font i img ins label mark nobr q s slot small span strike strong sub sup
  time tt u wbr`.split(/\s+/),
);

/** Every text node of the body once, adding up lengths: what a page costs to look at, if nothing were to be read. */
export function walkBare(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) chars += (node as Text).data.length;
  watch.stop();
  if (!chars) throw new Error("this page has no text");
  return { ms: watch.ms };
}

/** The least that anything must do that reads names across tags: one walk that joins the text of each block, and one message of these strings. */
export function readLeast(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const blocks: string[] = [];
  let text = "";
  const flush = () => {
    if (text.trim()) blocks.push(text);
    text = "";
  };
  const read = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === TEXT) text += (node as Text).data;
      else if (node.nodeType === ELEMENT) {
        const tag = (node as Element).localName;
        if (NO_PROSE.has(tag)) continue;
        const isBlock = !INLINE.has(tag);
        if (isBlock) flush();
        read(node);
        if (isBlock) flush();
      }
    }
  };
  read(document.body);
  flush();
  // The worker knows no such question, and says so: only the sending counts.
  const sent = browser.runtime.sendMessage({ name: "floor", args: [blocks] });
  watch.stop();
  sent.catch(() => {});
  return { ms: watch.ms };
}
