import type { Runtime } from "webextension-polyfill";
import type { Handlers } from "./messages.ts";
import { change, ignoredEverywhere, importFile, putBack, reset, settingsIn } from "./settings.ts";
import { settingsFile } from "./settings-file.ts";

type Answered = "settings" | "change" | "reset" | "putBack" | "exportSettings" | "importSettings" | "ignoredEverywhere";

export interface SettingsAnswersOptions {
  /** What the digest calls an actor; the id where it does not know it any more. */
  readonly nameOf: () => Promise<(actor: string) => string>;
  /** @throws Error where the sender may not ask */
  readonly check: (sender: Runtime.MessageSender) => void;
  readonly onChanged: () => void;
}

/** Answers to the extension's own pages about the settings as a whole. */
export function settingsAnswers({ nameOf, check, onChanged }: SettingsAnswersOptions): Pick<Handlers, Answered> {
  const changing = async <T>(sender: Runtime.MessageSender, deed: () => Promise<T>): Promise<T> => {
    check(sender);
    const answer = await deed();
    onChanged();
    return answer;
  };
  return {
    settings(sender, isPrivate) {
      check(sender);
      return settingsIn(isPrivate);
    },
    async exportSettings(sender) {
      check(sender);
      return settingsFile((await settingsIn(false)).settings);
    },
    async ignoredEverywhere(sender) {
      check(sender);
      return ignoredEverywhere(await nameOf());
    },
    change: (sender, patch, isPrivate) => changing(sender, () => change(patch, isPrivate)),
    reset: (sender) => changing(sender, reset),
    putBack: (sender, replaced) => changing(sender, () => putBack(replaced)),
    importSettings: (sender, text) => changing(sender, () => importFile(text)),
  };
}
