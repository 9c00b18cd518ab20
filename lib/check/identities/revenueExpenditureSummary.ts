import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { unlessStrangers } from '../lines';
import { equal, sumOf, type Term, term, terms } from '../relation';

const T1 = 'revenue_expenditure_summary';
const KINDS = [
  'general',
  'fund',
  'capital',
  'superior_subsidy',
  'institution',
  'business',
  'affiliate_remittance',
  'other',
];

export const revenueCell = (ledger: Ledger, line: string) => ledger.cell(T1, line, 'final', 'revenue');
export const expenditureCell = (ledger: Ledger, line: string) => ledger.cell(T1, line, 'final', 'expenditure');

/** Older forms print 财政拨款收入 with 其中：政府性基金 below it, as a part and not as an addend. */
export function isPart(ledger: Ledger, line: string): boolean {
  return /其中/.test(ledger.row(T1, line, 'revenue')?.name ?? '');
}

const hasStrangers = (ledger: Ledger, side: 'revenue' | 'expenditure'): boolean =>
  ledger.sheets.get(T1)?.strangers.some((one) => one.side === side) ?? false;

/** The terms of a balance; undefined when one of the lines it cannot do without is not printed. */
function needed(
  ledger: Ledger,
  side: 'revenue' | 'expenditure',
  lines: readonly string[],
  always: readonly string[],
): Term[] {
  if (always.some((line) => !ledger.has(T1, line, side))) return [];
  return terms(lines.map((line) => ledger.cell(T1, line, 'final', side)));
}

export const REVENUE_EXPENDITURE_SUMMARY: readonly Identity[] = [
  {
    id: 'T1-01',
    title: '本年收入合计等于各项收入之和',
    formula: '本年收入合计 = Σ 收入各行（一至八）',
    kind: 'sum',
    source: '公开01表',
    severity: 'error',
    relations(ledger) {
      const parts = KINDS.filter((kind) => !isPart(ledger, kind)).map((kind) => revenueCell(ledger, kind));
      return unlessStrangers(
        sumOf('T1-01', revenueCell(ledger, 'year_total'), terms(parts)),
        hasStrangers(ledger, 'revenue'),
      );
    },
  },
  {
    id: 'T1-02',
    title: '本年支出合计等于各类支出之和',
    formula: '本年支出合计 = Σ 支出各类',
    kind: 'sum',
    source: '公开01表',
    severity: 'error',
    relations(ledger) {
      const classes = ledger
        .rows(T1, 'expenditure')
        .filter((row) => /^\d{3}$/.test(row.line) && !ledger.isRepetition(row));
      const parts = classes.flatMap((row) => row.cells.get('final') ?? []).map((figure) => term(figure));
      return unlessStrangers(
        sumOf('T1-02', expenditureCell(ledger, 'year_total'), parts),
        hasStrangers(ledger, 'expenditure'),
      );
    },
  },
  {
    id: 'T1-03',
    title: '收入方总计平衡',
    formula: '本年收入合计 + 使用非财政拨款结余 + 年初结转和结余 = 总计',
    kind: 'balance',
    source: '公开01表',
    severity: 'error',
    relations: (ledger) =>
      unlessStrangers(
        sumOf(
          'T1-03',
          revenueCell(ledger, 'grand_total'),
          needed(ledger, 'revenue', ['year_total', 'use_of_balance', 'opening'], ['year_total', 'opening']),
        ),
        hasStrangers(ledger, 'revenue'),
      ),
  },
  {
    id: 'T1-04',
    title: '支出方总计平衡',
    formula: '本年支出合计 + 结余分配 + 年末结转和结余 = 总计',
    kind: 'balance',
    source: '公开01表',
    severity: 'error',
    relations: (ledger) =>
      unlessStrangers(
        sumOf(
          'T1-04',
          expenditureCell(ledger, 'grand_total'),
          needed(ledger, 'expenditure', ['year_total', 'distribution', 'closing'], ['year_total', 'closing']),
        ),
        hasStrangers(ledger, 'expenditure'),
      ),
  },
  {
    id: 'T1-05',
    title: '收入总计等于支出总计',
    formula: '收入方总计 = 支出方总计',
    kind: 'equality',
    source: '公开01表',
    severity: 'error',
    relations: (ledger) =>
      equal('T1-05', terms([revenueCell(ledger, 'grand_total')]), terms([expenditureCell(ledger, 'grand_total')])),
  },
];
