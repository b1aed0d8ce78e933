import * as v from "valibot";
import { forms, id, paragraphs, text } from "./fields.ts";
import { about, actorFields, claimFields, name, source } from "./schema.ts";

/** Digests in other shapes than the published one: as people write them, and as little as spotting needs. */

/** What spotting needs of a published digest; ids of any kind will do, and it asks for nothing else. */
export const namedActorsSchema = v.object({
  actors: v.pipe(
    v.array(
      v.object({
        id: text,
        kind: actorFields.kind,
        names: v.pipe(
          v.array(
            v.object({
              form: text,
              language: v.optional(v.string("a language tag"), "und"),
              strength: name.entries.strength,
              local: name.entries.local,
              inflected: name.entries.inflected,
            }),
          ),
          v.minLength(1, "at least one name"),
        ),
        gender: actorFields.gender,
        active: actorFields.active,
        titles: forms,
        anchors: forms,
        anchoredBy: forms,
        context: forms,
        notContext: forms,
        notMe: forms,
      }),
    ),
    v.minLength(1, "at least one actor"),
  ),
  claims: v.optional(v.array(v.object({ actors: v.array(v.object({ id: text })) })), []),
});

/** The kinds of file a digest is written in; a claim there cites paragraphs of its own file's source. */
export const aboutFileSchema = v.strictObject(about);
export const actorsFileSchema = v.strictObject({
  actors: v.pipe(
    v.array(v.strictObject({ ...actorFields, names: v.optional(v.array(name), []) })),
    v.minLength(1, "at least one actor"),
  ),
});
/** The names of actors in one language, the file's; `local` ones are strong, but on pages of that language only. */
export const namesFileSchema = v.record(
  id,
  v.strictObject({
    strong: forms,
    anchored: forms,
    weak: forms,
    local: forms,
    titles: forms,
    anchors: forms,
    context: forms,
    notContext: forms,
    notMe: forms,
  }),
);
/** The words of topics, or of terms, in one language, the file's. */
export const wordsFileSchema = v.record(id, v.array(text));
export const sourceFileSchema = v.strictObject({
  source,
  claims: v.array(v.strictObject({ ...claimFields, paragraphs })),
});

export type NamesFile = v.InferOutput<typeof namesFileSchema>;
export type WordsFile = v.InferOutput<typeof wordsFileSchema>;
