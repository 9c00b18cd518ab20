import type { Reference } from '../classification';
import type { Reading } from '../facts';
import { type CheckReport, compareFindings } from '../findings';
import { CHECKS } from './checks';
import { adoptedReading, withoutConsequences } from './consequences';
import { checkMoney } from './engine';

/** Checks one reading: every contradiction is explained by a finding, rounding is not one. Does no I/O; the solver is loaded once. */
export async function checkReading(reading: Reading, reference: Reference): Promise<CheckReport> {
  const money = await checkMoney(reading);
  const run = (one: Reading) => CHECKS.flatMap((check) => check.run({ reading: one, reference }));
  const others =
    money.adopted.length === 0
      ? run(reading)
      : withoutConsequences(run(reading), run(adoptedReading(reading, money.adopted)), money.findings);
  return { ...money, findings: [...money.findings, ...others].sort(compareFindings) };
}

export { REGISTRY } from './registry';
export { checkYears } from './years';
