import type { Check } from '../check';

export const PROSE_CHECKS: readonly Check[] = [];
