import type { Check } from '../check';
import { costIndicator } from './costIndicator';
import { selfEvaluation } from './selfEvaluation';
import { wholeExecution } from './wholeExecution';

/** Checks of the self-evaluation tables and of what the text says of them. */
export const PERFORMANCE_CHECKS: readonly Check[] = [selfEvaluation, wholeExecution, costIndicator];
