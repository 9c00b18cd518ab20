import { Decimal, divide, exactly, formatNumber, type Interval, scale } from '../amount';
import type { SubjectView } from '../subjectSelection';
import { boundsText, missingCell } from './cells';
import { amountCell, type CodeAmount, shareCell } from './codeAmounts';
import type { PanelCell } from './panel';

/** People in post of the departments of a scope in a year: of those that say so, which `told` of `published` do. */
export interface Headcount {
  people: number;
  told: number;
  published: number;
}

/** How amounts on codes are shown, and what that needs beside them. */
export interface CodeView {
  view: SubjectView;
  /** the year that is 100; left out: the first year with an amount */
  base?: number | undefined;
  /** the amount above, by year */
  wholes: ReadonlyMap<number, CodeAmount>;
  people: ReadonlyMap<number, Headcount>;
}

export const VIEW_UNITS: Readonly<Record<SubjectView, string>> = {
  amount: '万元',
  share: '%',
  person: '万元/人',
  index: '基年=100',
};

export interface YearOfCode {
  year: number;
  amount: CodeAmount;
  disputed: number;
}

interface Note {
  disputed: boolean;
  reason?: string | undefined;
}

const intervalOf = ({ low, high }: CodeAmount): Interval => ({ low: new Decimal(low), high: new Decimal(high) });

/** A worked-out figure with its bounds. */
function ratioCell(value: Decimal, bounds: Interval, decimals: number, { disputed, reason }: Note): PanelCell {
  const range = `四舍五入允许的范围：${boundsText(bounds.low.toString(), bounds.high.toString(), decimals)}`;
  return {
    text: formatNumber(value, decimals),
    value: value.toDecimalPlaces(Math.max(decimals, 6)).toString(),
    status: 'computed',
    ...(disputed ? { disputed } : {}),
    reason: [reason, range].filter(Boolean).join('；'),
    low: bounds.low.toString(),
    high: bounds.high.toString(),
    sources: [],
  };
}

function personCell(amount: CodeAmount, of: Headcount | undefined, note: Note): PanelCell {
  if (!of || of.people === 0) return missingCell('没有部门说明实有人员');
  if (of.told < of.published)
    return missingCell(`${of.published} 个部门中只有 ${of.told} 个说明了实有人员，不能求人均`);
  const bounds = divide(intervalOf(amount), exactly(of.people));
  if (!bounds) return missingCell('没有部门说明实有人员');
  return ratioCell(new Decimal(amount.value).div(of.people), bounds, 4, note);
}

function indexCell(amount: CodeAmount, base: CodeAmount | undefined, year: number | undefined, note: Note): PanelCell {
  if (!base) return missingCell(`基年${year === undefined ? '' : ` ${year} `}没有数字`);
  const ratio = divide(intervalOf(amount), intervalOf(base));
  if (!ratio || new Decimal(base.value).lte(0)) return missingCell('基年的数为零或负数，不能作基数');
  return ratioCell(new Decimal(amount.value).div(base.value).times(100), scale(ratio, 100), 2, note);
}

/** A year's amount as the view shows it; `years` are all of the code's, for the base of an index. */
export function viewCell(
  { view, base, wholes, people }: CodeView,
  { year, amount, disputed: count }: YearOfCode,
  years: readonly YearOfCode[],
  reason?: string,
): PanelCell {
  const note = { disputed: count > 0, reason };
  if (view === 'share') return shareCell(amount, wholes.get(year), note.disputed);
  if (view === 'person') return personCell(amount, people.get(year), note);
  if (view === 'index') {
    const first = base ?? years[0]?.year;
    return indexCell(amount, years.find((one) => one.year === first)?.amount, first, note);
  }
  return amountCell(amount, { disputed: note.disputed, ...(reason === undefined ? {} : { reason }) });
}
