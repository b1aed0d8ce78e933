import { describe, expect, it } from "vitest";
import { type Article, spot } from "../../scripts/spot.ts";
import { unlabel } from "../../scripts/spot-cases.ts";
import { checkDigest } from "../../src/digest/validate.ts";
import { indexNames } from "../../src/mentions/name-index.ts";

const strong = (...forms: string[]) => forms.map((form) => ({ form }));
const anchored = (...forms: string[]) => forms.map((form) => ({ form, strength: "anchored" }));
const local = (language: string, ...forms: string[]) => forms.map((form) => ({ form, language, local: true }));
const inflected = (language: string, form: string, ...cases: string[]) => [{ form, language, inflected: cases }];

/** A small digest in which every rule has somebody to be tried on. */
const DIGEST = checkDigest({
  actors: [
    {
      id: "trump",
      kind: "person",
      name: "Donald Trump",
      gender: "male",
      active: { born: "1946", from: "1973" },
      names: [
        ...strong("Donald Trump", "Trump", "ترامب"),
        ...inflected("ru", "Трамп", "Трампа", "Трампом"),
        ...inflected("ru", "Дональд Трамп", "Дональда Трампа"),
      ],
      notMe: ["Melania Trump", "Trump Tower", "Trump family"],
      notContext: ["card game"],
    },
    {
      id: "kim-jong-un",
      kind: "person",
      name: "Kim Jong-un",
      gender: "male",
      active: { born: "1984", from: "2008" },
      anchoredBy: ["north-korea"],
      titles: ["North Korean leader", "Chairman", "위원장"],
      names: [...strong("Kim Jong-un", "김정은", "金正恩", "קים ג'ונג און"), ...anchored("Kim", "Jong-un", "김")],
      notMe: ["김정은숙"],
    },
    {
      id: "kim-jong-il",
      kind: "person",
      name: "Kim Jong-il",
      active: { born: "1941", from: "1972", to: "2011-12-17" },
      titles: ["North Korean leader", "Chairman"],
      names: [...strong("Kim Jong-il"), ...anchored("Kim")],
    },
    {
      id: "miller",
      kind: "person",
      name: "Matthew Miller",
      active: { born: "1970", from: "2009" },
      titles: ["spokesman"],
      context: ["State Department"],
      notContext: ["tourist visa"],
      names: [...strong("Matthew Miller"), ...anchored("Miller")],
    },
    {
      id: "xi",
      kind: "person",
      name: "Xi Jinping",
      titles: ["President", "主席"],
      names: [...strong("Xi Jinping", "习近平"), ...anchored("Xi", "习")],
    },
    {
      id: "wagner",
      kind: "organisation",
      name: "Wagner Group",
      anchors: ["mercenaries"],
      names: [...strong("Wagner Group", "ЧВК «Вагнер»"), ...anchored("Wagner", "Вагнер")],
    },
    {
      id: "north-korea",
      kind: "state",
      name: "North Korea",
      names: [...strong("North Korea", "북한", "Nordkorea", "朝鲜", "كوريا الشمالية", "צפון קוריאה")],
      notMe: ["朝鲜半岛"],
    },
    {
      id: "russia",
      kind: "state",
      name: "Russia",
      names: [
        ...strong("Russia", "Russland", "러시아", "ロシア", "俄罗斯", "Rusya", "روسيا", "רוסיה"),
        ...local("vi", "Nga"),
        ...inflected("ru", "Россия", "России", "Россией"),
      ],
      notMe: ["白俄罗斯", "Russia Today"],
    },
    {
      id: "united-states",
      kind: "state",
      name: "United States",
      names: [...strong("United States", "US", "USA", "U.S."), ...local("id", "AS"), ...local("vi", "Mỹ")],
    },
    { id: "china", kind: "state", name: "China", names: strong("China", "中国", "中國", "الصين") },
    { id: "eu", kind: "organisation", name: "European Union", names: strong("EU") },
    { id: "nato", kind: "organisation", name: "NATO", names: strong("NATO") },
    { id: "ann-one", kind: "person", name: "Ann Lee", names: strong("Ann Lee"), context: ["chess"] },
    { id: "ann-two", kind: "person", name: "Ann Lee", names: strong("Ann Lee"), context: ["rowing"] },
    { id: "maliki", kind: "person", name: "Nouri al-Maliki", names: strong("Nouri al-Maliki") },
    { id: "adams", kind: "person", name: "Nicholas Adams", names: strong("Nicholas Adams") },
    { id: "carter", kind: "person", name: "James Earl Carter", names: strong("James Earl Carter") },
    { id: "saddam", kind: "person", name: "Saddam Adams", names: strong("Saddam Adams") },
    { id: "mark", kind: "person", name: "Mark Rutte", names: strong("Mark Rutte") },
    { id: "ban", kind: "person", name: "Ban Ki-moon", names: strong("Ban Ki-moon") },
  ],
});
if ("faults" in DIGEST) throw new Error(JSON.stringify(DIGEST.faults));
const INDEX = indexNames(DIGEST.value);

