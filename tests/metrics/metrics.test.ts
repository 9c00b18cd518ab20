import { describe, expect, test } from 'vitest';
import { Decimal } from '../../lib/amount';
import { findMetric, METRICS } from '../../lib/metrics';
import { hengshan, mizhi } from '../panels/seeds';
import { type MadeUpClaim, madeUp } from './madeUp';

const rounded = (text: string | undefined, decimals = 2): string | undefined =>
  text === undefined ? undefined : new Decimal(text).toFixed(decimals);

describe('the two published accounts', () => {
  test.each([
    ['basic_share', mizhi, '12.55', '12.55', 'agrees'],
    ['basic_share', hengshan, '12.39', '12.39', 'agrees'],
    ['project_share', mizhi, '87.45', '87.45', 'agrees'],
    ['project_share', hengshan, '87.61', '87.61', 'agrees'],
    ['growth_total', mizhi, '15.83', '15.84', 'last_digit'],
    ['growth_total', hengshan, '404.91', '404.91', 'agrees'],
    ['growth_general_budget', mizhi, '34.78', '34.78', 'agrees'],
    ['growth_agency_operating_cost', mizhi, undefined, '-4.59', null],
    ['growth_agency_operating_cost', hengshan, undefined, '-80.21', null],
    ['prior_total', mizhi, undefined, '3358.25', null],
    ['prior_total', hengshan, undefined, '1719.18', null],
    ['prior_general_budget', mizhi, undefined, '2807.95', null],
    ['prior_agency_operating_cost', mizhi, undefined, '42.69', null],
    ['prior_agency_operating_cost', hengshan, undefined, '42.44', null],
    ['budget_completion', mizhi, '100', '100.00', 'agrees'],
    ['budget_completion', hengshan, '100', '100.00', 'agrees'],
    ['personnel_share', mizhi, undefined, '91.66', null],
    ['operating_share', mizhi, undefined, '8.34', null],
    ['expenditure_per_person', mizhi, undefined, '155.60', null],
    ['expenditure_per_person', hengshan, undefined, '124.00', null],
    ['agency_operating_cost_per_person', mizhi, undefined, '1.63', null],
    ['agency_operating_cost_per_person', hengshan, undefined, '0.12', null],
    ['staff_against_quota', mizhi, undefined, '357.14', null],
    ['staff_against_quota', hengshan, undefined, '333.33', null],
  ])('%s', (id, account, published, recomputed, verdict) => {
    const result = findMetric(id).compute(account);
    expect(result.published?.value ?? undefined).toBe(published);
    expect(rounded(result.recomputed?.value)).toBe(recomputed);
    expect(result.verdict).toBe(verdict);
  });

  test('15.83 % stays beside 15.84 %, whose inputs allow 15.836–15.837', () => {
    const { recomputed } = findMetric('growth_total').compute(mizhi);
    expect(rounded(recomputed?.low, 3)).toBe('15.836');
    expect(rounded(recomputed?.high, 3)).toBe('15.837');
  });

  test('shares of the classes add to one hundred', () => {
    const classes = ['208', '210', '212', '215', '216', '224'];
    const shares = classes.map((code) => findMetric('class_share').compute(mizhi, code).recomputed?.value ?? '0');
    expect(shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).toFixed(2)).toBe('100.00');
  });
});

const growthOf = (...claims: MadeUpClaim[]) =>
  findMetric('growth_total').compute(
    madeUp({ claims: [['total_revenue_expenditure', 'final', '100.00万元'], ...claims] }),
  );
const CHANGE = (printed: string, direction: 'increase' | 'decrease' | null): MadeUpClaim => [
  'total_revenue_expenditure',
  'change_on_year',
  printed,
  { direction },
];
const RATE = (printed: string, direction: 'increase' | 'decrease' | null): MadeUpClaim => [
  'total_revenue_expenditure',
  'growth_on_year',
  printed,
  { direction },
];

