import { type Capitals, tokenise } from "./tokens.ts";

/** Words that tell, beside a surname, which bearer is meant. */
export interface Title {
  readonly words: readonly string[];
  readonly capitals: readonly Capitals[];
  readonly actors: ReadonlySet<string>;
}

/** By the word that touches the surname: the last of a title before it, the first of one after it; longest first. */
export interface Titles {
  readonly before: Pick<TitlesByWord, "get">;
  readonly after: Pick<TitlesByWord, "get">;
}

type TitlesByWord = ReadonlyMap<string, readonly Title[]>;

export interface IndexedTitles {
  readonly before: TitlesByWord;
  readonly after: TitlesByWord;
}

export function indexTitles(
  actors: readonly { readonly id: string; readonly titles: readonly string[] }[],
): IndexedTitles {
  const all: Title[] = [];
  for (const { id, titles } of actors) for (const title of titles) all.push(titleOf(title, id));
  return {
    before: groupTitles(all, ({ words }) => words.at(-1) as string),
    after: groupTitles(all, ({ words }) => words[0] as string),
  };
}

function titleOf(form: string, actor: string): Title {
  const { tokens } = tokenise(form);
  return {
    words: tokens.map(({ text }) => text),
    capitals: tokens.map(({ capitals }) => capitals),
    actors: new Set([actor]),
  };
}

function groupTitles(titles: readonly Title[], wordOf: (title: Title) => string): Map<string, Title[]> {
  const groups = new Map<string, Title[]>();
  for (const title of titles) {
    if (!title.words.length) continue;
    const group = groups.get(wordOf(title));
    if (group) group.push(title);
    else groups.set(wordOf(title), [title]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}
