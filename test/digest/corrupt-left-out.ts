import { dropHedges } from "./corrupt-hedges.ts";
import { dropNegations } from "./corrupt-negations.ts";
import type { Candidate, Corrupter, Setting } from "./corrupting.ts";

const SIGNS =
  /\b(?:may|might|could|possible|potential|likely|reportedly|rumoured|seems|planning|not|no|never|cannot|unable|unlikely|\w+n[’']t)\b/g;

/** A negation or hedge dropped, and one of the article claimed to belong to another statement. */
export const leaveSignsOut: Corrupter = (setting) =>
  [...dropNegations(setting), ...dropHedges(setting)].flatMap((candidate) => excused(candidate, setting));

function excused({ way, claim, said }: Candidate, { cited }: Setting): Candidate[] {
  const signs = cited.flatMap(({ text }) => text.match(SIGNS) ?? []);
  const free = signs.find((sign) => !claim.leavesOut.includes(sign));
  if (!free) return [];
  return [{ way, claim: { ...claim, leavesOut: [...claim.leavesOut, free] }, said: `${said}, “${free}” left out` }];
}
