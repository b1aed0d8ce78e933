/** What stands in an article and which mentions are to be found in it, in reading order. */
export interface MentionCase {
  readonly what: string;
  readonly paragraphs: readonly string[];
  readonly title?: string;
  readonly language?: string;
  readonly expected: readonly (readonly [paragraph: number, text: string, actor: string])[];
}

const PUTIN = "vladimir-putin";
const UN = "kim-jong-un";
const IL = "kim-jong-il";
const MILLER = "matthew-miller";
const NOVAK = "alexander-novak";
const KIRBY = "john-kirby";
const NORTH = "north-korea";
const US = "united-states";

// biome-ignore format: a table reads best with a case on few lines
export const MENTION_CASES: Readonly<Record<string, readonly MentionCase[]>> = {
  "Others of the name": [
    { what: "a relative that the digest names as another", paragraphs: ["Vladimir Putin spoke. Lyudmila Putin left early, and Mrs Putin waved."],
      expected: [[0, "Vladimir Putin", PUTIN]] },
    { what: "another whose family name comes first", paragraphs: ["Kim Jong-un met Kim Kardashian, and Kim smiled."], expected: [[0, "Kim Jong-un", UN]] },
    { what: "a street or a square is nobody", paragraphs: ["Vladimir Putin drove down Putin Street to Kim Jong Un Square, where Putin rested."],
      expected: [[0, "Vladimir Putin", PUTIN], [0, "Putin", PUTIN]] },
  ],
  "Words and their edges": [
    { what: "the longest name wins", paragraphs: ["In North Korea, Kim Jong Un rules."], expected: [[0, "North Korea", NORTH], [0, "Kim Jong Un", UN]] },
    { what: "several in a row", paragraphs: ["Russia, South Korea and NATO"], expected: [[0, "Russia", "russia"], [0, "South Korea", "south-korea"], [0, "NATO", "nato"]] },
    { what: "no part of a longer word", paragraphs: ["The Russians and Korean NATOs, Putinism, Belorussia."], expected: [] },
    { what: "possessives", paragraphs: ["Vladimir Putin's visit and Russia’s offer"], expected: [[0, "Vladimir Putin", PUTIN], [0, "Russia", "russia"]] },
    { what: "compounds", paragraphs: ["Vladimir Putin met Kim Jong-un: a Putin-Kim pact, a pro-Putin crowd, US-led, non-NATO."],
      expected: [[0, "Vladimir Putin", PUTIN], [0, "Kim Jong-un", UN], [0, "Putin", PUTIN], [0, "Kim", UN], [0, "Putin", PUTIN], [0, "US", US], [0, "NATO", "nato"]] },
    { what: "a compound with a stranger", paragraphs: ["Kim Jong-un was there, said aides after the Kim-Trump summit."], expected: [[0, "Kim Jong-un", UN], [0, "Kim", UN]] },
    { what: "hyphen or space, narrow or wide", paragraphs: ["Kim Jong\u2011un, Kim\u00a0Jong\u00a0Un, Kim  Jong\nUn"],
      expected: [[0, "Kim Jong\u2011un", UN], [0, "Kim\u00a0Jong\u00a0Un", UN], [0, "Kim  Jong\nUn", UN]] },
    { what: "a short name that begins a longer one", paragraphs: ["Xi Jinping flew to Xi'an, Xi’an that is; Xi's plane was late."],
      expected: [[0, "Xi Jinping", "xi-jinping"], [0, "Xi", "xi-jinping"]] },
    { what: "soft hyphens", paragraphs: ["Vladi\u00admir Pu\u00adtin spoke"], expected: [[0, "Vladi\u00admir Pu\u00adtin", PUTIN]] },
    { what: "accents or none", paragraphs: ["Tô Lâm and To\u0302 La\u0302m and To Lam"], expected: [[0, "Tô Lâm", "to-lam"], [0, "To\u0302 La\u0302m", "to-lam"], [0, "To Lam", "to-lam"]] },
    { what: "other scripts", paragraphs: ["Россия, 북한, हमास"], expected: [[0, "Россия", "russia"], [0, "북한", NORTH], [0, "हमास", "hamas"]] },
    { what: "not across a quotation mark", paragraphs: ["He said of North “Korea” and of Vladimir \"Putin\""], expected: [] },
    { what: "not across a comma", paragraphs: ["To the North, Korea; to Vladimir, Putin"], expected: [] },
    { what: "not across the end of a sentence", paragraphs: ["They went North. Korea waited for Vladimir. Putin did not."], expected: [] },
    { what: "dotted, with its last dot", paragraphs: ["The U.S. and the U. S. agree with the U.S.-led side and the U.S."],
      expected: [[0, "U.S.", US], [0, "U. S.", US], [0, "U.S.", US], [0, "U.S.", US]] },
    { what: "no dot that ends the sentence", paragraphs: ["He left Russia. She left the USA."], expected: [[0, "Russia", "russia"], [0, "USA", US]] },
    { what: "addresses and handles", paragraphs: ["Vladimir Putin", "Write to Putin@kremlin.ru or @Putin, see Putin.ru and Putin_2024."], expected: [[0, "Vladimir Putin", PUTIN]] },
  ],
  Capitals: [
    { what: "none where some are due", paragraphs: ["let us see what nato says to lam, vladimir putin and north korea"], expected: [] },
    { what: "an acronym with one capital", paragraphs: ["Nato said that Us is a film."], expected: [[0, "Nato", "nato"]] },
    { what: "names in a headline in capitals", paragraphs: ["VLADIMIR PUTIN TELLS NATO: NORTH KOREA AND THE U.S. TALK"],
      expected: [[0, "VLADIMIR PUTIN", PUTIN], [0, "NATO", "nato"], [0, "NORTH KOREA", NORTH], [0, "U.S.", US]] },
    { what: "a common word in capitals", paragraphs: ["TELL US MORE", "ABOUT US", "LET US IN NOW"], expected: [] },
    { what: "acronyms side by side", paragraphs: ["US, EU, UN", "US", "USA, RUSSIA"], expected: [[0, "US", US], [1, "US", US], [2, "USA", US], [2, "RUSSIA", "russia"]] },
  ],
  "A surname counts with the full name of exactly one bearer": [
    { what: "none", paragraphs: ["Putin spoke to Miller about Kim."], expected: [] },
    { what: "in the title", title: "What Vladimir Putin wants", paragraphs: ["Putin spoke."], expected: [[0, "Putin", PUTIN]] },
    { what: "earlier", paragraphs: ["Vladimir Putin came.", "Then Putin spoke."], expected: [[0, "Vladimir Putin", PUTIN], [1, "Putin", PUTIN]] },
    { what: "later", paragraphs: ["Putin spoke.", "So Vladimir Putin it was."], expected: [[0, "Putin", PUTIN], [1, "Vladimir Putin", PUTIN]] },
    { what: "the longer short form", paragraphs: ["Kim Jong-un and his name: Kim Jong."], expected: [[0, "Kim Jong-un", UN], [0, "Kim Jong", UN]] },
    { what: "each up to the second bearer's introduction, none after it", paragraphs: ["Kim Jong-un spoke.", "Kim left.", "Kim Jong-il was his father.", "Kim ruled."],
      expected: [[0, "Kim Jong-un", UN], [1, "Kim", UN], [2, "Kim Jong-il", IL]] },
    { what: "none with two bearers ahead", paragraphs: ["Kim left.", "Kim Jong-un and Kim Jong-il."], expected: [[1, "Kim Jong-un", UN], [1, "Kim Jong-il", IL]] },
    { what: "in German, too", language: "de", paragraphs: ["Wladimir und Vladimir Putin: Präsident Putin reist."], expected: [[0, "Vladimir Putin", PUTIN], [0, "Putin", PUTIN]] },
  ],
  "Somebody else of that surname takes it out of play": [
    { what: "another given name", paragraphs: ["Matthew Miller spoke.", "The comedian Dennis Miller laughed.", "Miller left."], expected: [[0, "Matthew Miller", MILLER]] },
    { what: "a given name like a people's", paragraphs: ["Matthew Miller spoke.", "The comedian Brian Miller laughed.", "Miller left."], expected: [[0, "Matthew Miller", MILLER]] },
    { what: "another given name after it", paragraphs: ["Kim Jong-un spoke.", "Later Kim Kardashian posted.", "Kim left."], expected: [[0, "Kim Jong-un", UN]] },
    { what: "a relative", paragraphs: ["Kim Jong-un spoke.", "His brother Kim Jong-nam stayed abroad.", "Kim left, Kim Jong too."], expected: [[0, "Kim Jong-un", UN]] },
    { what: "a name known to be another's", paragraphs: ["Alexander Novak spoke.", "Later Serb Novak Djokovic played in North Korea's Kim Il Sung Square.", "Novak left."],
      expected: [[0, "Alexander Novak", NOVAK], [1, "North Korea", NORTH]] },
    { what: "no known name beside it", paragraphs: ["Kim Jong-un spoke before the Kim Russia visit."], expected: [[0, "Kim Jong-un", UN], [0, "Kim", UN], [0, "Russia", "russia"]] },
    { what: "no title, post or people", paragraphs: ["Matthew Miller spoke.", "Later Spokesman Miller, Mr Miller and American Miller left on Monday."],
      expected: [[0, "Matthew Miller", MILLER], [1, "Miller", MILLER], [1, "Miller", MILLER], [1, "Miller", MILLER]] },
    { what: "no capitals of a Headline Like This", title: "Vladimir Putin in Pyongyang", paragraphs: ["Fears Grow as Smiling Putin Meets Kim"], expected: [[0, "Putin", PUTIN]] },
  ],
  "Namesakes are told by context": [
    { what: "no context", paragraphs: ["John Kirby won the race.", "Kirby was glad."], expected: [] },
    { what: "a context word", paragraphs: ["John Kirby spoke at the White House.", "Kirby left."], expected: [[0, "John Kirby", KIRBY], [1, "Kirby", KIRBY]] },
    { what: "a context word later", paragraphs: ["John Kirby spoke.", "So did the White House."], expected: [[0, "John Kirby", KIRBY]] },
    { what: "a context word that holds a name", paragraphs: ["John Kirby left the Russia House for New Russia."], expected: [[0, "John Kirby", KIRBY]] },
    { what: "a known person", paragraphs: ["John Kirby spoke of Vladimir Putin."], expected: [[0, "John Kirby", KIRBY], [0, "Vladimir Putin", PUTIN]] },
    { what: "a state is not enough", paragraphs: ["John Kirby went to Russia."], expected: [[0, "Russia", "russia"]] },
    { what: "one full name, two actors, neither told", paragraphs: ["Sergei Ivanov met Vladimir Putin.", "Ivanov left."], expected: [[0, "Vladimir Putin", PUTIN]] },
    { what: "one full name, two actors, one told", paragraphs: ["Sergei Ivanov left the Kremlin and Nato.", "Ivanov is old."],
      expected: [[0, "Sergei Ivanov", "sergei-ivanov-minister"], [0, "Nato", "nato"], [1, "Ivanov", "sergei-ivanov-minister"]] },
    { what: "one full name, two actors, both told", paragraphs: ["Sergei Ivanov is skiing behind the Kremlin."], expected: [] },
  ],
};
