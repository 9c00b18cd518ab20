import type { Reading } from '../facts';
import type { CheckReport } from '../findings';
import { countVerdicts, coverageOf, relationsOf } from './account';
import { adjudicate, adoptedValues, blamedFigures, lostRowsOf } from './adjudicate';
import { Ledger } from './ledger';
import { localise } from './localise';
import { withUnlistedRows } from './lostRows';
import { verdictOf } from './relation';
import { roundingNotes } from './rounding';
import { loadSolver } from './solver';
import { structureFindings } from './structure';
import { System } from './system';
import { settleUnits } from './units';

/** The identities over amounts: every relation with its verdict, and who is to blame for those that do not hold. */
export async function checkMoney(reading: Reading): Promise<CheckReport> {
  const printed = new Ledger(reading);
  const asPrinted = relationsOf(printed);
  const settled = settleUnits(reading, asPrinted);
  const ledger = settled ? new Ledger(settled.reading) : printed;
  const relations = settled ? relationsOf(ledger) : asPrinted;
  const system = System.of(ledger, withUnlistedRows(ledger, relations));
  const located = localise(system, await loadSolver());
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
