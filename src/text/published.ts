/** What a page's JSON-LD says of itself; only the fields that are asked for here. */
export interface LinkedData {
  readonly types: readonly string[];
  readonly published?: string;
}

const ARTICLE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ScholarlyArticle|TechArticle)$/;
/** With hyphens or without. */
const ISO_DATE = /^(\d{4})(-?)(\d{2})\2(\d{2})(?=$|[T\s])/;
/** A day in an address: /2024/06/18/, /2024-06-18-, /20240618. */
const DATE_IN_URL = /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;
/** How pages call the meta element that says it, most telling first. */
const METAS =
  "article:published_time article:published og:article:published_time datepublished parsely-pub-date dc.date.issued dc.date dcterms.created pubdate pdate publishdate date".split(
    " ",
  );
/** Those that may begin with a year: on news pages one in eight. */
const DATED_META = 'meta[content^="1"],meta[content^="2"],meta[content^=" "]';
/** Where they call it so. */
const NAMING = ["property", "itemprop", "name"];
/** How many elements up from the headline its byline may stand. */
const BYLINE_LEVELS = 3;
/** Published and updated: more different days than these are a list. */
const MAX_BYLINE_DAYS = 2;

/** The day an article was published, YYYY-MM-DD, from what the page declares; ISO dates only, since others are ambiguous. */
export function publishedOn(document: Document, url: URL, linked: readonly LinkedData[]): string | undefined {
  return (
    firstDay([...linked.filter(isArticle), ...linked].map(({ published }) => published)) ??
    firstDay(declaredIn([...document.querySelectorAll(DATED_META)])) ??
    daysByHeadline(document)[0] ??
    firstDay([DATE_IN_URL.exec(url.pathname)?.slice(1, 4).join("-")])
  );
}

function declaredIn(metas: readonly Element[]): (string | null)[] {
  const named = metas.map((meta) => {
    const names = NAMING.flatMap((naming) => meta.getAttribute(naming)?.toLowerCase().split(/\s+/) ?? []);
    return { names, content: meta.getAttribute("content") };
  });
  return METAS.flatMap((name) => named.filter(({ names }) => names.includes(name)).map(({ content }) => content));
}

/** Every object of the page's JSON-LD, also those in lists and in `@graph`; broken scripts are passed over. */
export function readLinkedData(document: Document): LinkedData[] {
  const found: LinkedData[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== "object" || value === null) return;
    const { "@type": type, "@graph": graph, datePublished } = value as Record<string, unknown>;
    const types = [type].flat().filter((name) => typeof name === "string");
    if (types.length) found.push({ types, ...(typeof datePublished === "string" && { published: datePublished }) });
    visit(graph);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    try {
      visit(JSON.parse(script.textContent ?? ""));
    } catch {
      // Not ours to mend, and other scripts may still tell.
    }
  }
  return found;
}

/** Whether an object is an article, by the types of schema.org that newspapers use. */
export function isArticle({ types }: LinkedData): boolean {
  return types.some((type) => ARTICLE_TYPE.test(type));
}

/** The days that stand by the headline; none where so many do that it is a list of articles. */
export function daysByHeadline(document: Document): string[] {
  let around = document.querySelector("h1") as Element | null;
  for (let level = 0; around?.parentElement && level < BYLINE_LEVELS; level++) {
    around = around.parentElement;
    const times = [...around.querySelectorAll("time[datetime]")].map((time) => dayOf(time.getAttribute("datetime")));
    const days = [...new Set(times.filter((day) => day !== undefined))];
    if (days.length) return days.length <= MAX_BYLINE_DAYS ? days : [];
  }
  return [];
}

function firstDay(texts: readonly (string | null | undefined)[]): string | undefined {
  return texts.map(dayOf).find((day) => day !== undefined);
}

function dayOf(text: string | null | undefined): string | undefined {
  const [, year, , month, day] = ISO_DATE.exec(text?.trim() ?? "") ?? [];
  const date = `${year}-${month}-${day}`;
  return day && isReal(date) ? date : undefined;
}

/** There is no 30 February: some engines take it for another day, others for none. Not by `toJSON`, which takes Chromium half a millisecond to get ready. */
function isReal(day: string): boolean {
  return new Date(day).getUTCDate() === Number(day.slice(-2));
}
