import type { Choices } from "../choices.ts";
import type { ActorKind } from "../digest/schema.ts";
import type { Mention } from "../mentions/mention.ts";

/** Who is not marked. */
export type Filter = Pick<Choices, "ignored" | "ignoredKinds">;

/** Whom a page names where, and which of these mentions are marked, as the reader has chosen. */
export class Named {
  readonly #byBlock = new Map<number, readonly Mention[]>();
  readonly #kinds = new Map<string, ActorKind>();
  choices: Choices;
  /** Before the whole page has been read once, nobody knows whom a surname stands for. */
  isFirstPass = true;

  constructor(choices: Choices) {
    this.choices = choices;
  }

  learn(kinds: Readonly<Record<string, ActorKind>>): void {
    for (const [actor, kind] of Object.entries(kinds)) this.#kinds.set(actor, kind);
  }

  take(block: number, mentions: readonly Mention[]): void {
    this.#byBlock.set(block, mentions);
  }

  /** The conditional mentions of a block are others than before. */
  revise(block: number, conditional: readonly Mention[]): void {
    const settled = this.#byBlock.get(block)?.filter((mention) => !mention.conditional) ?? [];
    this.take(block, [...settled, ...conditional]);
  }

  forget(block: number): void {
    this.#byBlock.delete(block);
  }

  /** By block, also where nothing is marked any more; of all blocks, unless some are named. */
  marked({ ignored, ignoredKinds }: Filter = this.choices, among?: Iterable<number>): Map<number, Mention[]> {
    const isMarked = ({ actor, conditional }: Mention) =>
      !(conditional && this.isFirstPass) &&
      !ignored.includes(actor) &&
      !ignoredKinds.includes(this.#kinds.get(actor) as ActorKind);
    return new Map(
      [...(among ?? this.#byBlock.keys())].map((block) => [block, this.#byBlock.get(block)?.filter(isMarked) ?? []]),
    );
  }

  actors(filter?: Filter): Set<string> {
    return new Set([...this.marked(filter).values()].flat().map(({ actor }) => actor));
  }
}
