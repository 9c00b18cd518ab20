import type { Reference } from '../classification';
import type { Reading } from '../facts';
import { type CheckReport, compareFindings } from '../findings';
import { countVerdicts, coverageOf, relationsOf, verdictsOf } from './account';
import { Ledger } from './ledger';
import { NARRATIVE_CHECKS } from './narrative';
import { PROSE_CHECKS } from './prose';

/** Checks one reading: every contradiction is explained by a finding, rounding is not one. Does no I/O; the solver is loaded once. */
export async function checkReading(reading: Reading, reference: Reference): Promise<CheckReport> {
  const ledger = new Ledger(reading);
  const relations = relationsOf(ledger);
  const verdicts = verdictsOf(relations);
  const context = { reading, reference };
  const findings = [...NARRATIVE_CHECKS, ...PROSE_CHECKS].flatMap((check) => check.run(context));
  return {
    findings: findings.sort(compareFindings),
    verdicts: countVerdicts(verdicts),
    relations: verdicts,
    adopted: [],
    coverage: coverageOf(ledger, relations),
  };
}
