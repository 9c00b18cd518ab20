import type { Reference } from '../classification';
import type { Reading } from '../facts';
import type { CheckCard, Finding } from '../findings';

export type { CheckCard, CheckKind } from '../findings';

export interface CheckContext {
  reading: Reading;
  reference: Reference;
}

/** A check that is no linear relation: it looks at the reading and reports what it finds. */
export interface Check extends CheckCard {
  run(context: CheckContext): Finding[];
}
