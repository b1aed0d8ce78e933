import { until } from "../drive.ts";
import { about, article } from "./articles.ts";
import { CRASH, GUESTS, onPutin, PUTIN, restOn, type Scene, unfold } from "./scene.ts";

export const USING: readonly Scene[] = [
  { name: "pinned", title: "Pinned by a click", html: article(PUTIN), reach: (desk) => desk.click("Vladimir Putin") },
  { name: "unfolded", title: "More statements, from the top", html: article(PUTIN), reach: unfold },
  {
    name: "scrolled",
    title: "More statements, scrolled",
    html: article(PUTIN),
    reach: async (desk) => {
      await unfold(desk);
      await desk.scrollTo("group-date", 1);
    },
  },
  {
    name: "foot",
    title: "The end of the card",
    html: article(GUESTS),
    reach: async (desk) => {
      await onPutin(desk);
      await desk.scrollTo("foot");
    },
  },
  {
    name: "details",
    title: "What there is to know of a source",
    html: article(CRASH),
    isStudied: true,
    reach: async (desk) => {
      await desk.rest("Yevgeny Prigozhin");
      await desk.press("source");
    },
  },
  {
    name: "address",
    title: "A source with an address",
    html: article(about("Cheong Seong-chang spoke of the Sejong Institute's view.")),
    reach: async (desk) => {
      await desk.rest("Cheong Seong-chang");
      await desk.press("source");
      await desk.scrollTo("address");
    },
  },
  {
    name: "copied",
    title: "A citation copied",
    html: article(CRASH),
    reach: async (desk) => {
      await desk.rest("Yevgeny Prigozhin");
      await desk.press("source");
      await desk.press("copy");
      await until("the card to say so", () =>
        desk.driver.inCard(desk.page, (root) => root.querySelector(".status")?.textContent === "Copied"),
      );
      await desk.scrollTo("status");
    },
  },
  {
    name: "differ",
    title: "Sources differ",
    html: article(CRASH),
    isStudied: true,
    reach: restOn("Yevgeny Prigozhin"),
  },
  {
    name: "independent",
    title: "Independent sources that say the same",
    html: article(PUTIN),
    reach: async (desk) => {
      await unfold(desk);
      await desk.scrollTo("independent");
    },
  },
  {
    name: "alike",
    title: "What they say",
    html: article(PUTIN),
    reach: async (desk) => {
      await unfold(desk);
      const index = await desk.driver.inCard(desk.page, (root) =>
        [...root.querySelectorAll(".source")].findIndex((source) =>
          source.parentElement?.querySelector(".independent"),
        ),
      );
      await desk.press("source", index);
      await desk.scrollTo("alike");
    },
  },
  {
    name: "pair",
    title: "What two have in common",
    html: article(GUESTS),
    reach: async (desk) => {
      await onPutin(desk);
      await desk.press("companion");
    },
  },
  {
    name: "notice",
    title: "Not this person",
    html: article(PUTIN),
    reach: async (desk) => {
      await onPutin(desk);
      await desk.press("ignore");
      await until("the card to say so", () =>
        desk.driver.inCard(desk.page, (root) => root.querySelector(".undo")?.checkVisibility()),
      );
    },
  },
];
