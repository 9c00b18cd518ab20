import { add, Decimal, exactly, FEN_PER_UNIT, fromFen, isMoneyUnit, type MoneyUnit, scale } from './amount';
import type { Measured } from './measured';

/** A printed amount that is added (1) or taken away (−1). */
export interface Term {
  factor: 1 | -1;
  measured: Measured;
}

const UNITS: readonly MoneyUnit[] = ['万元', '元', '千元', '百万元', '亿元'];

/** The sum or difference of amounts of money, marked as not printed itself; undefined where one of them is missing. */
export function combine(label: string, terms: readonly Term[]): Measured | undefined {
  let fen = new Decimal(0);
  let interval = exactly(0);
  for (const { factor, measured } of terms) {
    if (measured.value === null || measured.interval === null || !isMoneyUnit(measured.unit)) return undefined;
    fen = fen.plus(new Decimal(measured.value).times(FEN_PER_UNIT[measured.unit]).times(factor));
    interval = add(interval, scale(measured.interval, factor));
  }
  const units = terms.map((term) => term.measured.unit);
  const unit = UNITS.find((candidate) => units.includes(candidate)) ?? '万元';
  const decimals = Math.max(0, ...terms.map(({ measured }) => (measured.unit === unit ? measured.decimals : 0)));
  const words = terms.map(
    ({ factor, measured }, at) => `${at === 0 ? '' : factor === 1 ? ' ＋ ' : ' − '}${measured.label}`,
  );
  return {
    label,
    value: fromFen(fen, unit, decimals),
    interval,
    unit,
    decimals,
    status: 'agreed',
    disputed: terms.some(({ measured }) => measured.disputed),
    summed: true,
    reason: `推算：${words.join('')}`,
    occurrences: terms.flatMap(({ measured }) => measured.occurrences),
    absences: [],
  };
}
