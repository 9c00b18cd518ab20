import { Decimal } from '../../amount';
import type { Claim } from '../../facts';
import { fitsRate, type Quotient } from '../rate';
import { type Slip, slipBetween } from '../slip';

const RANK: readonly Slip[] = ['point', 'swapped', 'lost', 'doubled', 'digit'];
/** wider intervals say too little to choose by the look of the digits */
const MOST = 60;

const digitsOf = (text: string): number => text.replace('.', '').length;

function fitting(quotient: Quotient, decimals: number): string[] {
  const unit = new Decimal(10).pow(-decimals);
  const { low, high } = quotient.interval;
  if (decimals < 0 || high.minus(low).div(unit).gt(MOST)) return [];
  const values: string[] = [];
  for (let value = low.toDecimalPlaces(decimals).minus(unit); value.lte(high.plus(unit)); value = value.plus(unit)) {
    const text = value.toFixed(decimals);
    if (!value.isNegative() && fitsRate({ value: text, decimals }, quotient)) values.push(text);
  }
  return values;
}

/**
 * The rate that should stand there: of all that rounding allows, the one a single slip turns into the printed one, else the
 * quotient of the printed figures. A single wrong digit is a slip only where no amount is in doubt.
 */
export function proposedRate(claim: Claim, quotient: Quotient, decimals: number, digits: boolean): string {
  return slippedRate(claim, quotient, decimals, digits) ?? quotient.point.toFixed(decimals);
}

/** The rate that a single slip turned into the printed one. */
export function slippedRate(claim: Claim, quotient: Quotient, decimals: number, digits: boolean): string | undefined {
  const found = new Decimal(claim.value).abs().toFixed(claim.decimals);
  // a third decimal comes from a moved point
  const lengths = new Set(claim.decimals > 2 ? [decimals, claim.decimals - 1, claim.decimals - 2] : [decimals]);
  const slips = [...lengths].flatMap((length) =>
    fitting(quotient, length).flatMap((value) => {
      const slip = slipBetween(found, value);
      const beside = new Decimal(value).minus(quotient.point).abs();
      const told = slip !== undefined && (digits || slip !== 'digit') && (length === decimals || slip === 'point');
      // a moved point keeps all digits
      const kept = digitsOf(value) === digitsOf(found) ? 0 : 1;
      return told ? [{ value, rank: RANK.indexOf(slip), kept, beside }] : [];
    }),
  );
  const [best] = slips.sort(
    (one, other) => one.rank - other.rank || one.kept - other.kept || one.beside.cmp(other.beside),
  );
  return best?.value;
}
