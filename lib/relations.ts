import { add, exactly, type Interval, isMoneyUnit, moneyInterval, parseNumber, subtract, sum } from './amount';
import type { Account, Fact } from './facts';
import type { Cell } from './measures';
import { factsAt, lineLabel, occurrenceOfFact, statementOf } from './occurrences';
import { COLUMN_LABELS, type ColumnId, type LineKey, type Side, type StatementId } from './statements';

/** What a statement's own sums say a cell should hold, in 分. */
export interface Implied {
  /** the sum in words, e.g. `合计 − 项目支出` */
  label: string;
  interval: Interval;
}

interface RowSum {
  total: ColumnId;
  parts: readonly ColumnId[];
}

/** Columns that add up within a row. */
const ROW_SUMS: Readonly<Partial<Record<StatementId, readonly RowSum[]>>> = {
  revenue: [
    {
      total: 'total',
      parts: ['fiscal_appropriation', 'superior_subsidy', 'institution', 'business', 'affiliate_remittance', 'other'],
    },
  ],
  expenditure: [
    { total: 'total', parts: ['basic', 'project', 'superior_remittance', 'business', 'affiliate_subsidy'] },
  ],
  fiscal_appropriation_summary: [{ total: 'total', parts: ['general', 'fund', 'capital'] }],
  general_budget_expenditure: [
    { total: 'total', parts: ['basic', 'project'] },
    { total: 'basic', parts: ['personnel', 'operating'] },
  ],
  general_budget_basic_expenditure: [{ total: 'total', parts: ['personnel', 'operating'] }],
  government_fund: [{ total: 'total', parts: ['basic', 'project'] }],
  state_capital: [{ total: 'total', parts: ['basic', 'project'] }],
  three_public: [
    { total: 'total', parts: ['overseas', 'vehicles', 'reception'] },
    { total: 'vehicles', parts: ['vehicle_purchase', 'vehicle_running'] },
  ],
};

interface LineSum {
  statement: StatementId;
  side?: Side;
  total: LineKey;
  parts: readonly string[] | 'classes';
}

const REVENUE_LINES: readonly LineKey[] = [
  'general',
  'fund',
  'capital',
  'superior_subsidy',
  'institution',
  'business',
  'affiliate_remittance',
  'other',
];

/** Lines that add up within a column. `classes` are the 类 of the statement: three digits. */
const LINE_SUMS: readonly LineSum[] = [
  { statement: 'revenue_expenditure_summary', side: 'revenue', total: 'year_total', parts: REVENUE_LINES },
  { statement: 'revenue_expenditure_summary', side: 'expenditure', total: 'year_total', parts: 'classes' },
  {
    statement: 'revenue_expenditure_summary',
    side: 'revenue',
    total: 'grand_total',
    parts: ['year_total', 'use_of_balance', 'opening'],
  },
  {
    statement: 'revenue_expenditure_summary',
    side: 'expenditure',
    total: 'grand_total',
    parts: ['year_total', 'distribution', 'closing'],
  },
  {
    statement: 'fiscal_appropriation_summary',
    side: 'revenue',
    total: 'year_total',
    parts: ['general', 'fund', 'capital'],
  },
  { statement: 'fiscal_appropriation_summary', side: 'expenditure', total: 'year_total', parts: 'classes' },
  {
    statement: 'fiscal_appropriation_summary',
    side: 'revenue',
    total: 'grand_total',
    parts: ['year_total', 'opening'],
  },
  {
    statement: 'fiscal_appropriation_summary',
    side: 'expenditure',
    total: 'grand_total',
    parts: ['year_total', 'closing'],
  },
  ...(
    [
      'revenue',
      'expenditure',
      'general_budget_expenditure',
      'general_budget_basic_expenditure',
      'government_fund',
      'state_capital',
    ] as const
  ).map((statement): LineSum => ({ statement, total: 'total', parts: 'classes' })),
  { statement: 'general_budget_basic_expenditure', total: 'personnel_total', parts: ['301', '303'] },
  {
    statement: 'general_budget_basic_expenditure',
    total: 'operating_total',
    parts: ['302', '307', '309', '310', '311', '312', '313', '399'],
  },
  {
    statement: 'general_budget_basic_expenditure',
    total: 'basic_total',
    parts: ['personnel_total', 'operating_total'],
  },
];

