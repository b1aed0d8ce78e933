import type { Entry } from "../digest/entry.ts";
import type { SourceDetails } from "../digest/statement.ts";
import { formatDate } from "./dates.ts";
import { inLanguage, part } from "./elements.ts";
import type { Words } from "./words.ts";

/** What statements are drawn from. */
export interface Shelf {
  readonly document: Document;
  readonly words: Words;
  readonly sources: Entry["sources"];
  /** Of the digest's texts. */
  readonly language: string;
  readonly copy: (text: string) => Promise<void>;
  /** Where sources have pages of their own: the address of one, or null for the page that is open. */
  readonly pageOf?: (source: string) => string | null;
}

/** Outlet and date, as short as a citation can be. */
export function whereOf({ outlet, published }: SourceDetails, shelf: Shelf): (Node | string)[] {
  const { document, words, language } = shelf;
  const name = inLanguage(part(document, "cite", "outlet", outlet), language);
  const date = part(document, "time", "date", formatDate(published.date, words.language, published.precision));
  return [name, ", ", date];
}
