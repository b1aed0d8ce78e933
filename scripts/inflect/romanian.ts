type Kind = "person" | "state" | "organisation" | "agreement";

/** Marea Britanie has its adjective first, Hong Kong its ending last; else the head is the first word. */
const HEAD = /^(?:Marea Britanie|Hong Kong|\S+)/;
/** What a noun in the nominative ends in (that is cut off), and what stands there in the genitive and dative; `/` parts variants. */
const NOUNS: readonly (readonly [nominative: RegExp, genitive: string])[] = [
  [/(?<=^Mar)ea Britanie$/, "ii Britanii"],
  [/(?<=^Hong Kong)$/, "ului/-ului"],
  [/(?<=ul)$/, "ui"],
  [/(?<=l)e$/, "or"],
  [/eea$/, "eei"],
  [/tatea$/, "tății"],
  [/oarea$/, "orii"],
  [/area$/, "ării"],
  [/ea$/, "ii"],
  [/(?<=[cg])a$/, "ii"],
  [/a$/, "ei"],
  [/(?<=^(?:Kremlin|acord|pact|tratat))$/i, "ului"],
];
/** States whose names end in a consonant take the article of common nouns. */
const BARE_STATE = /(?<=\p{L}{3}[b-df-hj-np-tv-z])$/u;
const FEMININE: readonly (readonly [nominative: RegExp, genitive: string])[] = [
  [/eană$/, "ene"],
  [/ă$/, "e"],
];

/** A Romanian name, plain or with its article, in the nominative → its forms in the genitive and dative. Persons take `lui` and stay. */
export function inflectRomanian(form: string, kind: Kind): string[] {
  if (kind === "person") return [];
  const [head = ""] = HEAD.exec(form) ?? [];
  const rest = agree(form.slice(head.length).split(" "));
  const heads = declineHead(head, kind).map((genitive) => genitive + rest);
  return heads.filter((other) => other !== form);
}

function declineHead(head: string, kind: Kind): string[] {
  const noun = NOUNS.find(([nominative]) => nominative.test(head));
  const [nominative, genitives] = noun ?? (kind === "state" && BARE_STATE.test(head) ? [BARE_STATE, "ului"] : []);
  if (!nominative || !genitives) return [head];
  return genitives.split("/").map((genitive) => head.replace(nominative, genitive));
}

/** The adjectives right after the head follow it; what comes after them stays. */
function agree(words: readonly string[]): string {
  const stays = words.findIndex((word) => word && !word.endsWith("ă"));
  return words.map((word, i) => (stays === -1 || i < stays ? declineAdjective(word) : word)).join(" ");
}

function declineAdjective(word: string): string {
  const [nominative, genitive] = FEMININE.find(([ending]) => ending.test(word)) ?? [/$/, ""];
  return word.replace(nominative, genitive);
}