describe('growth', () => {
  test.each([
    ['an increase', [CHANGE('20.00万元', 'increase'), RATE('25%', 'increase')], '25.00', 'agrees'],
    ['a decrease', [CHANGE('25.00万元', 'decrease'), RATE('20%', 'decrease')], '-20.00', 'agrees'],
    ['the word against the sign', [CHANGE('25.00万元', 'decrease'), RATE('20%', 'increase')], '-20.00', 'differs'],
    ['a direction only the rate names', [CHANGE('25.00万元', null), RATE('20%', 'decrease')], '-20.00', 'agrees'],
    ['fewer digits', [CHANGE('9.10万元', 'increase'), RATE('10.0%', 'increase')], '10.01', 'agrees'],
    ['one unit of the last digit', [CHANGE('9.16万元', 'increase'), RATE('10.07%', 'increase')], '10.08', 'last_digit'],
    ['exactly one and a half units', [CHANGE('20.00万元', 'increase'), RATE('23.5%', 'increase')], '25.00', 'differs'],
  ] as const)('%s', (_, claims, recomputed, verdict) => {
    const result = growthOf(...claims);
    expect(rounded(result.recomputed?.value)).toBe(recomputed);
    expect(result.verdict).toBe(verdict);
  });

  test.each([
    ['nothing is said', [], '没有说明'],
    ['only the rate is given', [RATE('25%', 'increase')], '没有增减额'],
    ['the direction is open', [CHANGE('25.00万元', null)], '方向没有写明'],
    ['last year is zero', [CHANGE('100.00万元', 'increase')], '上年数为零或负数'],
    ['last year is negative', [CHANGE('130.00万元', 'increase')], '上年数为零或负数'],
  ] as const)('no figure when %s, but a reason', (_, claims, reason) => {
    const result = growthOf(...claims);
    expect(result.recomputed).toBeNull();
    expect(result.reason).toContain(reason);
  });

  test('last year follows from the rate alone, and from 持平', () => {
    const account = (claim: MadeUpClaim) =>
      madeUp({ claims: [['total_revenue_expenditure', 'final', '100.00万元'], claim] });
    const prior = findMetric('prior_total');
    expect(rounded(prior.compute(account(RATE('25%', 'increase'))).recomputed?.value)).toBe('80.00');
    const same = prior.compute(account(['total_revenue_expenditure', 'unchanged_on_year', '0']));
    expect(rounded(same.recomputed?.value)).toBe('100.00');
  });
});

describe('quotients', () => {
  const share = (basic: string, total: string, published: string) =>
    findMetric('basic_share').compute(
      madeUp({
        statements: [{ statement: 'expenditure', rows: [['total', { total, basic }]] }],
        claims: [['basic_expenditure', 'share', published]],
      }),
    );

  test.each([
    ['rounded', '33.33', '100.00', '33.33%', 'agrees'],
    ['the bound itself: 33.325 from 33.325 ± 0.005', '33.32', '100.00', '33.33%', 'agrees'],
    ['cut', '15.837', '100.000', '15.83%', 'last_digit'],
    ['bent by almost one and a half units', '33.344', '100.0000', '33.33%', 'last_digit'],
    ['two units', '33.35', '100.0000', '33.33%', 'last_digit'],
    ['no rounding explains it', '19.65', '100.00', '12.39%', 'differs'],
  ])('%s', (_, basic, total, published, verdict) => {
    expect(share(basic, total, published).verdict).toBe(verdict);
  });

  test.each([
    ['zero', '0.00', '为零'],
    ['negative', '-5.00', '为负数'],
    ['blank', '', '缺少本年支出合计'],
  ])('a %s divisor gives a reason and keeps what is published', (_, total, reason) => {
    const result = share('10.00', total, '12%');
    expect(result.recomputed).toBeNull();
    expect(result.reason).toContain(reason);
    expect(result.published?.value).toBe('12');
  });

  test('a divisor that rounds to something but may be zero', () => {
    const account = madeUp({
      statements: [{ statement: 'expenditure', rows: [['total', { total: '0.4', basic: '0.2' }]] }],
    });
    expect(findMetric('basic_share').compute(account).recomputed).not.toBeNull();
    const coarse = madeUp({
      statements: [{ statement: 'expenditure', rows: [['total', { total: '0.0', basic: '0.0' }]] }],
    });
    expect(findMetric('basic_share').compute(coarse).reason).toContain('为零');
  });
});

test('every metric is found by its id and survives an account without figures', () => {
  for (const metric of METRICS) {
    expect(findMetric(metric.id)).toBe(metric);
    const result = metric.compute(madeUp({}));
    expect(result.recomputed).toBeNull();
    expect(result.reason).toBeTruthy();
  }
  expect(() => findMetric('nothing')).toThrow('unknown metric: nothing');
});
