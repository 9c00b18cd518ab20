import type { Reference } from '../classification';
import type { Reading } from '../facts';
import type { Finding, Severity } from '../findings';

export type CheckKind =
  | 'sum'
  | 'equality'
  | 'balance'
  | 'at most'
  | 'ratio'
  | 'word against sign'
  | 'completeness'
  | 'name against code'
  | 'wording';

/** What the README lists of an identity or check. */
export interface CheckCard {
  /** of `reference/statements.md`, or continuing its numbering */
  id: string;
  /** in Chinese */
  title: string;
  /** in words */
  formula: string;
  kind: CheckKind;
  /** the official source, or what the rule follows from */
  source: string;
  severity: Severity;
}

export interface CheckContext {
  reading: Reading;
  reference: Reference;
}

/** A check that is no linear relation: it looks at the reading and reports what it finds. */
export interface Check extends CheckCard {
  run(context: CheckContext): Finding[];
}
