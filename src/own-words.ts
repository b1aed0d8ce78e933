import { browser } from "./browser.ts";
import { directionOf } from "./card/direction.ts";
import type { Words } from "./card/words.ts";
import { ask, hear } from "./messages.ts";

const message = (name: string) => browser.i18n.getMessage(name);

/** The words of the extension's own pages. */
export const WORDS: Words = { language: message("language_tag"), message };

/** Says of a page which language it is in. */
export function speakOn({ documentElement }: Document): void {
  documentElement.lang = WORDS.language;
  documentElement.dir = directionOf(WORDS.language);
}

/** Gives a page the size of text that the reader has chosen. */
export function sizeText({ documentElement }: Document, textSize: number): void {
  documentElement.style.fontSize = `${textSize * 100}%`;
}

/** The same for a page that shows no other settings: now, and whenever the reader chooses another. */
export function followTextSize(document: Document, onError: (error: unknown) => void): void {
  const follow = () =>
    void ask("settings", false).then(({ settings }) => sizeText(document, settings.textSize), onError);
  hear({ chosen: follow });
  follow();
}
