import { about, article } from "./articles.ts";
import { onPutin, PUTIN, restOn, type Scene, unfold } from "./scene.ts";

export const RESTING: readonly Scene[] = [
  { name: "person", title: "A person", html: article(PUTIN), isStudied: true, reach: onPutin },
  {
    name: "state",
    title: "A state",
    html: article(about("In North Korea the harvest was poor.")),
    reach: restOn("North Korea"),
  },
  {
    name: "organisation",
    title: "An organisation",
    html: article(about("The UN Security Council met behind closed doors.")),
    reach: restOn("UN Security Council"),
  },
  {
    name: "agreement",
    title: "An agreement",
    html: article(about("Some thought of the Molotov-Ribbentrop pact.")),
    reach: restOn("Molotov-Ribbentrop pact"),
  },
  {
    name: "long-name",
    title: "A long name",
    html: article(about("The Russia-North Korea treaty was signed at noon.")),
    reach: restOn("Russia-North Korea treaty"),
  },
  {
    name: "facts-only",
    title: "Facts alone, and a former role",
    html: article(about("Donald Trump had met the young leader before.")),
    reach: restOn("Donald Trump"),
  },
  {
    name: "former",
    title: "Former role",
    html: article(about("Ben Hodges, a retired lieutenant general, spoke of the war.")),
    reach: restOn("Ben Hodges"),
  },
  {
    name: "as-of",
    title: "Role known up to a day before the article of 2026",
    html: article(PUTIN, { published: "2026-03-01" }),
    reach: onPutin,
  },
  { name: "undated", title: "A page without a date", html: article(PUTIN, { published: null }), reach: onPutin },
  {
    name: "later",
    title: "Later than the article of 2023",
    html: article(PUTIN, { published: "2023-09-20" }),
    reach: async (desk) => {
      await unfold(desk);
      await desk.scrollTo("later");
    },
  },
];
