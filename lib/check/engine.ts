import type { Reading } from '../facts';
import type { CheckReport } from '../findings';
import { countVerdicts, coverageOf, relationsOf } from './account';
import { adjudicate, adoptedValues, blamedFigures, lostRowsOf } from './adjudicate';
import { Ledger } from './ledger';
import { type Localisation, localise } from './localise';
import { withUnlistedRows } from './lostRows';
import { verdictOf } from './relation';
import { roundingNotes } from './rounding';
import { loadSolver } from './solver';
import { structureFindings } from './structure';
import { System } from './system';
import { settleUnits } from './units';

/** Should the solver give up on an account, its contradictions are reported as they stand, without a culprit. */
async function locate(system: System): Promise<Localisation> {
  const highs = await loadSolver();
  try {
    return localise(system, highs);
  } catch (error) {
    if (!(error instanceof highs.errors.HighsError)) throw error;
    const unresolved = system.broken().map((row) => ({ figures: new Set(row.coefficients.keys()), rows: [row] }));
    return { blames: [], unresolved };
  }
}

/** The identities over amounts: every relation with its verdict, and who is to blame for those that do not hold. */
export async function checkMoney(reading: Reading): Promise<CheckReport> {
  const printed = new Ledger(reading);
  const asPrinted = relationsOf(printed);
  const settled = settleUnits(reading, asPrinted);
  const ledger = settled ? new Ledger(settled.reading) : printed;
  const relations = settled ? relationsOf(ledger) : asPrinted;
  const system = System.of(ledger, withUnlistedRows(ledger, relations));
  const located = await locate(system);
  const findings = adjudicate(system, located);
  return {
    findings: [
      ...(settled?.findings ?? []),
      ...findings,
      ...structureFindings(ledger, lostRowsOf(system, located)),
      ...roundingNotes(system),
    ],
    verdicts: countVerdicts(relations, blamedFigures(located)),
    relations: relations.map((relation) => verdictOf(relation)),
    adopted: adoptedValues(system, located, findings),
    coverage: coverageOf(ledger, relations),
  };
}
