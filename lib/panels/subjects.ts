import type { BarColumn, ColumnBar } from '../charts/columnBars';
import { classColor, departmentStyle, mix, type Theme } from '../charts/theme';
import type { Account } from '../facts';
import type { Measured } from '../measured';
import { quotient } from '../metrics/quotient';
import { type PrintedSubject, spendingBasis } from '../spending';
import { chartValue, type MoneyScale, measuredCell, metricCell } from './cells';
import { rowOf } from './compose';
import type { AccountName } from './naming';
import type { PanelCell, PanelOption, PanelRow } from './panel';

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

/** Rows of subjects, one cell an account: amounts, or shares of the account's whole. */
export interface SubjectTable {
  accounts: readonly Account[];
  subjects: readonly PrintedSubject[];
  part: (account: Account, code: string) => Measured;
  whole: (account: Account) => Measured;
  scale: MoneyScale;
  show: string;
}

const SHARE = { id: 'class_share', unit: '%' } as const;

export function subjectRows({ accounts, subjects, part, whole, scale, show }: SubjectTable): PanelRow[] {
  const wholes = show === 'share' ? accounts.map(whole) : [];
  const unit = show === 'share' ? '%' : scale.unit;
  return subjects.map(({ code, name, depth }) => {
    const cells = accounts.map((account, at): PanelCell => {
      const measured = part(account, code);
      const all = wholes[at];
      if (measured.value === null || !all) return measuredCell(account, measured, scale);
      return metricCell(account, quotient(SHARE, measured, all), scale);
    });
    return rowOf(code, name, unit, cells, { code, depth });
  });
}

/** A row's cell of one account as a bar: the colour of its 类, lighter with the depth. */
function barOf(row: PanelRow, at: number, theme: Theme, tree: boolean): ColumnBar[] {
  const cell = row.cells[at];
  if (!cell) return [];
  const depth = tree ? (row.depth ?? 0) : 0;
  return [
    {
      value: chartValue(cell),
      text: cell.value !== null && row.unit === '%' ? `${cell.text}%` : cell.text,
      disputed: cell.disputed === true,
      label: `${row.code ?? ''} ${row.label}`,
      depth,
      color: mix(classColor(row.key, theme), theme.paper, depth * 0.28),
    },
  ];
}

/** One column of bars an account; `tree` indents, lightens, and leaves out what the account does not have. */
export function barColumns(
  rows: readonly PanelRow[],
  names: readonly AccountName[],
  theme: Theme,
  tree: boolean,
): BarColumn[] {
  return names.map(({ full, short }, at) => ({
    title: full,
    short,
    color: mix(departmentStyle(at, theme).color, theme.ink, 0.25),
    bars: rows.filter((row) => !tree || row.cells[at]?.value != null).flatMap((row) => barOf(row, at, theme, tree)),
  }));
}

/** The largest of the amounts, for sentences; undefined where none is printed. */
export function largestOf<T extends { measured: Measured }>(parts: readonly T[]): T | undefined {
  const printed = parts.filter(({ measured }) => measured.interval !== null);
  return printed.reduce<T | undefined>((best, part) => {
    const [most, next] = [best?.measured.interval, part.measured.interval];
    return !most || next?.high.gt(most.high) ? part : best;
  }, undefined);
}

/** Where an account's spending is not taken from its 支出决算表. */
export const basisNotes = (accounts: readonly Account[], names: readonly AccountName[]): string[] =>
  accounts.flatMap((account, at) => {
    const { limit } = spendingBasis(account);
    return limit ? [`${names[at]?.full ?? ''}：${limit}。`] : [];
  });
