import type { Media } from "../drive.ts";
import { about } from "./articles.ts";
import type { Desk } from "./desk.ts";

/** A state of the card: the page that it stands on, and what a reader does to get there. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly html: string;
  readonly media?: Media;
  /** It is shown in every look, not only in the usual one. */
  readonly isStudied?: true;
  /** The whole window is the picture: a part of it would not tell where the card stands. */
  readonly isWhole?: true;
  reach(desk: Desk): Promise<void>;
}

export const PUTIN = about("Vladimir Putin came to Pyongyang with a large delegation.");
export const CRASH = about("Yevgeny Prigozhin died in a plane crash, and some suspected the Kremlin.");
export const GUESTS = about(
  "Vladimir Putin met Kim Jong Un in Pyongyang, without Xi Jinping, and spoke of North Korea.",
);
export const restOn = (name: string) => (desk: Desk) => desk.rest(name);
export const onPutin = restOn("Vladimir Putin");

export async function unfold(desk: Desk): Promise<void> {
  await onPutin(desk);
  await desk.press("more");
}
