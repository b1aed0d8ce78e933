import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { type Role, roleOn } from "../../src/digest/tenure.ts";

const CENTRE = "Centre for Geopolitics, University of Cambridge";

/** Expected from public record. Of roles held at once that of a source comes first, then the latest begun. */
const cases: [actor: string, day: string | undefined, role: string][] = [
  ["alexander-novak", "2012-05-20", "none"],
  ["alexander-novak", "2020-11-09", "Minister of Energy of Russia, 2012-05-21–2020-11-10"],
  ["alexander-novak", "2020-11-10", "Deputy Prime Minister of Russia, since 2020-11-10"],
  ["alexander-novak", "2025-03-01", "Deputy Prime Minister of Russia, since 2020-11-10, as of 2024-06-18"],
  ["andrei-belousov", "2012-05-20", "none"],
  ["andrei-belousov", "2013-06-23", "Minister of Economic Development of Russia, 2012-05-21–2013-06-24"],
  ["andrei-belousov", "2013-06-24", "Aide to the President of Russia, 2013-06-24–2020-01-21"],
  ["andrei-belousov", "2020-01-21", "First Deputy Prime Minister of Russia, 2020-01-21–2024-05"],
  ["andrei-belousov", "2023-09-14", "First Deputy Prime Minister of Russia, 2020-01-21–2024-05"],
  ["andrei-belousov", "2024-05-14", "Minister of Defence of Russia, since 2024-05-14"],
  ["andrei-belousov", "2024-06-18", "Minister of Defence of Russia, since 2024-05-14"],
  ["andrei-belousov", "2024-06-19", "Minister of Defence of Russia, since 2024-05-14, as of 2024-06-18"],
  ["andrei-belousov", undefined, "Minister of Defence of Russia, since 2024-05-14, as of 2024-06-18"],
  ["ben-hodges", "2014-11-04", "none"],
  ["ben-hodges", "2017-12-15", "Commander of US Army Europe, 2014-11-05–2017-12-15"],
  ["ben-hodges", "2017-12-16", "former Commander of US Army Europe, 2014-11-05–2017-12-15"],
  ["cheong-seong-chang", "2023-09-13", "none"],
  ["cheong-seong-chang", "2023-09-14", "Researcher, Sejong Institute"],
  ["cheong-seong-chang", "2024-11-01", "Researcher, Sejong Institute, as of 2023-09-14"],
  ["dmitry-peskov", "2012-05-06", "Spokesman for the Prime Minister of Russia, 2008-04-25–2012-05"],
  ["dmitry-peskov", "2012-05-22", "Spokesman, Kremlin, since 2012-05-22"],
  ["dmitry-peskov", "2024-02-16", "Spokesman, Kremlin, since 2012-05-22, as of 2023-09-14"],
  ["donald-trump", "2017-01-19", "none"],
  ["donald-trump", "2021-01-20", "President of the United States, 2017-01-20–2021-01-20"],
  ["donald-trump", "2021-01-21", "former President of the United States, 2017-01-20–2021-01-20"],
  ["donald-trump", "2025-01-19", "former President of the United States, 2017-01-20–2021-01-20"],
  ["donald-trump", "2025-01-20", "President of the United States, since 2025-01-20"],
  ["donald-trump", "2025-06-30", "President of the United States, since 2025-01-20"],
  ["donald-trump", "2025-07-01", "President of the United States, since 2025-01-20, as of 2025-06"],
  ["donald-trump", undefined, "President of the United States, since 2025-01-20, as of 2025-06"],
  ["ebrahim-raisi", "2019-03-06", "none"],
  ["ebrahim-raisi", "2021-07-01", "Chief Justice of Iran, 2019-03-07–2021-07-01"],
  ["ebrahim-raisi", "2021-08-02", "former Chief Justice of Iran, 2019-03-07–2021-07-01"],
  ["ebrahim-raisi", "2021-08-03", "President of Iran, 2021-08-03–2024-05-19"],
  ["ebrahim-raisi", "2022-09-15", "President of Iran, 2021-08-03–2024-05-19"],
  ["ebrahim-raisi", "2024-05-19", "President of Iran, 2021-08-03–2024-05-19"],
  ["ebrahim-raisi", "2024-05-20", "former President of Iran, 2021-08-03–2024-05-19"],
  ["ebrahim-raisi", undefined, "former President of Iran, 2021-08-03–2024-05-19"],
  ["ilya-ponomarev", "2016-06-10", "Member of the State Duma of Russia, 2007-12–2016-06-10"],
  ["ilya-ponomarev", "2016-06-11", "former Member of the State Duma of Russia, 2007-12–2016-06-10"],
  ["irina-tsukerman", "2023-09-30", "President, Scarab Rising"],
  ["irina-tsukerman", "2023-10-01", "President, Scarab Rising, as of 2023-09"],
  ["john-kirby", "2013-11-30", "none"],
  ["john-kirby", "2014-09-25", "Press Secretary of the US Department of Defense, 2013-12–2015"],
  ["john-kirby", "2015-05-20", "Spokesperson, US State Department, 2015-05–2017-01-20"],
  ["john-kirby", "2021-01-19", "former Spokesperson, US State Department, 2015-05–2017-01-20"],
  ["john-kirby", "2021-01-20", "Press Secretary of the US Department of Defense, 2021-01-20–2022-05-27"],
  ["john-kirby", "2022-05-27", "Press Secretary of the US Department of Defense, 2021-01-20–2022-05-27"],
  ["john-kirby", "2022-05-28", "Spokesman, US National Security Council, 2022-05-28–2025-01-20"],
  ["john-kirby", "2025-01-21", "former Spokesman, US National Security Council, 2022-05-28–2025-01-20"],
  ["john-kirby", undefined, "former Spokesman, US National Security Council, 2022-05-28–2025-01-20"],
  ["john-nilsson-wright", "2024-06-17", "none"],
  ["john-nilsson-wright", undefined, `Head of the Japan and Koreas Programme, ${CENTRE}, as of 2024-06-18`],
  ["kim-il-sung", "1972-12-27", "Premier of North Korea, 1948-09-09–1972-12-28"],
  ["kim-il-sung", "1972-12-28", "President of North Korea, 1972-12-28–1994-07-08"],
  ["kim-il-sung", "2024-06-19", "former President of North Korea, 1972-12-28–1994-07-08"],
  ["kim-jong-dae", "2016-05-29", "none"],
  ["kim-jong-dae", "2020-05-29", "Member of the National Assembly of South Korea, 2016-05-30–2020-05-29"],
  ["kim-jong-dae", "2020-05-30", "former Member of the National Assembly of South Korea, 2016-05-30–2020-05-29"],
  ["kim-jong-dae", "2023-09-14", "Visiting scholar, Yonsei Institute for North Korean Studies"],
  ["kim-jong-dae", "2023-09-15", "Visiting scholar, Yonsei Institute for North Korean Studies, as of 2023-09-14"],
  ["kim-jong-il", "2011-12-17", "Leader of North Korea, 1994-07-08–2011-12-17"],
  ["kim-jong-il", "2011-12-18", "former Leader of North Korea, 1994-07-08–2011-12-17"],
  ["kim-jong-un", "2011-12-16", "none"],
  ["kim-jong-un", "2024-06-21", "Leader of North Korea, since 2011-12-17, as of 2024-06-20"],
  ["matthew-miller", "2025-01-20", "Spokesperson, US State Department, 2023-04-24–2025-01-20"],
  ["matthew-miller", "2025-01-21", "former Spokesperson, US State Department, 2023-04-24–2025-01-20"],
  ["nick-strogov", "2023-09-10", "Researcher and commentator on Russian politics"],
  ["nick-strogov", undefined, "Researcher and commentator on Russian politics, as of 2023-09"],
  ["sergei-lavrov", "2004-03-08", "Permanent Representative of Russia to the United Nations, 1994–2004"],
  ["sergei-lavrov", "2004-03-09", "Minister of Foreign Affairs of Russia, since 2004-03-09"],
  ["sergei-lavrov", "2025-02-18", "Minister of Foreign Affairs of Russia, since 2004-03-09, as of 2024-06-18"],
  ["sergei-shoigu", "2012-05-10", "Minister of Emergency Situations of Russia, 1994-01–2012-05-11"],
  ["sergei-shoigu", "2012-05-11", "Governor of Moscow Oblast, 2012-05-11–2012-11-06"],
  ["sergei-shoigu", "2012-11-06", "Minister of Defence of Russia, 2012-11-06–2024-05-12"],
  ["sergei-shoigu", "2023-09-14", "Minister of Defence of Russia, 2012-11-06–2024-05-12"],
  ["sergei-shoigu", "2024-05-11", "Minister of Defence of Russia, 2012-11-06–2024-05-12"],
  ["sergei-shoigu", "2024-05-12", "Secretary of the Security Council of Russia, since 2024-05-12"],
  ["sergei-shoigu", "2024-06-20", "Secretary of the Security Council of Russia, since 2024-05-12"],
  ["sergei-shoigu", "2025-07-01", "Secretary of the Security Council of Russia, since 2024-05-12, as of 2025-06"],
  ["to-lam", "2023-09-14", "Minister of Public Security of Vietnam, 2016-04–2024-05-22"],
  ["to-lam", "2024-05-21", "Minister of Public Security of Vietnam, 2016-04–2024-05-22"],
  ["to-lam", "2024-05-22", "President of Vietnam, 2024-05-22–2024-10-21"],
  ["to-lam", "2024-06-20", "President of Vietnam, 2024-05-22–2024-10-21"],
  ["to-lam", "2024-08-03", "President of Vietnam, 2024-05-22–2024-10-21"],
  ["to-lam", "2024-10-22", "General Secretary of the Communist Party of Vietnam, since 2024-08-03"],
  ["to-lam", "2025-07-01", "General Secretary of the Communist Party of Vietnam, since 2024-08-03, as of 2025-06"],
  ["tom-tugendhat", "2015-05-06", "none"],
  ["tom-tugendhat", "2017-07-11", "Member of the House of Commons of the United Kingdom, since 2015-05-07"],
  ["tom-tugendhat", "2017-07-12", "Chair of the Foreign Affairs Committee of the House of Commons, 2017-07-12–2022-09"],
  ["tom-tugendhat", "2022-09-05", "Chair of the Foreign Affairs Committee of the House of Commons, 2017-07-12–2022-09"],
  ["tom-tugendhat", "2022-09-06", "Minister of State for Security of the United Kingdom, 2022-09-06–2024-07-05"],
  ["tom-tugendhat", "2024-07-04", "Minister of State for Security of the United Kingdom, 2022-09-06–2024-07-05"],
  ["tom-tugendhat", "2024-07-06", "Member of the House of Commons of the United Kingdom, since 2015-05-07"],
  ["tom-tugendhat", "2024-07-08", "Shadow Minister for Security of the United Kingdom, 2024-07-08–2024-11"],
  ["tom-tugendhat", "2024-12-01", "Member of the House of Commons of the United Kingdom, since 2015-05-07"],
  ["tom-tugendhat", undefined, "Member of the House of Commons of the United Kingdom, since 2015-05-07, as of 2025-06"],
  ["vladimir-putin", "1999-08-15", "none"],
  ["vladimir-putin", "2000-05-06", "Prime Minister of Russia, 1999-08-16–2000-05-07"],
  ["vladimir-putin", "2000-05-07", "President of Russia, 2000-05-07–2008-05-07"],
  ["vladimir-putin", "2008-05-07", "President of Russia, 2000-05-07–2008-05-07"],
  ["vladimir-putin", "2008-05-08", "Prime Minister of Russia, 2008-05-08–2012-05-07"],
  ["vladimir-putin", "2012-05-07", "President of Russia, since 2012-05-07"],
  ["vladimir-putin", "2024-06-21", "President of Russia, since 2012-05-07, as of 2024-06-20"],
  ["xi-jinping", "2013-03-13", "General Secretary of the Communist Party of China, since 2012-11-15"],
  ["xi-jinping", "2013-03-14", "President of China, since 2013-03-14"],
  ["xi-jinping", "2025-09-03", "President of China, since 2013-03-14, as of 2024-06"],
  ["yevgeny-prigozhin", "2014-04-30", "none"],
  ["yevgeny-prigozhin", "2023-06-24", "Leader, Wagner Group, 2014-05–2023-08-23"],
  ["yevgeny-prigozhin", "2023-08-23", "Leader, Wagner Group, 2014-05–2023-08-23"],
  ["yevgeny-prigozhin", "2023-08-24", "former Leader, Wagner Group, 2014-05–2023-08-23"],
];

