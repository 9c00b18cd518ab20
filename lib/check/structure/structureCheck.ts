import type { Finding } from '../../findings';
import type { Place } from '../../place';
import type { StatementId } from '../../statements';
import type { CheckCard } from '../check';
import type { Ledger } from '../ledger';

/** Rows that a finding already says are lost: `statement|code`. */
export type LostRows = ReadonlySet<string>;

/** A check of which rows and codes a statement prints; amounts play no part in it. */
export interface StructureCheck extends CheckCard {
  find(ledger: Ledger, lost: LostRows): Finding[];
}

/** Whether the loss of a row, or of one below it, is reported already. */
export const isReported = (lost: LostRows, statement: StatementId, line: string): boolean =>
  [...lost].some((key) => key.startsWith(`${statement}|${line}`) || `${statement}|${line}`.startsWith(key));

/** A finding without an amount to propose. */
export function remark(card: CheckCard, message: string, places: readonly (Place | null)[]): Finding {
  return {
    check: card.id,
    severity: card.severity,
    message,
    places: places.flatMap((place) => place ?? []),
    expected: null,
    found: null,
    difference: null,
    suggestion: null,
    detail: null,
  };
}
