import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { codesIn, lineTerms } from '../lines';
import { isPurelyFiscal } from '../money';
import { atMost, equal, type Relation, terms } from '../relation';
import { classes, FUND_STATEMENTS, single } from './classes';
import { FUNDS, fiscalExpenditure, fiscalRevenue, openingOf } from './fiscalAppropriationSummary';
import { expenditureCell } from './revenueExpenditureSummary';

/** What the statements of the three funds print for a code in a column; complete is false when one of them cannot be read. */
function fundTerms(ledger: Ledger, code: string, column: 'total' | 'basic' | 'project') {
  let complete = true;
  const found = FUNDS.flatMap((fund) => {
    const statement = FUND_STATEMENTS[fund];
    const line = lineTerms(ledger, statement, code, column);
    if (line) return line;
    const nothing = fiscalExpenditure(ledger, 'grand_total', fund)?.value === 0 && !ledger.sheets.has(statement);
    if (!nothing) complete = false;
    return [];
  });
  return { terms: found, complete };
}

/** 支出决算表 against the funds: at least their sum, and equal to it when all money is fiscal. */
function againstFunds(
  identity: string,
  ledger: Ledger,
  columns: readonly ('total' | 'basic' | 'project')[],
): Relation[] {
  const pure = isPurelyFiscal(ledger);
  const codes = ['total', ...codesIn(ledger, ['expenditure', ...Object.values(FUND_STATEMENTS)])];
  return codes.flatMap((code) =>
    columns.flatMap((column) => {
      const whole = lineTerms(ledger, 'expenditure', code, column);
      const funds = fundTerms(ledger, code, column);
      if (!whole || whole.length === 0 || funds.terms.length === 0) return [];
      return pure && funds.complete ? equal(identity, whole, funds.terms) : atMost(identity, funds.terms, whole);
    }),
  );
}

const isYearTotal = (relation: Relation): boolean => relation.left[0]?.figure.line === 'year_total';

/** One fund's column of 财政拨款总表 against the statement that breaks it down: the total and each class. */
function fundClasses(identity: string, ledger: Ledger, fund: (typeof FUNDS)[number]): Relation[] {
  const statement = FUND_STATEMENTS[fund];
  const total = equal(
    identity,
    terms([fiscalExpenditure(ledger, 'year_total', fund)]),
    terms([ledger.cell(statement, 'total', 'total')]),
  );
  const each = classes(
    ledger,
    (code) => [single(fiscalExpenditure(ledger, code, fund)), lineTerms(ledger, statement, code, 'total')],
    (left, right) => equal(identity, left, right),
  );
  return [...total, ...each];
}

/** Revenue, expenditure and balances of one fund in 财政拨款总表 against the fund's own statement. */
function fundBalances(identity: string, ledger: Ledger, fund: 'fund' | 'capital'): Relation[] {
  const statement = FUND_STATEMENTS[fund];
  const own = (column: 'revenue' | 'total' | 'opening' | 'closing') => terms([ledger.cell(statement, 'total', column)]);
  return [
    ...equal(identity, terms([fiscalRevenue(ledger, fund)]), own('revenue')),
    ...equal(identity, terms([fiscalExpenditure(ledger, 'year_total', fund)]), own('total')),
    ...equal(identity, terms(openingOf(ledger, fund) ?? []), own('opening')),
    ...equal(identity, terms([fiscalExpenditure(ledger, 'closing', fund)]), own('closing')),
  ];
}

/** 财政拨款总表 and 支出决算表 against the statements of the single funds. */
export const BETWEEN_FUNDS: readonly Identity[] = [
  {
    id: 'X-07',
    title: '财政拨款各类支出不大于全部支出',
    formula: '各类：财政拨款总表.合计 ≤ 收支总表.支出；全为财政拨款时相等',
    kind: 'at most',
    source: '公开01表、04表',
    severity: 'error',
    relations(ledger) {
      const relate = isPurelyFiscal(ledger) ? equal : atMost;
      return classes(
        ledger,
        (code) => [single(fiscalExpenditure(ledger, code, 'total')), single(expenditureCell(ledger, code))],
        (left, right) => relate('X-07', left, right),
      );
    },
  },
  {
    id: 'X-09',
    title: '财政拨款总表与一般公共预算支出表一致',
    formula: '财政拨款总表.本年支出合计、各类.一般公共预算 = 一般公共预算支出表.合计、各类',
    kind: 'equality',
    source: '公开04表、05表',
    severity: 'error',
    relations: (ledger) => fundClasses('X-09', ledger, 'general'),
  },
  {
    id: 'X-11',
    title: '财政拨款总表与政府性基金表的收支余一致',
    formula: '财政拨款总表.政府性基金：本年收入、本年支出、年初、年末 = 政府性基金表.合计',
    kind: 'equality',
    source: '公开04表、政府性基金表',
    severity: 'error',
    relations: (ledger) => fundBalances('X-11', ledger, 'fund'),
  },
  {
    id: 'X-12',
    title: '财政拨款总表与政府性基金表的各类支出一致',
    formula: '各类：财政拨款总表.政府性基金 = 政府性基金表.本年支出小计',
    kind: 'equality',
    source: '公开04表、政府性基金表',
    severity: 'error',
    relations: (ledger) => fundClasses('X-12', ledger, 'fund').filter((relation) => !isYearTotal(relation)),
  },
  {
    id: 'X-13',
    title: '财政拨款总表与国有资本经营表一致',
    formula: '财政拨款总表.国有资本经营：本年支出、各类、收入 = 国有资本经营表',
    kind: 'equality',
    source: '公开04表、国有资本经营表',
    severity: 'error',
    relations: (ledger) => [
      ...fundBalances('X-13', ledger, 'capital'),
      ...fundClasses('X-13', ledger, 'capital').filter((relation) => !isYearTotal(relation)),
    ],
  },
  {
    id: 'X-14',
    title: '支出表不小于各项预算支出之和',
    formula: '各科目：支出表.本年支出合计 ≥ 一般公共预算 + 政府性基金 + 国有资本经营；全为财政拨款时相等',
    kind: 'at most',
    source: '公开03表、05表、政府性基金表、国有资本经营表',
    severity: 'error',
    relations: (ledger) => againstFunds('X-14', ledger, ['total']),
  },
  {
    id: 'X-15',
    title: '支出表的基本、项目支出不小于各项预算之和',
    formula: '各科目：支出表.基本（项目）支出 ≥ 各项预算.基本（项目）支出；全为财政拨款时相等',
    kind: 'at most',
    source: '公开03表、05表',
    severity: 'error',
    relations: (ledger) => againstFunds('X-15', ledger, ['basic', 'project']),
  },
];
