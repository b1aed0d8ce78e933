import type { Media } from "../drive.ts";
import type { Scene } from "./scene.ts";

/** Under what conditions of the reader's a state is shown. */
export interface Look {
  /** Empty for the usual one. */
  readonly name: string;
  readonly title: string;
  readonly media?: Media;
  /** Of the browser's own zoom; 1 is 100 %. */
  readonly zoom?: number;
  /** Of the reader's text, in px. */
  readonly textSize?: number;
  /** Of the extension's words. */
  readonly language?: string;
}

export const WINDOW = { width: 1000, height: 700, deviceScaleFactor: 2 };
/** What browsers come with, in px. */
export const TEXT_SIZE = 16;
export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const USUAL: Look = { name: "", title: "" };
const LOOKS: readonly Look[] = [
  USUAL,
  { name: "narrow", title: "400 px wide", media: { viewport: { ...WINDOW, width: 400 } } },
  { name: "zoomed", title: "Zoomed to 200 %", zoom: 2 },
  { name: "large-text", title: "Text of 24 px", textSize: 24 },
  { name: "forced-colours", title: "Forced colours", media: { forcedColours: true } },
  ...["de", "fr", "es", "ru", "ko"].map((language) => ({ name: language, title: `In “${language}”`, language })),
];

export function looksOf({ isStudied }: Scene): readonly Look[] {
  return isStudied ? LOOKS : [USUAL];
}
