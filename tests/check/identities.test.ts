import { describe, expect, test } from 'vitest';
import { relationsOf } from '../../lib/check/account';
import { IDENTITIES } from '../../lib/check/identities';
import { Ledger } from '../../lib/check/ledger';
import { evaluate } from '../../lib/check/relation';
import type { MeasureId } from '../../lib/measures';
import type { ColumnId } from '../../lib/statements';
import { type AccountSource, readingOf } from './account';
import { account, fiscal, narrated, summary, table } from './sources';

/** An account around one printed figure: with which texts the identity holds, holds just so, and does not hold. */
interface Case {
  id: string;
  source(text: string): AccountSource;
  holds: string;
  bound: string;
  fails: string;
}

const REVENUE: ColumnId[] = ['total', 'fiscal_appropriation', 'institution', 'education_fees', 'other'];
const EXPENDITURE: ColumnId[] = ['total', 'basic', 'project'];
const BALANCE: ColumnId[] = ['opening', 'revenue', 'total', 'basic', 'project', 'closing'];
const PUBLIC: ColumnId[] = ['total', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_running', 'reception'];

const t3 = (rows: Parameters<typeof table>[2]) => table('expenditure', EXPENDITURE, rows);
const t5 = (rows: Parameters<typeof table>[2]) => table('general_budget_expenditure', EXPENDITURE, rows);
const t6 = (rows: Parameters<typeof table>[2]) => table('general_budget_basic_expenditure', ['total'], rows);
const list = (rows: Parameters<typeof table>[2]) =>
  table('general_budget_basic_expenditure', ['total', 'personnel', 'operating'], rows);
const fund = (rows: Parameters<typeof table>[2]) => table('government_fund', BALANCE, rows);
const capital = (rows: Parameters<typeof table>[2]) => table('state_capital', BALANCE, rows);
const publicRows = (rows: Parameters<typeof table>[2]) => table('three_public', PUBLIC, rows);

/** All money is fiscal and nothing is carried over: totals agree, other lines are blank. */
const pure = (total: string) => [
  summary(
    { general: total, year_total: total, use_of_balance: null, opening: null, grand_total: total },
    { year_total: total, distribution: null, closing: null, grand_total: total },
  ),
  fiscal(
    { general: total, year_total: total, opening: null, grand_total: total },
    {
      year_total: [total, total, null, null],
      closing: [null, null, null, null],
      grand_total: [total, total, null, null],
    },
  ),
];

/** A figure that must equal 10.00: one last digit off still touches. */
const SAME = { holds: '10.00', bound: '10.01', fails: '10.02' };
/** A sum of two: 4.00 + 6.00. */
const SUM = { holds: '10.00', bound: '10.01', fails: '10.02' };
/** At most 10.00. */
const AT_MOST = { holds: '9.50', bound: '10.01', fails: '10.02' };

const claimed = (id: string, measure: MeasureId, ...statements: Parameters<typeof account>): Case => ({
  id,
  source: (text) => narrated([{ measure, value: text }], ...statements),
  ...SAME,
});

const CASES: readonly Case[] = [
  { id: 'T1-01', source: (text) => account(summary({ general: '4.00', other: '6.00', year_total: text })), ...SUM },
  { id: 'T1-02', source: (text) => account(summary({}, { '201': '4.00', '208': '6.00', year_total: text })), ...SUM },
  {
    id: 'T1-03',
    source: (text) =>
      account(summary({ year_total: '6.00', use_of_balance: null, opening: '4.00', grand_total: text })),
    ...SUM,
  },
  {
    id: 'T1-04',
    source: (text) =>
      account(summary({}, { year_total: '6.00', distribution: null, closing: '4.00', grand_total: text })),
    ...SUM,
  },
  { id: 'T1-05', source: (text) => account(summary({ grand_total: '10.00' }, { grand_total: text })), ...SAME },
  {
    id: 'T2-01',
    source: (text) => account(table('revenue', REVENUE, { total: [text, '4.00', '6.00', null, null] })),
    ...SUM,
  },
  {
    id: 'T2-02',
    source: (text) => account(table('revenue', ['total'], { total: [text], '201': ['4.00'], '208': ['6.00'] })),
    ...SUM,
  },
  {
    id: 'T2-03',
    source: (text) => account(table('revenue', ['total'], { '208': [text], '20801': ['4.00'], '20805': ['6.00'] })),
    ...SUM,
  },
  {
    id: 'T2-04',
    source: (text) => account(table('revenue', REVENUE, { total: ['10.00', null, '10.00', text, null] })),
    ...AT_MOST,
  },
  { id: 'T3-01', source: (text) => account(t3({ '2080101': [text, '4.00', '6.00'] })), ...SUM },
  {
    id: 'T3-02',
    source: (text) => account(t3({ total: [text], '201': ['4.00'], '208': ['6.00'] })),
    ...SUM,
  },
  {
    id: 'T3-03',
    source: (text) => account(t3({ '20801': [text], '2080101': ['4.00'], '2080199': ['6.00'] })),
    ...SUM,
  },
  { id: 'T4-01', source: (text) => account(fiscal({ general: '4.00', fund: '6.00', year_total: text })), ...SUM },
  {
    id: 'T4-02',
    source: (text) => account(fiscal({ opening: text, opening_general: '4.00', opening_fund: '6.00' })),
    ...SUM,
  },
  {
    id: 'T4-03',
    source: (text) => account(fiscal({ year_total: '4.00', opening: '6.00', grand_total: text })),
    ...SUM,
  },
  { id: 'T4-04', source: (text) => account(fiscal({}, { '208': [text, '4.00', '6.00', null] })), ...SUM },
  {
    id: 'T4-05',
    source: (text) => account(fiscal({}, { '201': [null, '4.00'], '208': [null, '6.00'], year_total: [null, text] })),
    ...SUM,
  },
  {
    id: 'T4-06',
    source: (text) => account(fiscal({}, { year_total: ['4.00'], closing: ['6.00'], grand_total: [text] })),
    ...SUM,
  },
  { id: 'T4-07', source: (text) => account(fiscal({ grand_total: '10.00' }, { grand_total: [text] })), ...SAME },
  {
    id: 'T4-08',
    source: (text) =>
      account(fiscal({ general: '10.00', opening: null }, { year_total: [null, text], closing: [null, null] })),
    ...SAME,
  },
  {
    id: 'T4-09',
    source: (text) => account(fiscal({}, { closing: [text], closing_general: ['4.00'], closing_fund: ['6.00'] })),
    ...SUM,
  },
  { id: 'T5-01', source: (text) => account(t5({ '2080101': [text, '4.00', '6.00'] })), ...SUM },
  { id: 'T5-02', source: (text) => account(t5({ total: [text], '201': ['4.00'], '208': ['6.00'] })), ...SUM },
  {
    id: 'T5-03',
    source: (text) =>
      account(
        table('general_budget_expenditure', ['total', 'basic', 'project', 'personnel', 'operating'], {
          total: ['10.00', text, null, '4.00', '6.00'],
        }),
      ),
    ...SUM,
  },
  {
    id: 'T5-04',
    source: (text) =>
      account(
        table('general_budget_expenditure', ['opening', 'revenue', 'total', 'closing'], {
          total: ['4.00', '6.00', text, null],
        }),
      ),
    ...SUM,
  },
  { id: 'T6-01', source: (text) => account(t6({ '301': [text], '30101': ['4.00'], '30102': ['6.00'] })), ...SUM },
  {
    id: 'T6-02',
    source: (text) => account(t6({ '301': ['4.00'], '303': ['6.00'], personnel_total: [text] })),
    ...SUM,
  },
  {
    id: 'T6-03',
    source: (text) => account(t6({ '302': ['4.00'], '310': ['6.00'], operating_total: [text] })),
    ...SUM,
  },
  {
    id: 'T6-04',
    source: (text) => account(t6({ personnel_total: ['4.00'], operating_total: ['6.00'], basic_total: [text] })),
    ...SUM,
  },
  { id: 'T6-05', source: (text) => account(list({ total: [text], '301': ['4.00'], '302': ['6.00'] })), ...SUM },
  { id: 'TF-01', source: (text) => account(fund({ total: ['4.00', '6.00', text, null, text, null] })), ...SUM },
  { id: 'TF-02', source: (text) => account(fund({ total: [null, null, text, '4.00', '6.00', null] })), ...SUM },
  {
    id: 'TF-03',
    source: (text) => account(fund({ total: [null, text], '212': [null, '4.00'], '229': [null, '6.00'] })),
    ...SUM,
  },
  { id: 'TS-01', source: (text) => account(capital({ total: [null, null, text, '4.00', '6.00', null] })), ...SUM },
  { id: 'TS-02', source: (text) => account(capital({ total: ['4.00', '6.00', text, null, null, null] })), ...SUM },
  {
    id: 'TP-01',
    source: (text) => account(publicRows({ final: [text, null, '4.00', null, null, '6.00'] })),
    ...SUM,
  },
  {
    id: 'TP-02',
    source: (text) => account(publicRows({ final: [null, null, text, '4.00', '6.00', null] })),
    ...SUM,
  },
  {
    id: 'X-20',
    source: (text) => account(publicRows({ final: ['0.00', null, null, null, null, text] })),
    holds: '0.00',
    bound: '0.01',
    fails: '0.02',
  },
  {
    id: 'X-01',
    source: (text) => account(summary({ year_total: text }), table('revenue', ['total'], { total: ['10.00'] })),
    ...SAME,
  },
  {
    id: 'X-02',
    source: (text) =>
      account(
        summary({ general: '4.00', fund: '6.00', capital: null }),
        table('revenue', ['total', 'fiscal_appropriation'], { total: [null, text] }),
      ),
    ...SUM,
  },
  {
    id: 'X-03',
    source: (text) =>
      account(summary({ institution: text }), table('revenue', REVENUE, { total: [null, null, '10.00'] })),
    ...SAME,
  },
  { id: 'X-04', source: (text) => account(summary({}, { year_total: text }), t3({ total: ['10.00'] })), ...SAME },
  { id: 'X-05', source: (text) => account(summary({}, { '208': text }), t3({ '208': ['10.00'] })), ...SAME },
  {
    id: 'X-06',
    source: (text) => account(summary({ general: text, fund: null }), fiscal({ general: '10.00' })),
    ...SAME,
  },
  {
    id: 'X-07',
    source: (text) => account(summary({}, { '208': '10.00' }), fiscal({}, { '208': [text, text] })),
    ...AT_MOST,
  },
  {
    id: 'X-08',
    source: (text) => account(summary({ opening: '10.00' }), fiscal({ opening: text })),
    ...AT_MOST,
  },
  {
    id: 'X-09',
    source: (text) => account(fiscal({}, { '208': [null, text] }), t5({ '208': ['10.00'] })),
    ...SAME,
  },
  {
    id: 'X-10',
    source: (text) =>
      account(t5({ total: ['10.00', text, null] }), t6({ personnel_total: ['4.00'], operating_total: ['6.00'] })),
    ...SUM,
  },
  {
    id: 'X-11',
    source: (text) => account(fiscal({ fund: text }), fund({ total: [null, '10.00'] })),
    ...SAME,
  },
  {
    id: 'X-12',
    source: (text) => account(fiscal({}, { '212': [null, null, text] }), fund({ '212': [null, null, '10.00'] })),
    ...SAME,
  },
  {
    id: 'X-13',
    source: (text) =>
      account(fiscal({}, { '223': [null, null, null, text] }), capital({ '223': [null, null, '10.00'] })),
    ...SAME,
  },
  { id: 'X-14', source: (text) => account(t3({ '208': ['10.00'] }), t5({ '208': [text] })), ...AT_MOST },
  {
    id: 'X-14',
    source: (text) => account(...pure('10.00'), t3({ total: ['10.00'] }), t5({ total: [text] }), fund({})),
    ...SAME,
  },
  {
    id: 'X-15',
    source: (text) => account(t3({ '208': ['10.00', '10.00'] }), t5({ '208': ['10.00', text] })),
    ...AT_MOST,
  },
  {
    id: 'X-18',
    source: (text) =>
      account(
        ...pure('10.00'),
        table('revenue', ['total'], { '208': [text] }),
        t3({ total: ['10.00'], '208': ['10.00'] }),
      ),
    ...SAME,
  },
  {
    id: 'X-19',
    source: (text) =>
      account(
        t6({ '302': [text], '30217': [text] }),
        publicRows({ final: ['10.00', null, null, null, null, '10.00'] }),
      ),
    ...AT_MOST,
  },
  {
    id: 'X-21',
    source: (text) => account(fiscal({}, { year_total: [text] }), t3({ total: ['10.00'] })),
    ...AT_MOST,
  },
  {
    id: 'X-22',
    source: (text) =>
      account(
        summary(
          { year_total: '4.00', use_of_balance: null, opening: '6.00' },
          { year_total: text, distribution: null, closing: null },
        ),
      ),
    ...SUM,
  },
  { id: 'X-24', source: (text) => account(t3({ total: ['10.00', '10.00'] }), t6({ total: [text] })), ...AT_MOST },
  claimed('N-01', 'total_revenue', summary({ grand_total: '10.00' })),
  claimed('N-02', 'year_revenue', table('revenue', ['total'], { total: ['10.00'] })),
  claimed('N-03', 'basic_expenditure', t3({ total: [null, '10.00'] })),
  claimed('N-04', 'fiscal_total_revenue', fiscal({ grand_total: '10.00' })),
  claimed('N-05', 'general_expenditure', t5({ total: ['10.00'] })),
  {
    id: 'N-06',
    source: (text) =>
      narrated(
        [{ measure: 'subject_expenditure', subject: '2080101', value: text, section: '五、一般公共预算财政拨款支出' }],
        t5({ '2080101': ['10.00'] }),
      ),
    ...SAME,
  },
  claimed('N-07', 'personnel_expenditure', t6({ personnel_total: ['10.00'] })),
  claimed('N-09', 'fund_expenditure', fund({ total: [null, null, '10.00'] })),
  claimed('N-10', 'reception', publicRows({ final: [null, null, null, null, null, '10.00'] })),
  {
    id: 'N-11',
    source: (text) =>
      narrated(
        [
          { measure: 'agency_operating_cost', value: text },
          { measure: 'headcount_quota_administrative', value: '7', unit: '人' },
          { measure: 'headcount_quota_institution', value: '0', unit: '人' },
        ],
        t6({ operating_total: ['10.00'] }),
      ),
    ...SAME,
  },
  {
    id: 'N-11',
    source: (text) => narrated([{ measure: 'agency_operating_cost', value: text }], t6({ operating_total: ['10.00'] })),
    ...AT_MOST,
  },
  {
    id: 'N-40',
    source: (text) =>
      narrated([
        { measure: 'agency_operating_cost', value: '10.00' },
        { measure: 'agency_operating_cost', value: text },
      ]),
    ...SAME,
  },
];

function states(source: AccountSource, id: string): string[] {
  return relationsOf(new Ledger(readingOf(source)))
    .filter((relation) => relation.identity === id)
    .map((relation) => evaluate(relation).state);
}

describe('identities', () => {
  test.each(CASES)('$id holds', ({ id, source, holds }) => {
    expect(states(source(holds), id)).toContain('exact');
    expect(states(source(holds), id)).not.toContain('contradiction');
  });

  test.each(CASES)('$id holds just so at the bound of its rounding', ({ id, source, bound }) => {
    expect(states(source(bound), id)).toContain('rounding');
    expect(states(source(bound), id)).not.toContain('contradiction');
  });

  test.each(CASES)('$id fails beyond it', ({ id, source, fails }) => {
    expect(states(source(fails), id)).toContain('contradiction');
  });

  test('every identity has its cases', () => {
    const tested = new Set([...CASES.map((one) => one.id), 'TP-03']);
    expect(IDENTITIES.map((identity) => identity.id).filter((id) => !tested.has(id))).toEqual([]);
  });

  test.each([
    ['10.00', '10.00', []],
    ['12.00', '10.00', ['contradiction']],
    ['11.00', '10.00', []],
  ])('TP-03: a total of %s beside parts of %s and 2.00 of meetings and training', (total, parts, expected) => {
    const columns: ColumnId[] = ['total', 'overseas', 'vehicles', 'reception', 'conference', 'training'];
    const source = account(table('three_public', columns, { final: [total, null, null, parts, '1.50', '0.50'] }));
    expect(states(source, 'TP-03')).toEqual(expected);
  });
});
