import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { codesIn, lineTerms } from '../lines';
import { isPurelyFiscal, isWithoutCarryOver } from '../money';
import { atMost, equal, type Term, terms } from '../relation';
import { basicTotal } from './basicExpenditure';
import { classes, single } from './classes';
import { FUNDS, fiscalExpenditure, fiscalRevenue } from './fiscalAppropriationSummary';
import { expenditureCell, isPart, revenueCell } from './revenueExpenditureSummary';

const OTHER_REVENUE = ['superior_subsidy', 'institution', 'business', 'affiliate_remittance', 'other'] as const;

/** 财政拨款收入 of the summary: the three funds, or the one line that older forms print for all of them. */
function fiscalTerms(ledger: Ledger): Term[] {
  return terms(FUNDS.filter((fund) => !isPart(ledger, fund)).map((fund) => revenueCell(ledger, fund)));
}

/** Forms before 2020 print all appropriations in one line: under another name, or without a line for the funds. */
function isFiscalLine(ledger: Ledger): boolean {
  const row = ledger.row('revenue_expenditure_summary', 'general', 'revenue');
  const isNamed = /^[一1、.．]*财政拨款(收入)?$/.test(row?.name ?? '');
  return isNamed || !ledger.has('revenue_expenditure_summary', 'fund', 'revenue');
}

