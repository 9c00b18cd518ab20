import { Decimal, FEN_PER_UNIT } from '../amount';
import type { Account } from '../facts';
import type { Measured } from '../measured';
import { quotient } from '../metrics/quotient';
import type { PrintedSubject } from '../spending';
import { type MoneyScale, measuredCell, metricCell } from './cells';
import type { PanelCell, PanelOption } from './panel';

export const AMOUNT_OR_SHARE: PanelOption['choices'] = [
  { value: 'amount', label: '金额' },
  { value: 'share', label: '占比' },
];

/** Every code of the accounts once, in the order of the codes, with the first name printed for it. */
export function unionOf(lists: readonly (readonly PrintedSubject[])[]): PrintedSubject[] {
  const union = new Map<string, PrintedSubject>();
  for (const subject of lists.flat()) if (!union.has(subject.code)) union.set(subject.code, subject);
  return [...union.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

const SHARE = { id: 'class_share', unit: '%' } as const;

/** A subject's amount, or its share of a whole, as the reader chose. */
export function subjectCell(
  account: Account,
  part: Measured,
  whole: Measured,
  scale: MoneyScale,
  show: string,
): PanelCell {
  if (show !== 'share') return measuredCell(account, part, scale);
  const cell = metricCell(account, quotient(SHARE, part, whole), scale);
  return part.disputed ? { ...cell, disputed: true } : cell;
}

/** The largest of the measures, for sentences; undefined where none has an amount. */
export function largestOf<T extends { measured: Measured }>(parts: readonly T[]): T | undefined {
  const fen = ({ measured }: T): Decimal =>
    new Decimal(measured.value ?? 0).times(measured.unit === '元' ? FEN_PER_UNIT.元 : FEN_PER_UNIT.万元);
  return parts
    .filter((part) => part.measured.value !== null)
    .reduce<T | undefined>((best, part) => (best && fen(best).gte(fen(part)) ? best : part), undefined);
}
