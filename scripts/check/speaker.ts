import type { Claim } from "../../src/digest/schema.ts";

/** The actor who says it, where the speaker is one. */
export function speakingActor({ speaker }: Claim): string | undefined {
  return typeof speaker === "object" && "actor" in speaker ? speaker.actor : undefined;
}

/** The way by which the speaker's words came: an agency, a spokesman, a letter. */
export function viaOf({ speaker }: Claim): string {
  return (typeof speaker === "object" && "via" in speaker && speaker.via) || "";
}

/** Who says it, in words, where that is no actor. */
export function nameOfSpeaker({ speaker }: Claim): string | undefined {
  return typeof speaker === "object" && "name" in speaker ? speaker.name : undefined;
}
