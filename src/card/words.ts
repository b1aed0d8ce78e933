import type english from "../../assets/_locales/en/messages.json";

export type Message = keyof typeof english;
/** What is counted: has a message for each plural form of the language, `key_one`, `key_other` … */
export type Counted = Message extends infer M ? (M extends `${infer Key}_other` ? Key : never) : never;

/** The words of the interface, in the reader's language. */
export interface Words {
  /** Tag of the language that these words are in; dates and numbers follow it. */
  readonly language: string;
  /** The message of this name, empty where there is none; `{1}` and `{2}` in it stand for what is filled in. */
  readonly message: (name: string) => string;
}

export function say({ message }: Words, key: Message, ...values: string[]): string {
  return fill(message(key), values);
}

/** Says how many there are: `{1}` is the number, the values follow. */
export function count({ message, language }: Words, key: Counted, amount: number, ...values: string[]): string {
  const form = new Intl.PluralRules(language).select(amount);
  const pattern = message(`${key}_${form}`) || message(`${key}_other`);
  return fill(pattern, [new Intl.NumberFormat(language).format(amount), ...values]);
}

function fill(pattern: string, values: readonly string[]): string {
  return pattern.replace(/\{(\d)\}/g, (_, place: string) => values[Number(place) - 1] ?? "");
}