type Case = readonly [what: string, labelled: string, about?: Omit<Article, "text">];

// biome-ignore format: a table reads best with a case on a line
const CASES: Readonly<Record<string, readonly Case[]>> = {
  "a surname that the world knows": [
    ["stands alone", "[Trump](trump) spoke."],
    ["not after another's given name", "Judd Trump won. Trump smiled."],
    ["still after a relative in another paragraph", "[Donald Trump](trump) spoke.\nMelania Trump waved.\n[Trump](trump) left."],
    ["not after a relative in the same", "[Donald Trump](trump) came.\nMelania Trump waved, and Trump smiled."],
    ["not with a word of something else", "Hearts is Trump in this card game."],
    ["not of a woman", "Mrs Trump waved."],
    ["with its initial, not with another", "[Donald Trump](trump): signed D. [Trump](trump).\nSigned J. Trump."],
    ["in a phrase in small letters is no stranger", "[Trump](trump) spoke of the Trump family."],
    ["beside days, months and places that are given names elsewhere", "On Friday [Trump](trump) spoke.\nIn June [Trump](trump) left.\nIn San Antonio [Trump](trump) slept."],
    ["in a headline, with a relative below", "[Trump](trump) calls.\nPresident [Donald Trump](trump) phoned.\nMelania Trump listened."],
    ["not as an institution", "the Trump Foundation and the Trump Institute"],
    ["in its cases", "Встреча с [Трампом](trump) и [Дональда Трампа](trump).", { lang: "ru" }],
    ["in cases of its own language only", "Ein Трампом.", { lang: "de" }],
  ],
  "a title": [
    ["tells a bearer without a full name", "North Korean leader [Kim](kim-jong-un) waved.", { published: "2019-01-01" }],
    ["tells the bearer of the time", "North Korean leader [Kim](kim-jong-il) waved.", { published: "2005-01-01" }],
    ["gives way to a given name behind", "Chairman Kim Beom-su waved."],
    ["gives way to a stranger before", "Kim Beom-su founded it. Chairman Kim left."],
    ["behind, in Chinese", "[习近平](xi)说。[习](xi)主席在学习。", { lang: "zh" }],
    ["behind, in Korean, with somebody else to speak for it", "[북한](north-korea) [김](kim-jong-un) 위원장이 말했다.\n김 대표는 갔다.", { lang: "ko" }],
    ["a full name's", "According to spokesman [Matthew Miller](miller) all is well."],
  ],
  "what anchors besides a full name": [
    ["a state that belongs to somebody", "[Kim](kim-jong-un) in [North Korea](north-korea)."],
    ["not with a stranger about", "Kim Min-jae and Kim in [North Korea](north-korea)."],
    ["a word", "The mercenaries of [Wagner](wagner)."],
    ["not nothing", "An opera by Wagner."],
    ["not the dead, named later", "Kim bowed before his father [Kim Jong-il](kim-jong-il)."],
    ["the living, where two are known and the date", "[Kim Jong-un](kim-jong-un), son of [Kim Jong-il](kim-jong-il).\n[Kim](kim-jong-un) spoke.", { published: "2020-05-05" }],
    ["whom the article is about, far from another who is named once", "[Kim Jong-un](kim-jong-un) spoke.\nA crowd cheered [Kim Jong-un](kim-jong-un).\nHis father [Kim Jong-il](kim-jong-il) built it.\nIt is old.\n[Kim](kim-jong-un) left."],
    ["whom the article is about, far from a stranger", "[Kim Jong-un](kim-jong-un) spoke.\nA crowd cheered [Kim Jong-un](kim-jong-un).\nAnalyst Thomas Kim was not surprised, and Kim said so.\nIt is old.\n[Kim](kim-jong-un) left."],
    ["not behind a given name", "[Kim Jong-un](kim-jong-un) spoke.\nSenator Andy Kim answered. Kim sighed."],
    ["no stranger's short name of an organisation", "The [Wagner Group](wagner) fights.\nMayor Sonja Wagner sings. Wagner smiled."],
    ["nobody, where two are known and no date", "[Kim Jong-un](kim-jong-un), son of [Kim Jong-il](kim-jong-il).\nKim spoke."],
    ["the full name in the passage", "[Kim Jong-un](kim-jong-un) spoke.\n[Kim Jong-il](kim-jong-il) built it; [Kim](kim-jong-il) died."],
  ],
  "namesakes of a full name": [
    ["without a word for either", "Matthew Miller scored."],
    ["with a word", "[Matthew Miller](miller) of the State Department. [Miller](miller) said so."],
    ["with a word against", "Matthew Miller, on a tourist visa, wrote to the State Department."],
    ["of another age", "[Matthew Miller](miller) of the State Department.\nMatthew Miller, 24, of Bakersfield.", { published: "2023-08-01" }],
    ["in a by-line", "By Matthew Miller, State Department"],
    ["as photographer", "Photo: Donald Trump/Reuters"],
    ["of an age that the actor once had", "In 2000 [Donald Trump](trump), 54, built a tower.", { published: "2024-05-05" }],
    ["with a rank in brackets", "Polls: [Donald Trump](trump) (1)", { published: "2024-05-05" }],
    ["in a by-line with a date", "By Matthew Miller, Correspondent 2024-05-05\nThe State Department spoke."],
    ["in a by-line without a word before", "Matthew Miller 2024-05-05\nThe State Department spoke."],
    ["no by-line: a headline that begins with By", "By invading, [Trump](trump) united them"],
    ["no by-line, in German", "Von [Trump](trump) bis heute: die Woche", { lang: "de" }],
    ["of somebody with a longer name", "[Donald Trump](trump) spoke of a [Trump](trump)-backed plan.\nDonald Trump-Olsen performed."],
    ["no date: years in a first line", "[Donald Trump](trump) and 1911: a portrait"],
    ["before the time, by the page", "Donald Trump sold a cow.", { published: "1911-05-05" }],
    ["before the time, by the dateline", "OMAHA, May 5, 1911 — Donald Trump sold a cow.\nTrump was glad."],
    ["two in the digest, neither told", "Ann Lee won."],
    ["two in the digest, one told", "[Ann Lee](ann-two) won at rowing."],
  ],
  "surnames of people who are listed by full names alone": [
    ["with a particle", "[Nouri al-Maliki](maliki) spoke. [al-Maliki](maliki) left."],
    ["that come first", "[Ban Ki-moon](ban) spoke. [Ban](ban) left."],
    ["with a middle initial or a nickname", "[Nicholas R. Adams](adams) spoke. [Nick Adams](adams) left, [Adams](adams) too."],
    ["not with another's middle initial", "[Nicholas Adams](adams) spoke. James W. Carter did not."],
    ["without the middle name they have", "[James Earl Carter](carter) spoke. [James Carter](carter) left."],
    ["by a rare given name, not by a word", "[Saddam Adams](saddam) spoke. Friends of [Saddam](saddam) left. Mark my words."],
    ["before another surname", "[Nicholas Adams](adams) spoke. The Adams Ahmad case is closed."],
  ],
  "letters and marks": [
    ["an editor's brackets", "[\\[Donald\\] Trump](trump) and [Kim \\[Jong-un\\]](kim-jong-un)"],
    ["quotes that belong to the name", "[ЧВК «Вагнер](wagner)» и [ЧВК \"Вагнер](wagner)\"", { lang: "ru" }],
    ["a state in quotes is a hotel", "the hotel “Russia” and [Russia](russia)"],
    ["a town", "the voters of China, Maine and of [China](china)"],
    ["money", "for US$100 to the [US](united-states)"],
    ["a number of a king", "Louis XI met [Xi Jinping](xi). [Xi](xi) smiled."],
    ["addresses", "see https://x.org/NATO/Trump and trump@NATO.int"],
    ["derived words with a hyphen", "the NATO-isation of [NATO](nato)"],
    ["shouts in running text", "JOIN US now, said the [US](united-states)."],
    ["the start of a headline in capitals", "[US](united-states) TROOPS LEAVE, TELL US WHY"],
    ["I in capitals", "EU VOTEZ DIN NOU", { lang: "ro" }],
    ["an emoji before", "🇰🇵[Kim Jong-un](kim-jong-un)👍[Trump](trump)"],
    ["not inside a phrase that means something else", "Russia Today and Trump Tower in [Russia](russia)"],
  ],
  "endings and beginnings": [
    ["the genitive in German", "[Trumps](trump) Zug aus [Russlands](russia) Osten", { lang: "de" }],
    ["of an acronym in Norwegian", "[USAs](united-states) og [NATOs](nato) plan", { lang: "no" }],
    ["a forgotten apostrophe, no plural", "[Trumps](trump) rule; the Trumps left", { lang: "en" }],
    ["none in Spanish", "las Chinas", { lang: "es" }],
    ["Turkish, after an apostrophe", "[Rusya](russia)'nın, [Trump](trump)'ın", { lang: "tr" }],
    ["Finnish, after a colon", "[USA](united-states):n ja [EU](eu):n", { lang: "fi" }],
    ["Korean particles and titles", "[김정은](kim-jong-un)이 [김정은](kim-jong-un)국무위원장은 [북한](north-korea)에서는", { lang: "ko" }],
    ["another Korean name", "김정은숙", { lang: "ko" }],
    ["Korean nouns that leave a state, and those that do not", "[러시아](russia)군, [러시아](russia)산; 러시아어, 러시아인", { lang: "ko" }],
    ["Korean prefixes, and what they are not", "친[러시아](russia) 20대러시아", { lang: "ko" }],
    ["a Latin name with a Korean particle", "[NATO](nato)는", { lang: "ko" }],
    ["Chinese without spaces", "[金正恩](kim-jong-un)访问[俄罗斯](russia)和[中国](china)", { lang: "zh" }],
    ["Chinese phrases and peoples", "朝鲜半岛 白俄罗斯 中国人 中国语 [中国](china)人民", { lang: "zh" }],
    ["Japanese katakana as a whole", "[ロシア](russia)は プロシア ロシア語", { lang: "ja" }],
    ["Arabic prefixes", "و[روسيا](russia) ب[كوريا الشمالية](north-korea) و[الصين](china)", { lang: "ar" }],
    ["Arabic to the", "ل[لصين](china)", { lang: "ar" }],
    ["Hebrew prefixes", "וב[רוסיה](russia) ל[צפון קוריאה](north-korea)", { lang: "he" }],
    ["vowel signs and variant letters", "[رُوسِيا](russia) [ترامب](trump)", { lang: "fa" }],
  ],
  "forms of one language only": [
    ["on its pages", "[Nga](russia) và [Mỹ](united-states)", { lang: "vi" }],
    ["not on others", "Nga Tran met My", { lang: "en" }],
    ["letter for letter", "My và Ngà", { lang: "vi" }],
    ["in capitals", "pemerintah [AS](united-states), As", { lang: "id" }],
  ],
};

for (const [group, cases] of Object.entries(CASES)) {
  describe(group, () => {
    it.each(cases.map(([what, labelled, about = {}]) => ({ what, labelled, about })))(
      "$what",
      ({ labelled, about }) => {
        const { text, mentions } = unlabel(labelled);
        const show = (list: typeof mentions) =>
          list.map(({ start, end, actor }) => `${text.slice(start, end)}: ${actor}`);
        const found = spot({ lang: "en", ...about, text }, INDEX);
        expect(show(found)).toEqual(show(mentions));
        expect(found).toEqual(mentions);
      },
    );
  });
}
