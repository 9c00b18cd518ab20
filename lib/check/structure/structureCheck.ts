import type { Finding } from '../../findings';
import type { Place } from '../../place';
import type { CheckCard } from '../check';
import type { Ledger } from '../ledger';

/** A check of which rows and codes a statement prints; amounts play no part in it. */
export interface StructureCheck extends CheckCard {
  find(ledger: Ledger): Finding[];
}

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
