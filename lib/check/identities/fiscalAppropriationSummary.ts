import type { ColumnId } from '../../statements';
import { type Figure, isPrinted } from '../figures';
import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { unlessStrangers } from '../lines';
import { equal, type Relation, sumOf, term, terms } from '../relation';

const T4 = 'fiscal_appropriation_summary';
export const FUNDS = ['general', 'fund', 'capital'] as const;

export const fiscalRevenue = (ledger: Ledger, line: string): Figure | undefined =>
  ledger.cell(T4, line, 'final', 'revenue');
export const fiscalExpenditure = (ledger: Ledger, line: string, column: ColumnId): Figure | undefined =>
  ledger.cell(T4, line, column, 'expenditure');

const hasStrangers = (ledger: Ledger, side: 'revenue' | 'expenditure'): boolean =>
  ledger.sheets.get(T4)?.strangers.some((one) => one.side === side) ?? false;
const isNothing = (figure: Figure | undefined): boolean => figure === undefined || figure.value === 0;

/** The opening balance of one fund; undefined when the balance is not broken down by fund. */
export function openingOf(ledger: Ledger, fund: (typeof FUNDS)[number]): Figure[] | undefined {
  const whole = fiscalRevenue(ledger, 'opening');
  const parts = FUNDS.map((one) => fiscalRevenue(ledger, `opening_${one}`));
  if (parts.some((part) => part && isPrinted(part)))
    return [fiscalRevenue(ledger, `opening_${fund}`)].flatMap((one) => one ?? []);
  return isNothing(whole) ? [] : undefined;
}

function balanceOfFund(ledger: Ledger, fund: (typeof FUNDS)[number]): Relation[] {
  const opening = openingOf(ledger, fund);
  const revenue = fiscalRevenue(ledger, fund);
  const spent = fiscalExpenditure(ledger, 'year_total', fund);
  const closing = fiscalExpenditure(ledger, 'closing', fund);
  if (!opening || !revenue || !spent) return [];
  if (!closing && !isNothing(fiscalExpenditure(ledger, 'closing', 'total'))) return [];
  return equal('T4-08', [term(revenue), ...terms(opening)], terms([spent, closing]));
}

function columnSums(ledger: Ledger, column: ColumnId): Relation[] {
  const rows = ledger.rows(T4, 'expenditure').filter((row) => /^\d{3}$/.test(row.line) && !ledger.isRepetition(row));
  const parts = rows.flatMap((row) => row.cells.get(column) ?? []).map((figure) => term(figure));
  const sums = sumOf('T4-05', fiscalExpenditure(ledger, 'year_total', column), parts);
  return unlessStrangers(sums, hasStrangers(ledger, 'expenditure'));
}

const COLUMNS = ['total', ...FUNDS] as const;

export const FISCAL_APPROPRIATION_SUMMARY: readonly Identity[] = [
  {
    id: 'T4-01',
    title: '财政拨款本年收入合计等于三项预算之和',
    formula: '本年收入合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
    kind: 'sum',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      unlessStrangers(
        sumOf('T4-01', fiscalRevenue(ledger, 'year_total'), terms(FUNDS.map((fund) => fiscalRevenue(ledger, fund)))),
        hasStrangers(ledger, 'revenue'),
      ),
  },
  {
    id: 'T4-02',
    title: '年初财政拨款结转和结余等于三项预算之和',
    formula: '年初财政拨款结转和结余 = Σ 三项预算的年初结转和结余',
    kind: 'sum',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      sumOf(
        'T4-02',
        fiscalRevenue(ledger, 'opening'),
        terms(FUNDS.map((fund) => fiscalRevenue(ledger, `opening_${fund}`))),
      ),
  },
  {
    id: 'T4-03',
    title: '财政拨款收入方总计平衡',
    formula: '本年收入合计 + 年初财政拨款结转和结余 = 总计',
    kind: 'balance',
    source: '公开04表',
    severity: 'error',
    relations(ledger) {
      const parts = [fiscalRevenue(ledger, 'year_total'), fiscalRevenue(ledger, 'opening')];
      if (parts.includes(undefined)) return [];
      return unlessStrangers(
        sumOf('T4-03', fiscalRevenue(ledger, 'grand_total'), terms(parts)),
        hasStrangers(ledger, 'revenue'),
      );
    },
  },
  {
    id: 'T4-04',
    title: '支出各行合计等于三项预算之和',
    formula: '各行：合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
    kind: 'sum',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      ledger.rows(T4, 'expenditure').flatMap((row) => {
        if (!row.cells.has('general') || !row.cells.has('fund')) return [];
        return sumOf('T4-04', row.cells.get('total'), terms(FUNDS.map((fund) => row.cells.get(fund))));
      }),
  },
  {
    id: 'T4-05',
    title: '财政拨款本年支出合计等于各类之和',
    formula: '各栏：本年支出合计 = Σ 类',
    kind: 'sum',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) => COLUMNS.flatMap((column) => columnSums(ledger, column)),
  },
  {
    id: 'T4-06',
    title: '财政拨款支出方总计平衡',
    formula: '各栏：本年支出合计 + 年末财政拨款结转和结余 = 总计',
    kind: 'balance',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      COLUMNS.flatMap((column) => {
        const parts = [fiscalExpenditure(ledger, 'year_total', column), fiscalExpenditure(ledger, 'closing', column)];
        if (parts.includes(undefined)) return [];
        const total = fiscalExpenditure(ledger, 'grand_total', column);
        const shown = column === 'total' || (total !== undefined && isPrinted(total));
        return shown ? unlessStrangers(sumOf('T4-06', total, terms(parts)), hasStrangers(ledger, 'expenditure')) : [];
      }),
  },
  {
    id: 'T4-07',
    title: '财政拨款收入总计等于支出总计',
    formula: '收入方总计 = 支出方总计',
    kind: 'equality',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      equal(
        'T4-07',
        terms([fiscalRevenue(ledger, 'grand_total')]),
        terms([fiscalExpenditure(ledger, 'grand_total', 'total')]),
      ),
  },
  {
    id: 'T4-08',
    title: '各项预算收支平衡',
    formula: '各项预算：本年收入 + 年初结转和结余 = 本年支出 + 年末结转和结余',
    kind: 'balance',
    source: '由 T4-03、T4-06 按预算分列',
    severity: 'error',
    relations: (ledger) => FUNDS.flatMap((fund) => balanceOfFund(ledger, fund)),
  },
  {
    id: 'T4-09',
    title: '年末财政拨款结转和结余等于三项预算之和',
    formula: '年末财政拨款结转和结余 = Σ 三项预算的年末结转和结余（分行列示时）',
    kind: 'sum',
    source: '公开04表',
    severity: 'error',
    relations: (ledger) =>
      sumOf(
        'T4-09',
        fiscalExpenditure(ledger, 'closing', 'total'),
        terms(FUNDS.map((fund) => fiscalExpenditure(ledger, `closing_${fund}`, 'total'))),
      ),
  },
];