/** The statements of all money against each other, and against 财政拨款总表. */
export const BETWEEN: readonly Identity[] = [
  {
    id: 'X-01',
    title: '收支总表与收入表的本年收入合计一致',
    formula: '收支总表.本年收入合计 = 收入表.合计.本年收入合计',
    kind: 'equality',
    source: '公开规则 D-002',
    severity: 'error',
    relations: (ledger) =>
      equal('X-01', terms([revenueCell(ledger, 'year_total')]), terms([ledger.cell('revenue', 'total', 'total')])),
  },
  {
    id: 'X-02',
    title: '收支总表的财政拨款与收入表的财政拨款收入一致',
    formula: '收支总表.一般公共预算 + 政府性基金 + 国有资本经营 = 收入表.合计.财政拨款收入',
    kind: 'sum',
    source: '公开01表、02表',
    severity: 'error',
    relations: (ledger) =>
      equal('X-02', terms([ledger.cell('revenue', 'total', 'fiscal_appropriation')]), fiscalTerms(ledger)),
  },
  {
    id: 'X-03',
    title: '收支总表与收入表的其他各项收入一致',
    formula: '收支总表.上级补助、事业、经营、附属单位上缴、其他收入 = 收入表.合计同栏',
    kind: 'equality',
    source: '公开01表、02表',
    severity: 'error',
    relations: (ledger) =>
      OTHER_REVENUE.flatMap((kind) =>
        equal('X-03', terms([revenueCell(ledger, kind)]), terms([ledger.cell('revenue', 'total', kind)])),
      ),
  },
  {
    id: 'X-04',
    title: '收支总表与支出表的本年支出合计一致',
    formula: '收支总表.本年支出合计 = 支出表.合计.本年支出合计',
    kind: 'equality',
    source: '公开规则 V33-201',
    severity: 'error',
    relations: (ledger) =>
      equal(
        'X-04',
        terms([expenditureCell(ledger, 'year_total')]),
        terms([ledger.cell('expenditure', 'total', 'total')]),
      ),
  },
  {
    id: 'X-05',
    title: '收支总表与支出表的各类支出一致',
    formula: '各类：收支总表.支出 = 支出表.本年支出合计',
    kind: 'equality',
    source: '公开01表、03表',
    severity: 'error',
    relations: (ledger) =>
      classes(
        ledger,
        (code) => [single(expenditureCell(ledger, code)), lineTerms(ledger, 'expenditure', code, 'total')],
        (left, right) => equal('X-05', left, right),
      ),
  },
  {
    id: 'X-06',
    title: '收支总表与财政拨款总表的三项预算收入一致',
    formula: '收支总表.一般公共预算、政府性基金、国有资本经营 = 财政拨款总表同行',
    kind: 'equality',
    source: '公开01表、04表',
    severity: 'error',
    relations: (ledger) =>
      isFiscalLine(ledger)
        ? equal('X-06', fiscalTerms(ledger), terms([fiscalRevenue(ledger, 'year_total')]))
        : FUNDS.flatMap((fund) =>
            equal('X-06', terms([revenueCell(ledger, fund)]), terms([fiscalRevenue(ledger, fund)])),
          ),
  },
  {
    id: 'X-08',
    title: '财政拨款结转和结余不大于全部结转和结余',
    formula: '财政拨款总表.年初（年末）结转和结余 ≤ 收支总表.年初（年末）结转和结余',
    kind: 'at most',
    source: '公开01表、04表',
    severity: 'error',
    relations: (ledger) => [
      ...atMost('X-08', terms([fiscalRevenue(ledger, 'opening')]), terms([revenueCell(ledger, 'opening')])),
      ...atMost(
        'X-08',
        terms([fiscalExpenditure(ledger, 'closing', 'total')]),
        terms([expenditureCell(ledger, 'closing')]),
      ),
    ],
  },
  {
    id: 'X-10',
    title: '一般公共预算基本支出与基本支出表一致',
    formula: '一般公共预算支出表.合计.基本支出 = 基本支出表.人员经费合计 + 公用经费合计',
    kind: 'equality',
    source: '公开05表、06表',
    severity: 'error',
    relations: (ledger) =>
      equal('X-10', terms([ledger.cell('general_budget_expenditure', 'total', 'basic')]), basicTotal(ledger)),
  },
  {
    id: 'X-18',
    title: '没有结转时各科目收入等于支出',
    formula: '各科目：收入表.本年收入合计 = 支出表.本年支出合计（无年初、年末结转，全为财政拨款时）',
    kind: 'equality',
    source: '公开02表、03表',
    severity: 'error',
    relations(ledger) {
      if (!isPurelyFiscal(ledger) || !isWithoutCarryOver(ledger)) return [];
      return codesIn(ledger, ['revenue', 'expenditure']).flatMap((code) => {
        const left = lineTerms(ledger, 'revenue', code, 'total');
        const right = lineTerms(ledger, 'expenditure', code, 'total');
        const assumed = '没有结转、全为财政拨款的，各科目收入等于支出';
        return left && right ? equal('X-18', left, right).map((relation) => ({ ...relation, assumed })) : [];
      });
    },
  },
  {
    id: 'X-19',
    title: '“三公”经费不小于基本支出中的同名科目',
    formula:
      '“三公”经费表.决算数 ≥ 基本支出表：因公出国 30212、接待 30217、运行维护 30231、购置 31013、会议 30215、培训 30216',
    kind: 'at most',
    source: '公开06表、“三公”经费表',
    severity: 'warning',
    relations: (ledger) =>
      THREE_PUBLIC_SUBJECTS.flatMap(([column, code]) => {
        const part = lineTerms(ledger, 'general_budget_basic_expenditure', code, 'total') ?? [];
        const whole = terms([ledger.cell('three_public', 'final', column)]);
        return part.some((one) => one.figure.value !== 0) ? atMost('X-19', part, whole) : [];
      }),
  },
  {
    id: 'X-21',
    title: '财政拨款支出不大于全部支出',
    formula: '支出表.合计 − 财政拨款总表.本年支出合计 ≥ 0',
    kind: 'at most',
    source: '公开03表、04表',
    severity: 'error',
    relations: (ledger) =>
      atMost(
        'X-21',
        terms([fiscalExpenditure(ledger, 'year_total', 'total')]),
        terms([ledger.cell('expenditure', 'total', 'total')]),
      ),
  },
  {
    id: 'X-22',
    title: '年初结转加收入减支出等于年末结转',
    formula: '年初 + 本年收入 + 使用结余 = 本年支出 + 结余分配 + 年末',
    kind: 'balance',
    source: '公开01表（T1-03 至 T1-05）',
    severity: 'error',
    relations(ledger) {
      const sheet = ledger.sheets.get('revenue_expenditure_summary');
      const revenue = ['year_total', 'use_of_balance', 'opening'].map((line) => revenueCell(ledger, line));
      const spent = ['year_total', 'distribution', 'closing'].map((line) => expenditureCell(ledger, line));
      const gaps = [revenue[0], revenue[2], spent[0], spent[2]].includes(undefined);
      return gaps || (sheet?.strangers.length ?? 0) > 0 ? [] : equal('X-22', terms(revenue), terms(spent));
    },
  },
  {
    id: 'X-24',
    title: '支出表的基本支出不小于基本支出表',
    formula: '支出表.合计.基本支出 ≥ 基本支出表.合计；全为一般公共预算时相等',
    kind: 'at most',
    source: '公开03表、06表',
    severity: 'error',
    relations(ledger) {
      if (ledger.sheets.has('general_budget_expenditure')) return [];
      const others = [
        fiscalExpenditure(ledger, 'grand_total', 'fund'),
        fiscalExpenditure(ledger, 'grand_total', 'capital'),
      ];
      const pure = isPurelyFiscal(ledger) && others.every((figure) => figure?.value === 0);
      const whole = terms([ledger.cell('expenditure', 'total', 'basic')]);
      return (pure ? equal : atMost)('X-24', basicTotal(ledger), whole);
    },
  },
];

const THREE_PUBLIC_SUBJECTS = [
  ['overseas', '30212'],
  ['reception', '30217'],
  ['vehicle_running', '30231'],
  ['vehicle_purchase', '31013'],
  ['conference', '30215'],
  ['training', '30216'],
] as const;
