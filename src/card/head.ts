import type { Entry } from "../digest/entry.ts";
import type { ActorKind } from "../digest/schema.ts";
import type { Role } from "../digest/tenure.ts";
import { formatDate } from "./dates.ts";
import { inLanguage, part, sayAround, TITLE_ID } from "./elements.ts";
import { type Message, say, type Words } from "./words.ts";

/** Outlines on a grid of 16: head and shoulders, a flag, a house with columns, a signed sheet. */
const MARKS: Readonly<Record<ActorKind, string>> = {
  person: "M8 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 14c.5-6 11.5-6 12 0",
  state: "M4 15V2c4-2 4 2 9 0v7c-5 2-5-2-9 0",
  organisation: "M2 6l6-4 6 4ZM4 6v6M8 6v6M12 6v6M2 14h12",
  agreement: "M4 2h6l3 3v9H4ZM6 7h5M6 11h4",
};
const SVG = "http://www.w3.org/2000/svg";

/** Who this is, in the role of the page's day. */
export function headView(document: Document, { actor, role, digest }: Entry, words: Words): HTMLElement {
  const kind = part(document, "span", "kind", kindMark(document, actor.kind), say(words, `kind_${actor.kind}`));
  const head = part(document, "header", "head", kind);
  const name = inLanguage(part(document, "h2", "name", actor.name), digest.language);
  name.id = TITLE_ID;
  head.append(name);
  if (role) head.append(part(document, "p", "role", ...roleText(document, role, words, digest.language)));
  if (role?.outside) head.append(part(document, "p", "outside", say(words, "outside")));
  if (actor.description)
    head.append(inLanguage(part(document, "p", "description", actor.description), digest.language));
  return head;
}

export function kindMark(document: Document, kind: ActorKind): SVGElement {
  const mark = document.createElementNS(SVG, "svg");
  mark.setAttribute("class", "mark");
  mark.setAttribute("viewBox", "0 0 16 16");
  mark.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", MARKS[kind]);
  mark.append(path);
  return mark;
}

/** The post, in the digest's language, and what time has to do with it. */
export function roleText(
  document: Document,
  { post: title, organisation, state, end, asOf }: Role,
  words: Words,
  language: string,
): (Node | string)[] {
  const full = organisation && !title.includes(organisation) ? `${title}, ${organisation}` : title;
  const post = inLanguage(part(document, "span", "post", full), language);
  const dated = (key: Message, date: string) => sayAround(words, key, post, formatDate(date, words.language));
  if (state === "held") return end ? dated("role_former", end) : sayAround(words, "role_former_undated", post);
  return asOf ? dated("role_as_of", asOf) : [post];
}
