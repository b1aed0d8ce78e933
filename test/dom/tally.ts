/** How often nodes of the page were asked for something. */
export type Tally<T extends Node = Node> = Map<T, number>;

type Note = (on: unknown, answer: unknown) => void;

/** A note looks at the page itself. */
let isNoting = false;

/** From now on, how often each text is read, by itself or as part of what holds it. */
export function countReads(): Tally<Text> {
  const reads: Tally<Text> = new Map();
  const readOwn: Note = (on) => on instanceof Text && count(reads, on);
  const readAll: Note = (on) => {
    const texts = document.createTreeWalker(on as Node, NodeFilter.SHOW_TEXT);
    for (let at: Node | null = texts.currentNode; at; at = texts.nextNode()) readOwn(at, null);
  };
  overhear(CharacterData.prototype, ["data", "substringData"], readOwn);
  overhear(Text.prototype, ["wholeText"], readOwn);
  overhear(Node.prototype, ["nodeValue"], readOwn);
  overhear(Node.prototype, ["textContent"], readAll);
  overhear(HTMLElement.prototype, ["innerText"], readAll);
  return reads;
}

/** From now on, how often each node is come to, from the one around it or beside it, by a walker or in a list. */
export function countVisits(): Tally {
  const visits: Tally = new Map();
  const note: Note = (_, answer) => {
    if (answer === null) return;
    for (const node of answer instanceof Node ? [answer] : (answer as Iterable<Node>)) count(visits, node);
  };
  const ways = ["firstChild", "lastChild", "nextSibling", "previousSibling"];
  const walks = ["nextNode", "previousNode"];
  overhear(Node.prototype, [...ways, "childNodes"], note);
  overhear(TreeWalker.prototype, [...ways, ...walks], note);
  overhear(NodeIterator.prototype, walks, note);
  for (const prototype of [Document.prototype, DocumentFragment.prototype, Element.prototype])
    overhear(prototype, ["children", "firstElementChild", "lastElementChild", "querySelectorAll"], note);
  for (const prototype of [Element.prototype, CharacterData.prototype])
    overhear(prototype, ["nextElementSibling", "previousElementSibling"], note);
  for (const prototype of [Document.prototype, Element.prototype])
    overhear(prototype, ["getElementsByTagName", "getElementsByClassName"], note);
  return visits;
}

/** From now on, what was put off to a task of its own, by the name of the call. */
export function countTasks(): string[] {
  const tasks: string[] = [];
  const calls = ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"];
  const note = (name: string) => () => tasks.push(name);
  for (const name of calls) overhear(globalThis, [name], note(name));
  overhear(MessagePort.prototype, ["postMessage"], note("postMessage"));
  if ("scheduler" in globalThis)
    for (const name of ["postTask", "yield"]) overhear(Object.getPrototypeOf(globalThis.scheduler), [name], note(name));
  return tasks;
}

/** From now on, what was asked that a browser answers once it has styled the page or laid it out, by name. */
export function countLayouts(): string[] {
  const layouts: string[] = [];
  const sizes = (kind: string) => ["Width", "Height", "Top", "Left"].map((side) => kind + side);
  const rects = ["getBoundingClientRect", "getClientRects"];
  const listen = (owner: object, names: readonly string[]) => {
    for (const name of names) overhear(owner, [name], () => layouts.push(name));
  };
  listen(Element.prototype, [...rects, ...sizes("client"), ...sizes("scroll"), "checkVisibility"]);
  listen(HTMLElement.prototype, [...sizes("offset"), "offsetParent", "innerText"]);
  listen(Range.prototype, rects);
  listen(Document.prototype, ["elementFromPoint", "caretPositionFromPoint"]);
  listen(globalThis, ["getComputedStyle", "innerWidth", "innerHeight", "scrollX", "scrollY"]);
  return layouts;
}

/** From now on, the live ranges that are set to a place, as long as somebody holds them. */
export function watchRanges(): WeakRef<Range>[] {
  const ranges: WeakRef<Range>[] = [];
  const note: Note = (range) => ranges.push(new WeakRef(range as Range));
  overhear(Range.prototype, ["setStart", "setEnd", "selectNode", "selectNodeContents"], note);
  return ranges;
}

/** Has `note` told of each look at these properties, and of each call of these methods, with what it gave. */
export function overhear(owner: object, names: readonly string[], note: Note): void {
  for (const name of names) {
    const known = Object.getOwnPropertyDescriptor(owner, name);
    if (!known) throw new Error(`nothing goes by ${name}`);
    const listen = (ask: (...args: never[]) => unknown) =>
      function (this: unknown, ...args: never[]) {
        const answer = ask.apply(this, args);
        if (isNoting) return answer;
        isNoting = true;
        note(this, answer);
        isNoting = false;
        return answer;
      };
    const { get, value } = known;
    Object.defineProperty(owner, name, { ...known, ...(get ? { get: listen(get) } : { value: listen(value) }) });
  }
}

function count<T>(counts: Map<T, number>, item: T): void {
  counts.set(item, (counts.get(item) ?? 0) + 1);
}
