import type { CheckCard } from './check';
import type { Ledger } from './ledger';
import type { Relation } from './relation';

/** An identity over amounts: where it holds in an account, as linear relations. */
export interface Identity extends CheckCard {
  relations(ledger: Ledger): Relation[];
}
