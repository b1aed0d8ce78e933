import type { ActorKind } from "../src/digest/schema.ts";
import { inflectEastSlavic } from "./inflect/east-slavic.ts";
import { inflectRomanian } from "./inflect/romanian.ts";
import { inflectWestSlavic } from "./inflect/west-slavic.ts";

/** A name in the nominative → its other written forms, where the language has cases and we know its rules. */
export function inflect(form: string, language: string, kind: ActorKind, female: boolean): string[] {
  switch (language) {
    case "ru":
    case "uk":
      return inflectEastSlavic(form, language, kind, female);
    case "pl":
    case "cs":
      return inflectWestSlavic(form, language, kind, female);
    case "ro":
      return inflectRomanian(form, kind);
    default:
      return [];
  }
}
