import type { Finding } from '../../findings';
import type { CheckCard } from '../check';
import type { Figure } from '../figures';
import type { Ledger } from '../ledger';
import { ticksText } from '../ticks';

/** A check of one department's account against its account of the year before. */
export interface YearCheck extends CheckCard {
  compare(earlier: Ledger, later: Ledger): Finding[];
}

/** Two years may differ by this much (0.01 万元) without a word, in ticks. */
const TOLERANCE = 100_000;

const apart = (one: Pick<Figure, 'low' | 'high'>, other: Pick<Figure, 'low' | 'high'>): number =>
  Math.max(0, one.low - other.high, other.low - one.high);

/** Beyond rounding and the usual tail. */
export const differs = (one: Figure, other: { value: number; low: number; high: number }): boolean =>
  apart(one, other) > 0 && Math.abs(one.value - other.value) > TOLERANCE;

/** A difference between two years; the place is that of the later account. */
export function difference(card: CheckCard, message: string, figure: Figure, expected: number): Finding {
  const { place, unit, decimals, value, fact, claim } = figure;
  return {
    check: card.id,
    severity: card.severity,
    message,
    places: place ? [place] : [],
    expected: ticksText(expected, unit, decimals),
    found: ticksText(value, unit, decimals),
    difference: ticksText(value - expected, unit, decimals),
    suggestion: null,
    detail: {
      title: card.title,
      relations: [],
      allowed: null,
      repair: null,
      satisfies: [],
      alternatives: [],
      facts: fact === null ? [] : [fact],
      claims: claim === null ? [] : [claim],
    },
  };
}
