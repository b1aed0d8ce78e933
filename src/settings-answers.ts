import type { Handlers } from "./messages.ts";
import { change, ignoredEverywhere, importFile, putBack, reset, settingsIn } from "./settings.ts";
import { settingsFile } from "./settings-file.ts";

type Answered = "settings" | "change" | "reset" | "putBack" | "exportSettings" | "importSettings" | "ignoredEverywhere";

export interface SettingsAnswersOptions {
  /** What the digest calls an actor; the id where it does not know it any more. */
  readonly nameOf: () => Promise<(actor: string) => string>;
  /** Called once something is stored. */
  readonly onChanged: () => void;
}

/** Answers to the extension's own pages about the settings as a whole. */
export function settingsAnswers({ nameOf, onChanged }: SettingsAnswersOptions): Pick<Handlers, Answered> {
  const changing = async <T>(changed: Promise<T>, isStored = (_: T) => true): Promise<T> => {
    const answer = await changed;
    if (isStored(answer)) onChanged();
    return answer;
  };
  return {
    settings: (_, isPrivate) => settingsIn(isPrivate),
    exportSettings: async () => settingsFile((await settingsIn(false)).settings),
    ignoredEverywhere: async () => ignoredEverywhere(await nameOf()),
    change: (_, patch, isPrivate) => changing(change(patch, isPrivate)),
    reset: () => changing(reset()),
    putBack: (_, replaced) => changing(putBack(replaced), (isBack) => isBack),
    importSettings: (_, text) => changing(importFile(text), (imported) => typeof imported !== "string"),
  };
}
