import type { Check } from './check';
import { NAME_CHECKS } from './names';
import { NARRATIVE_CHECKS } from './narrative';
import { PERFORMANCE_CHECKS } from './performance';
import { PROSE_CHECKS } from './prose';

/** Every check that is no linear relation; the identities stand in `identities/`. */
export const CHECKS: readonly Check[] = [...NARRATIVE_CHECKS, ...NAME_CHECKS, ...PERFORMANCE_CHECKS, ...PROSE_CHECKS];
