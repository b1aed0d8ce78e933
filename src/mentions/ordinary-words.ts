/** English words that newspapers capitalise beside a surname and that are nobody's given name: titles, posts, sentence openers, days. */
const ORDINARY = new Set(
  `pope saint sheikh imam archbishop bishop cardinal coach mr mrs ms miss dr prof professor sir lord lady dame president presidents premier chancellor king queen prince emperor
  minister ministers secretary chairman chairwoman chair chief leader ruler governor senator representative congressman
  congresswoman mayor ambassador envoy spokesman spokeswoman spokesperson general gen colonel col major maj captain capt
  lieutenant lt admiral adm marshal commander commanders sergeant sgt officer justice judge director deputy vice acting former ex then
  late new foreign defence defense prime interior security state department house kremlin comrade analyst researcher expert
  candidate nominee team camp administration government republican democrat dictator strongman supreme party
  a an the this that these those his her its their our my your he she it they we i you who whom whose what which when
  where why how if and but or nor so yet for as at by in into of off on onto out over to up upon with within without from
  after before since until till while during despite though although because unless whether once again also even only just
  not no yes all both each every either neither some any many most few more less much such than like unlike about above
  across against along amid among around behind below beneath beside between beyond inside near outside past per through
  throughout toward towards under via versus here there now today yesterday tomorrow later earlier meanwhile however
  instead still perhaps maybe indeed thus hence therefore moreover furthermore nevertheless nonetheless according
  apparently clearly finally first second third last next recently previously reportedly is are was were be been has have
  had do does did can could may might must shall should will would let asked told said says see watch read video live
  breaking exclusive analysis opinion monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december jr sr ii iii`
    .trim()
    .split(/\s+/),
);
/** Russian, Chinese, American …: peoples and states as attributes, which stand before a surname. */
const DEMONYM = /(?:ian|ean|ese|ish|can|kish|qi|ni|stani)$/;

/** Given names that end like a people's. */
const GIVEN = new Set(
  `adrian brian christian damian dean duncan fabian ian jean julian lillian marian sean sebastian vivian`.split(" "),
);

/** Whether a capitalised word (folded) before or after a surname may well be somebody's given or family name. */
export function mayBeName(word: string, stands: "before" | "after"): boolean {
  if (word.length === 1 || ORDINARY.has(word)) return false;
  return stands === "after" || GIVEN.has(word) || !DEMONYM.test(word);
}

/** Short words that in a headline in capitals look like acronyms. */
const IN_CAPITALS = new Set(
  `a al am an are as at au be but by can das de del der die do does dos du el en er es eu for get go had has he her him his how if il in io is it
  its la le les let man may me my new no non not now of off on one or os our out per put que sa say se see set she si so son than the to too two un
  und up us usa use van vs was way we who why will win wir you zu`
    .trim()
    .split(/\s+/),
);

/** Whether a folded acronym is an ordinary word as well. */
export function isWordInCapitals(word: string): boolean {
  return IN_CAPITALS.has(word);
}

/** In Portuguese, Romanian and Galician EU is I, and may well begin a headline. */
export function isPronoun(word: string, language: string | undefined): boolean {
  return word === "eu" && (language === "pt" || language === "ro" || language === "gl");
}

const ORDINARY_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["it", new Set(["nato", "usa"])],
  ["es", new Set(["usa", "iran"])],
  ["pt", new Set(["usa", "irao"])],
  ["ca", new Set(["usa"])],
  ["vi", new Set(["anh"])],
  ["pl", new Set(["kim"])],
]);

/** Whether a name, folded, is a verb or the like in a language: nato is born, usa is uses, irán is they will go. */
export function isOrdinaryIn(language: string | undefined, name: string): boolean {
  return ORDINARY_IN.get(language ?? "")?.has(name) ?? false;
}

const INSTITUTION =
  /^(?:academy|airport|avenue|award|boulevard|bridge|building|center|centre|clinic|college|company|corp|fellowship|foundation|group|gallery|hall|high|hospital|hotel|house|industries|institute|library|museum|park|place|plaza|prize|road|school|society|square|stadium|station|street|theater|theatre|towers?|trust|university)$/;

/** Whether a folded word behind a name makes something else of it: Kirby Institute, Putin Street. */
export function isInstitution(word: string): boolean {
  return INSTITUTION.test(word);
}

/** Endings of adjectives and participles, which no given name has. */
export const ADJECTIVE = /(?:ing|ed|ly|ful|ous|ive|less|ant|ent|ic|al|able|ible|est)$/;

const FEMALE = new Set(
  "mrs ms miss madam madame mme frau fru fraulein senora sra signora sigra pani pani mevrouw mevr dona bayan doamna nyonya ba".split(
    " ",
  ),
);

/** Whether a folded word before a surname says that its bearer is a woman. */
export function isFemaleTitle(word: string): boolean {
  return FEMALE.has(word);
}
