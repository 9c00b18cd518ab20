import type { Finding } from '../../findings';
import type { Ledger } from '../ledger';
import { brokenDown } from './childless';
import { codesAgree } from './codes';
import { fundsApart } from './funds';
import { levelsComplete } from './levels';
import { codesOnce } from './repeatedCodes';
import type { LostRows, StructureCheck } from './structureCheck';
import { budgetedSpending } from './unbudgeted';

export const STRUCTURE_CHECKS: readonly StructureCheck[] = [
  fundsApart,
  codesAgree,
  levelsComplete,
  brokenDown,
  codesOnce,
  budgetedSpending,
];

/** Rows and codes that are missing, doubled or out of place; a row that is already said to be lost is not reported again. */
export const structureFindings = (ledger: Ledger, lost: LostRows): Finding[] =>
  STRUCTURE_CHECKS.flatMap((check) => check.find(ledger, lost));
