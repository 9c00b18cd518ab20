import type { Check } from '../check';
import { bodyName } from './bodyName';
import { lostUnits } from './lostUnits';
import { mixedUnits } from './mixedUnits';
import { numbering } from './numbering';
import { placeholders } from './placeholders';
import { punctuation } from './punctuation';
import { purposes } from './purposes';
import { templates } from './templates';
import { years } from './years';

/** Checks of the wording as published, in the order of their ids. */
export const PROSE_CHECKS: readonly Check[] = [
  templates,
  placeholders,
  lostUnits,
  mixedUnits,
  punctuation,
  numbering,
  bodyName,
  years,
  purposes,
];
