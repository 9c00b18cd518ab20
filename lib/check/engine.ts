import type { Reading } from '../facts';
import type { CheckReport } from '../findings';
import { countVerdicts, coverageOf, relationsOf } from './account';
import { adjudicate, adoptedValues, blamedFigures, lostRowsOf } from './adjudicate';
import { IDENTITIES } from './identities';
import { Ledger } from './ledger';
import { type Conflict, type Localisation, localise } from './localise';
import { withUnlistedRows } from './lostRows';
import { type Relation, verdictOf } from './relation';
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

/** Inequalities between what differs in scope: they tell that something is odd, and name no value. */
const LOOSE: ReadonlySet<string> = new Set(
  IDENTITIES.filter(({ kind, severity }) => kind === 'at most' && severity === 'warning').map(({ id }) => id),
);

/** Loose relations that do not hold, and that no blamed figure explains. */
function looseConflicts(ledger: Ledger, relations: readonly Relation[], located: Localisation): Conflict[] {
  const blamed = blamedFigures(located);
  return System.of(
    ledger,
    relations.filter(({ identity }) => LOOSE.has(identity)),
  )
    .broken()
    .filter((row) => ![...row.coefficients.keys()].some((index) => blamed.has(index)))
    .map((row) => ({ figures: new Set(row.coefficients.keys()), rows: [row] }));
}

/** The identities over amounts: every relation with its verdict, and who is to blame for those that do not hold. */
export async function checkMoney(reading: Reading): Promise<CheckReport> {
  const printed = new Ledger(reading);
  const asPrinted = relationsOf(printed);
  const settled = settleUnits(reading, asPrinted);
  const ledger = settled ? new Ledger(settled.reading) : printed;
  const relations = settled ? relationsOf(ledger) : asPrinted;
  const binding = relations.filter(({ identity }) => !LOOSE.has(identity));
  const system = System.of(ledger, withUnlistedRows(ledger, binding));
  const traced = await locate(system);
  const loose = looseConflicts(ledger, relations, traced);
  const located = { ...traced, unresolved: [...traced.unresolved, ...loose] };
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