/** The value the checks support for a figure they blame: a sum over a wrong figure contradicts nobody else. */
function adopted(account: Account, { place, printed: text }: Fact): Interval | undefined {
  const known = account.adopted?.find(
    (one) => one.place.line === place.line && one.place.cell === place.cell && one.printed === text,
  );
  const number = known && parseNumber(known.value);
  return known && number && isMoneyUnit(known.unit) ? moneyInterval(number, known.unit) : undefined;
}

/** A printed cell's interval; undefined when it prints no amount. */
function printed(account: Account, cell: Cell): Interval | undefined {
  const fact = factsAt(account, cell)[0];
  return fact && (adopted(account, fact) ?? occurrenceOfFact(account, fact).interval);
}

/** A blank addend stands for zero; a sum of nothing but blanks says nothing. */
function sumOf(account: Account, cells: readonly Cell[]): Interval | undefined {
  const intervals = cells.flatMap((cell) => printed(account, cell) ?? []);
  return intervals.length === 0 ? undefined : sum(intervals);
}

function impliedByRow(account: Account, cell: Cell): Implied[] {
  return (ROW_SUMS[cell.statement] ?? []).flatMap(({ total, parts }): Implied[] => {
    const at = (column: ColumnId): Cell => ({ ...cell, column });
    if (cell.column === total) {
      const interval = sumOf(account, parts.map(at));
      return interval ? [{ label: '本行各栏之和', interval }] : [];
    }
    if (!parts.includes(cell.column)) return [];
    const whole = printed(account, at(total));
    const others = parts.filter((part) => part !== cell.column && factsAt(account, at(part)).length > 0);
    if (!whole) return [];
    const interval = subtract(whole, sumOf(account, others.map(at)) ?? exactly(0));
    const label = [COLUMN_LABELS[total], ...others.map((part) => COLUMN_LABELS[part])].join(' − ');
    return [{ label, interval }];
  });
}

/** The codes one level below `code` in a statement; for undefined the 类. */
export function codesBelow(account: Account, statement: StatementId, side: Side | undefined, code?: string): string[] {
  const lines = statementOf(account, statement)?.lines ?? [];
  const length = code === undefined ? 3 : code.length + 2;
  const codes = lines
    .filter((line) => (line.side ?? undefined) === side)
    .flatMap((line) => line.line ?? [])
    .filter((line) => /^\d+$/.test(line) && line.length === length && line.startsWith(code ?? ''));
  return [...new Set(codes)];
}

function impliedByLines(account: Account, cell: Cell): Implied[] {
  const at = (line: string): Cell => ({ ...cell, line });
  if (/^\d+$/.test(cell.line)) {
    const interval = sumOf(account, codesBelow(account, cell.statement, cell.side, cell.line).map(at));
    return interval ? [{ label: '下级科目之和', interval }] : [];
  }
  return LINE_SUMS.flatMap((rule): Implied[] => {
    if (rule.statement !== cell.statement || rule.side !== cell.side || rule.total !== cell.line) return [];
    const parts = rule.parts === 'classes' ? codesBelow(account, cell.statement, cell.side) : rule.parts;
    const interval = sumOf(account, parts.map(at));
    if (!interval) return [];
    const named = parts
      .filter((part) => factsAt(account, at(part)).length > 0)
      .map((part) => lineLabel(account, at(part)));
    return [{ label: rule.parts === 'classes' ? '各类之和' : named.join(' + '), interval }];
  });
}

/** Everything the statement's own sums say about a cell. */
export const impliedAt = (account: Account, cell: Cell): readonly Implied[] => [
  ...impliedByRow(account, cell),
  ...impliedByLines(account, cell),
];

/** The sum of cells that must all be printed. */
export function fullSum(account: Account, cells: readonly Cell[]): Interval | undefined {
  const intervals = cells.map((cell) => printed(account, cell));
  return intervals.reduce<Interval | undefined>((total, one) => total && one && add(total, one), exactly(0));
}
