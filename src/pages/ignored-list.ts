import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Ignored } from "../protocol.ts";
import { hostShown, hostView } from "./host-shown.ts";
import { keepingFocus, renew } from "./keeping-focus.ts";
import { removedRows } from "./removed-rows.ts";
import { sayApart } from "./say-apart.ts";

export interface IgnoredList {
  readonly element: HTMLElement;
  show(ignored: readonly Ignored[]): void;
}

/** Who is not marked on which site, each with the way back; the focus goes to the heading where the last of them had it. */
export function ignoredList(
  document: Document,
  words: Words,
  heading: () => HTMLElement,
  /** Answers whether it is kept. */
  onChange: (one: Ignored, isIgnored: boolean) => Promise<boolean>,
): IgnoredList {
  const list = part(document, "div", "list");
  const removed = removedRows<Ignored>(document, words, fill);
  /** By site; each stays as long as the page, so that its rows do. */
  const lists = new Map<string, HTMLElement>();
  let present: ReadonlyMap<string, Ignored> = new Map();
  return {
    element: list,
    show(ignored) {
      present = new Map(ignored.map((one) => [keyOf(one), one]));
      removed.follow((key) => present.has(key));
      fill();
    },
  };

  function fill(): void {
    const all = [...new Map([...removed.values, ...present]).values()];
    all.sort((a, b) => a.site.localeCompare(b.site) || a.name.localeCompare(b.name));
    const none = part(document, "p", "none", say(words, "settings_none"));
    keepingFocus(list, heading(), () => renew(list, all.length ? bySite(all) : [none]));
  }

  function bySite(all: readonly Ignored[]): HTMLElement[] {
    return [...new Set(all.map(({ site }) => site))].flatMap((site) => {
      const names = lists.get(site) ?? part(document, "ul", "names");
      lists.set(site, names);
      renew(names, all.filter((one) => one.site === site).map(rowOf));
      return [part(document, "h3", "site", hostView(document, site)), names];
    });
  }

  function rowOf(one: Ignored): HTMLElement {
    const key = keyOf(one);
    return (present.has(key) ? undefined : removed.rowOf(key)) ?? itemOf(one, key);
  }

  function itemOf(one: Ignored, key: string): HTMLElement {
    const again = button(document, "again", say(words, "mark_again"));
    again.ariaLabel = say(words, "mark_again_label", one.name, hostShown(one.site));
    again.dataset["key"] = key;
    again.addEventListener("click", () => {
      again.focus();
      void markAgain(one, key);
    });
    return part(document, "li", "item", part(document, "bdi", "name", one.name), again);
  }

  async function markAgain(one: Ignored, key: string): Promise<void> {
    const said = sayApart(document, words, "marked_again", one.name, hostView(document, one.site));
    removed.add(key, one, said, () => void onChange(one, true));
    if (!(await onChange(one, false))) removed.drop(key);
  }
}

function keyOf({ site, actor }: Ignored): string {
  return `${site} ${actor}`;
}
