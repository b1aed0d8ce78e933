import type { Actor, ActorKind, Digest } from "./schema.ts";
import { nameOf } from "./statement.ts";
import { type Role, roleOn } from "./tenure.ts";

/** An actor in a line. */
export interface Who {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly role: Role | null;
  /** Of name and role. */
  readonly language: string;
}

/** Those of these actors whom the digest knows, as they were on a day. */
export function introduce(digest: Digest, ids: readonly string[], published: string | undefined): Who[] {
  const actors = new Map(digest.actors.map((actor) => [actor.id, actor]));
  return ids.flatMap((id) => {
    const actor = actors.get(id);
    if (!actor) return [];
    const { kind, name } = actor;
    return [{ id, kind, name, role: roleIn(digest, actor, published), language: digest.language }];
  });
}

/** The role on a day, with its organisation's name. */
export function roleIn(digest: Digest, { tenures }: Actor, published: string | undefined): Role | null {
  const role = roleOn(published, tenures);
  const organisation = role?.organisation;
  return role && { ...role, ...(organisation && { organisation: nameOf(digest, organisation) }) };
}
