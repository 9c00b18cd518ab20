import { Decimal, type Interval, intervalOf } from '../../amount';
import type { PerformanceCell, PerformanceFunds, PerformanceTable } from '../../facts';

/** A cell that holds a number, with what its digits can stand for, in the unit of its table. */
export interface Figure {
  cell: PerformanceCell;
  value: Decimal;
  interval: Interval;
  decimals: number;
}

export function figureOf(cell: PerformanceCell | null | undefined): Figure | undefined {
  if (!cell?.value) return undefined;
  const decimals = cell.value.split('.')[1]?.length ?? 0;
  return { cell, value: new Decimal(cell.value), interval: intervalOf({ value: cell.value, decimals }), decimals };
}

export const figuresOf = (cells: readonly (PerformanceCell | null | undefined)[]): Figure[] =>
  cells.flatMap((cell) => figureOf(cell) ?? []);

export const sumOf = (figures: readonly Figure[]): { value: Decimal; interval: Interval } => ({
  value: figures.reduce((sum, { value }) => sum.plus(value), new Decimal(0)),
  interval: figures.reduce(
    (sum, { interval }) => ({ low: sum.low.plus(interval.low), high: sum.high.plus(interval.high) }),
    { low: new Decimal(0), high: new Decimal(0) },
  ),
});

const TOTAL = /总额|合计|^总计/;

/** The line that totals the funds: 年度资金总额, 金额合计, or the only one. */
export const totalFunds = ({ funds }: PerformanceTable): PerformanceFunds | undefined =>
  funds.find(({ name }) => TOTAL.test(name)) ?? (funds.length === 1 ? funds[0] : undefined);

export const isTotal = ({ name }: PerformanceFunds): boolean => TOTAL.test(name);

/** What the table is called in messages. */
export const tableName = ({ subject, title }: PerformanceTable): string =>
  `“${subject || title || '绩效自评表'}”绩效自评表`;

/** A project's name without the words that come and go: 项目, 资金, 经费. */
export const bareName = (name: string): string =>
  name.replace(/[\s“”"（）()]/g, '').replace(/(项目|专项|资金|经费|款|支出)+$/, '');

/** The table a project's or department's name in the text means; undefined when none or several could be meant. */
export function tableNamed(tables: readonly PerformanceTable[], name: string): PerformanceTable | undefined {
  const wanted = bareName(name);
  const exact = tables.filter(({ subject }) => bareName(subject) === wanted);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  if (wanted.length < 3) return undefined;
  const close = tables.filter(({ subject }) => {
    const own = bareName(subject);
    return own.length >= 3 && (own.includes(wanted) || wanted.includes(own));
  });
  return close.length === 1 ? close[0] : undefined;
}
