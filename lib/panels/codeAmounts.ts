import { Decimal, divide, exactly, formatNumber, type Interval, scale, subtract } from '../amount';
import { boundsText, missingCell } from './cells';
import type { PanelCell, PanelSource } from './panel';

/** Decimal texts in 万元, with the bounds of rounding. */
export interface CodeAmount {
  value: string;
  low: string;
  high: string;
}

const intervalOf = ({ low, high }: CodeAmount): Interval => ({ low: new Decimal(low), high: new Decimal(high) });

/** Figures that a sum adds up, null where that is not known, and how many of them are disputed. */
interface Disputes {
  disputed: number;
  departments: number | null;
}

/** A sum is doubtful as a whole where half of those it adds up, or more, contradict themselves; of fewer the mark says how many. */
export const isDoubtful = ({ disputed, departments }: Disputes): boolean =>
  disputed > 0 && departments !== null && disputed * 2 >= departments;

/** What a cell says of the contradictions in a sum. */
export const disputeOf = (sum: Disputes): Pick<PanelCell, 'disputed' | 'partly'> =>
  sum.disputed === 0 ? {} : isDoubtful(sum) ? { disputed: true } : { disputed: true, partly: true };

/** An amount with two decimals; more only where a document prints more and `own` asks for them. */
export function amountCell(
  { value, low, high }: CodeAmount,
  { disputed, own, sources, reason }: { disputed: boolean; own?: boolean; sources?: PanelSource[]; reason?: string },
): PanelCell {
  return {
    text: own ? formatNumber(value) : formatNumber(value, 2),
    value,
    status: sources ? 'published' : 'computed',
    ...(disputed ? { disputed } : {}),
    ...(reason === undefined ? {} : { reason }),
    low,
    high,
    sources: sources ?? [],
  };
}

function percentCell(value: Decimal, { low, high }: Interval, signed: boolean, disputed: boolean): PanelCell {
  const text = formatNumber(value, 2);
  const bounds = boundsText(low.toString(), high.toString(), 2);
  return {
    text: signed && value.gt(0) && text !== '0.00' ? `+${text}` : text,
    value: value.toDecimalPlaces(6).toString(),
    status: 'computed',
    ...(disputed ? { disputed } : {}),
    reason: `四舍五入允许的范围：${bounds}`,
    low: low.toString(),
    high: high.toString(),
    sources: [],
  };
}

/** Per cent of a whole; a reason instead where the whole is, or may be, zero. */
export function shareCell(
  part: CodeAmount | undefined,
  whole: CodeAmount | null | undefined,
  disputed = false,
): PanelCell {
  if (!part || !whole) return missingCell('没有可比的合计');
  const bounds = divide(intervalOf(part), intervalOf(whole));
  if (!bounds || new Decimal(whole.value).lte(0)) return missingCell('合计为零，不能相除');
  return percentCell(new Decimal(part.value).div(whole.value).times(100), scale(bounds, 100), false, disputed);
}

/** Growth on the year before in per cent; a reason instead where that year has no amount, or none to divide by. */
export function growthCell(now: CodeAmount | undefined, before: CodeAmount | undefined, disputed = false): PanelCell {
  if (!now) return missingCell('本年没有数字');
  if (!before) return missingCell('上一年度没有数字');
  const ratio = divide(intervalOf(now), intervalOf(before));
  if (!ratio || new Decimal(before.value).lte(0)) return missingCell('上年数为零或负数，增长率没有意义');
  const growth = new Decimal(now.value).div(before.value).minus(1).times(100);
  return percentCell(growth, scale(subtract(ratio, exactly(1)), 100), true, disputed);
}

/** All years from the first to the last: those without an account stay in the row as gaps. */
export function spanOf(years: readonly number[], most = 12): number[] {
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - most + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
