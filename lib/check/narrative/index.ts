import type { Check } from '../check';

export const NARRATIVE_CHECKS: readonly Check[] = [];
