import type { Check } from '../check';
import { completion } from './completion';
import { onBudget } from './onBudget';
import { performanceFunds } from './performanceFunds';
import { generalShare, shares } from './shares';
import { signs } from './signs';
import { yearOnYear } from './yearOnYear';
import { zeroBase } from './zeroBase';

/** Checks of the narrative that are no linear relation, in the order of their ids. */
export const NARRATIVE_CHECKS: readonly Check[] = [
  shares,
  generalShare,
  yearOnYear,
  signs,
  zeroBase,
  completion,
  performanceFunds,
  onBudget,
];