const { actors } = readDigestFiles("assets/digest");
const names = new Map(actors.map(({ id, name }) => [id, name]));
const tenures = new Map(actors.map((actor) => [actor.id, actor.tenures]));

it.each(cases)("%s on %s: %s", (actor, day, role) => {
  expect(inWords(roleOn(day, tenures.get(actor) ?? []))).toBe(role);
});

it("tries every role but the one that another always comes before", () => {
  const known = actors.flatMap(({ id, tenures }) =>
    tenures.map((tenure): [string, string] => [id, postInWords(tenure)]),
  );
  const tried = ([id, post]: [string, string]) => cases.some(([actor, , role]) => actor === id && role.includes(post));
  expect(known.filter((role) => !tried(role))).toEqual([
    ["kim-jong-un", "General Secretary of the Workers' Party of Korea, since 2021-01-10"],
  ]);
});

/** As a card has it, and with the dates that it leaves out. */
function inWords(role: Role | null): string {
  if (!role) return "none";
  return (role.state === "held" ? "former " : "") + postInWords(role) + (role.asOf ? `, as of ${role.asOf}` : "");
}

function postInWords({
  post,
  organisation,
  start,
  end,
}: Pick<Role, "post" | "organisation" | "start" | "end">): string {
  const dates = end ? `${start}–${end}` : start && `since ${start}`;
  return [post, organisation && names.get(organisation), dates].filter(Boolean).join(", ");
}
