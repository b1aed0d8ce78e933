import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Settings, Site } from "../settings-schema.ts";
import { selectField } from "./fields.ts";
import { hostShown, hostView } from "./host-shown.ts";
import { keepingFocus, renew } from "./keeping-focus.ts";
import { removedRows } from "./removed-rows.ts";
import { sayApart } from "./say-apart.ts";
import { siteForm } from "./site-form.ts";

export interface SitesView {
  readonly element: HTMLElement;
  /** @param usual what holds outside private windows */
  show({ sites, pages }: Pick<Settings, "sites" | "pages">, usual: Settings["sites"]): void;
}

/**
 * Sites of which the reader has said something, and more of them. `onChange` is told what holds for a site, null for nothing of its own,
 * and answers whether that is kept; `onRefuse`, that what is typed names no site.
 */
export function sitesView(
  document: Document,
  words: Words,
  onChange: (site: string, choice: Site | null) => Promise<boolean>,
  onRefuse: () => void,
): SitesView {
  const options = (["off", "on"] as const).map((value) => ({ value, label: say(words, `sites_${value}`) }));
  const heading = part(document, "h3", "subheading", say(words, "sites"));
  const list = part(document, "ul", "sites");
  const none = part(document, "p", "none");
  const form = siteForm(document, words, options, onChange, onRefuse);
  const removed = removedRows<Site>(document, words, fill);
  let sites: Settings["sites"] = {};
  let usual: Settings["sites"] = {};
  let pages: Settings["pages"] | undefined;
  heading.tabIndex = -1;
  return {
    element: part(document, "div", "sites-view", part(document, "form", "", heading, none, list), form.element),
    show(settings, usually) {
      // What a reader adds to chosen sites they want marked, and elsewhere mostly not.
      if (pages !== settings.pages) form.which.show(settings.pages === "chosen" ? "on" : "off");
      ({ sites, pages } = settings);
      usual = usually;
      none.textContent = say(words, pages === "chosen" ? "sites_none_chosen" : "sites_none");
      removed.follow((site) => Object.hasOwn(sites, site));
      fill();
    },
  };

  function fill(): void {
    const names = [...new Set([...Object.keys(sites), ...removed.values.keys()])];
    names.sort((a, b) => hostShown(a).localeCompare(hostShown(b)));
    none.hidden = names.length > 0;
    const items = names.flatMap((site) => (Object.hasOwn(sites, site) ? itemOf(site) : (removed.rowOf(site) ?? [])));
    keepingFocus(list, heading, () => renew(list, items));
  }

  function itemOf(site: string): HTMLElement {
    const choice = sites[site] as Site;
    const field = selectField(
      document,
      "site",
      choice === usual[site] ? hostView(document, site) : privateView(site),
      options,
      (value) => void onChange(site, value),
    );
    field.show(choice === "on" ? "on" : "off");
    field.select.dataset["key"] = `${site} choice`;
    const remove = button(document, "remove", say(words, "sites_remove"));
    remove.ariaLabel = say(words, "sites_remove_label", hostShown(site));
    remove.dataset["key"] = site;
    remove.addEventListener("click", () => {
      remove.focus();
      void takeOff(site, choice);
    });
    return part(document, "li", "item", field.element, remove);
  }

  function privateView(site: string): HTMLElement {
    const note = part(document, "span", "privately", say(words, "sites_private"));
    return part(document, "span", "private-site", hostView(document, site), " ", note);
  }

  async function takeOff(site: string, choice: Site): Promise<void> {
    const said = sayApart(document, words, "sites_removed", hostView(document, site));
    removed.add(site, choice, said, () => void onChange(site, choice));
    if (!(await onChange(site, null))) removed.drop(site);
  }
}
