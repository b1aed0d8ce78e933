import type { Fault } from "../../src/digest/references.ts";

export type Path = Fault["path"];

/** A fault as every check words it: whose, which rule, what was expected. */
export function fault(path: Path, whose: string, rule: string, expected: string): Fault {
  return { path, message: `${whose}: ${rule}: expected ${expected}` };
}

/** Faults of a part as faults of the whole. */
export function under(path: Path, faults: readonly Fault[]): Fault[] {
  return faults.map((one) => ({ ...one, path: [...path, ...one.path] }));
}
