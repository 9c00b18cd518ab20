import type { Check } from '../check';
import { budgetWords } from './budgetWords';
import { completion } from './completion';
import { economicHeadings } from './economicHeadings';
import { emptyStatements } from './emptyStatements';
import { items } from './items';
import { onBudget } from './onBudget';
import { parts, procurement } from './parts';
import { performanceFunds } from './performanceFunds';
import { personnel } from './personnel';
import { repetitions } from './repetitions';
import { generalShare, shares } from './shares';
import { signs } from './signs';
import { units } from './units';
import { vehicleKinds } from './vehicleKinds';
import { yearOnYear } from './yearOnYear';
import { zeroBase } from './zeroBase';

/** Checks of the narrative that are no linear relation, in the order of their ids. */
export const NARRATIVE_CHECKS: readonly Check[] = [
  items,
  economicHeadings,
  shares,
  generalShare,
  yearOnYear,
  signs,
  zeroBase,
  completion,
  personnel,
  procurement,
  vehicleKinds,
  performanceFunds,
  emptyStatements,
  units,
  onBudget,
  parts,
  budgetWords,
  repetitions,
];
