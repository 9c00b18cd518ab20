import type { Reading } from '../../facts';
import { compareFindings, type Finding } from '../../findings';
import { Ledger } from '../ledger';
import { openingBalances } from './balances';
import { previousYear } from './previousYear';
import { subjectsOfYears } from './subjects';
import type { YearCheck } from './yearCheck';

export const YEAR_CHECKS: readonly YearCheck[] = [openingBalances, previousYear, subjectsOfYears];

/** Checks an account against the same department's account of the year before; places are those of the later one. */
export function checkYears(earlier: Reading, later: Reading): Finding[] {
  const [before, now] = [new Ledger(earlier), new Ledger(later)];
  return YEAR_CHECKS.flatMap((check) => check.compare(before, now)).sort(compareFindings);
}
