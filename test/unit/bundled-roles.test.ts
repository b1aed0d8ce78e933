import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { roleOn } from "../../src/digest/tenure.ts";

const tenures = new Map(readDigestFiles("assets/digest").actors.map((actor) => [actor.id, actor.tenures]));

const cases: [actor: string, day: string, post: string, state: "holds" | "held"][] = [
  ["sergei-shoigu", "2023-09-14", "Minister of Defence of Russia", "holds"],
  ["sergei-shoigu", "2024-06-20", "Secretary of the Security Council of Russia", "holds"],
  ["andrei-belousov", "2023-09-14", "First Deputy Prime Minister of Russia", "holds"],
  ["andrei-belousov", "2024-06-18", "Minister of Defence of Russia", "holds"],
  ["ebrahim-raisi", "2022-09-15", "President of Iran", "holds"],
  ["ebrahim-raisi", "2024-06-20", "President of Iran", "held"],
  ["to-lam", "2023-09-14", "Minister of Public Security of Vietnam", "holds"],
  ["to-lam", "2024-06-20", "President of Vietnam", "holds"],
  ["tom-tugendhat", "2024-06-20", "Minister of State for Security of the United Kingdom", "holds"],
  ["yevgeny-prigozhin", "2023-09-10", "Leader", "held"],
];

it.each(cases)("%s on %s: %s (%s)", (actor, day, post, state) => {
  expect(roleOn(day, tenures.get(actor) ?? [])).toMatchObject({ post, state });
});
