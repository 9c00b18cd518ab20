import { describe, expect, test } from 'vitest';
import { completion } from '../../../lib/check/narrative/completion';
import { onBudget } from '../../../lib/check/narrative/onBudget';
import { performanceFunds } from '../../../lib/check/narrative/performanceFunds';
import { generalShare, shares } from '../../../lib/check/narrative/shares';
import { signs } from '../../../lib/check/narrative/signs';
import { yearOnYear } from '../../../lib/check/narrative/yearOnYear';
import { zeroBase } from '../../../lib/check/narrative/zeroBase';
import type { Claim } from '../../../lib/facts';
import { claim, fact, run, told } from '../made';

const grown = (level: string, change: string, rate: string): Claim[] => [
  claim('total_revenue', 'final', `${level} 万元`),
  claim('total_revenue', 'change_on_year', `${change} 万元`),
  claim('total_revenue', 'growth_on_year', `${rate} %`),
];

describe('N-14 增减率', () => {
  test.each([
    ['exact', '110.00', '+10.00', '+10.00'],
    ['rounded', '8680.23', '+6961.05', '+404.91'],
    ['a decrease', '90.00', '-10.00', '-10.00'],
    ['at the bound: change and level at the edge of their rounding', '100.49', '+0.49', '+0.495'],
    ['few digits are wide intervals', '1.52', '-0.28', '-15'],
    ['no change', '50.00', '+0', '+0'],
  ])('%s', (_, level, change, rate) => {
    expect(told(run(yearOnYear, { claims: grown(level, change, rate) }))).toEqual([]);
  });

  test.each([
    [
      'cut instead of rounded',
      ['3890.08', '+531.83', '+15.83'],
      'warning: 收入总计比上年增长率印为 15.83%，按 531.83 ÷（3890.08 － 531.83）应为 15.84%（末位截断而非四舍五入）',
    ],
    [
      'one unit too high',
      ['1100.00', '+100.00', '+10.01'],
      'warning: 收入总计比上年增长率印为 10.01%，按 100.00 ÷（1100.00 － 100.00）应为 10.00%（末位相差 1，或为凑足合计而调整）',
    ],
    [
      'two units',
      ['1100.00', '+100.00', '+10.02'],
      'error: 收入总计比上年增长率印为 10.02%，按 100.00 ÷（1100.00 － 100.00）应为 10.00%（允许区间 9.999% 至 10.001%），一位数字有误',
    ],
    [
      'digits swapped',
      ['3890.08', '+531.83', '+18.54'],
      'error: 收入总计比上年增长率印为 18.54%，按 531.83 ÷（3890.08 － 531.83）应为 15.84%（允许区间 15.836% 至 15.837%），数字颠倒',
    ],
    [
      'divided by this year',
      ['110.00', '+10.00', '+9.09'],
      'error: 收入总计比上年增长率印为 9.09%，按 10.00 ÷（110.00 － 10.00）应为 10.00%（允许区间 9.994% 至 10.006%），分母误用了本年数，应除以上年数',
    ],
    [
      'a fraction, not per cent',
      ['125.00', '+25.00', '+0.25'],
      'error: 收入总计比上年增长率印为 0.25%，按 25.00 ÷（125.00 － 25.00）应为 25.00%（允许区间 24.993% 至 25.008%），未乘以 100，把比值当成了百分数',
    ],
  ])('%s', (_, [level = '', change = '', rate = ''], message) => {
    expect(told(run(yearOnYear, { claims: grown(level, change, rate) }))).toEqual([message]);
  });

  test('a change with swapped digits is blamed when the rate fits the swap', () => {
    const [finding] = run(yearOnYear, { claims: grown('3890.08', '+513.83', '+15.84') });
    expect(finding?.suggestion).toMatchObject({ printed: '513.83万元', value: '531.83' });
  });

  test('an increase beyond the level itself', () => {
    const [finding] = run(yearOnYear, { claims: grown('8680.23', '+9661.05', '+404.91') });
    expect(finding).toMatchObject({ severity: 'error', suggestion: { printed: '9661.05万元', value: '6961.05' } });
    expect(run(yearOnYear, { claims: grown('8680.23', '+8680.23', '+100').slice(0, 2) })).toEqual([]);
  });

  test('two stated levels', () => {
    const claims = [
      claim('reception', 'final', '5.10 万元'),
      claim('reception', 'prior_year', '5.00 万元'),
      claim('reception', 'change_on_year', '+0.10 万元'),
      claim('reception', 'growth_on_year', '+2.00 %'),
    ];
    expect(run(yearOnYear, { claims })).toEqual([]);
    const wrong = claims.map((one) =>
      one.aspect === 'change_on_year' ? { ...one, value: '0.01', printed: '0.01万元' } : one,
    );
    expect(told(run(yearOnYear, { claims: wrong })).at(-1)).toBe(
      'error: 公务接待费比上年增加印为 0.01 万元，按 5.10 － 5.00 应为 0.10 万元，小数点错位',
    );
  });

  test('the level of the statement stands in for one the text has wrong', () => {
    const claims = grown('180.00', '+10.00', '+10.00');
    const facts = [fact('revenue_expenditure_summary', 'grand_total', 'final', '110.00', { side: 'revenue' })];
    expect(run(yearOnYear, { claims, facts })).toEqual([]);
  });

  test('nothing to compare with is no finding', () => {
    expect(run(yearOnYear, { claims: [claim('total_revenue', 'growth_on_year', '+12 %')] })).toEqual([]);
  });
});

describe('N-12, N-13 占比', () => {
  const parts = (share: string): Claim[] => [
    claim('year_expenditure', 'final', '3890.08 万元'),
    claim('basic_expenditure', 'final', '488.13 万元'),
    claim('basic_expenditure', 'share', `${share} %`),
  ];
  test.each(['12.55', '12.5', '13', '12.548'])('%s passes', (share) => {
    expect(told(run(shares, { claims: parts(share) }))).toEqual([]);
  });
  test.each([
    [
      '12.54',
      'warning: 基本支出占本年支出合计的比例印为 12.54%，按 488.13 ÷ 3890.08 应为 12.55%（末位截断而非四舍五入）',
    ],
    [
      '12.56',
      'warning: 基本支出占本年支出合计的比例印为 12.56%，按 488.13 ÷ 3890.08 应为 12.55%（末位相差 1，或为凑足合计而调整）',
    ],
    [
      '15.25',
      'error: 基本支出占本年支出合计的比例印为 15.25%，按 488.13 ÷ 3890.08 应为 12.55%（允许区间 12.5479% 至 12.5482%），数字颠倒',
    ],
  ])('%s fails', (share, message) => {
    expect(told(run(shares, { claims: parts(share) }))).toEqual([message]);
  });
  test('the wrong denominator is named', () => {
    const claims = [
      claim('general_expenditure', 'final', '3784.58 万元'),
      claim('general_expenditure', 'share', '100 %', { base: 'year_expenditure' }),
    ];
    const facts = [fact('expenditure', 'total', 'total', '3890.08')];
    const [finding] = run(generalShare, { claims, facts });
    expect(finding).toMatchObject({ check: 'N-13', severity: 'error', expected: '97.29', found: '100' });
    expect(finding?.suggestion?.why).toBe(
      '印出的比例是以其自身 3784.58 万元 为分母，分母应为本年支出合计 3890.08 万元',
    );
  });
  test('a share of the fund of its section', () => {
    const section = ['五、一般公共预算财政拨款支出决算情况说明'];
    const claims = [
      claim('general_expenditure', 'final', '80 万元', { section }),
      claim('basic_expenditure', 'final', '20 万元', { section }),
      claim('basic_expenditure', 'share', '25 %', { section }),
    ];
    expect(run(shares, { claims, facts: [fact('expenditure', 'total', 'total', '100')] })).toEqual([]);
  });
  test.each([
    ['procurement_micro', '30 %', 'of the total', []],
    ['procurement_micro', '60 %', 'of the small and medium', []],
    ['procurement_micro', '50 %', 'of neither', ['error']],
  ] as const)('%s %s %s', (measure, share, _, severities) => {
    const claims = [
      claim('procurement_total', 'final', '100 万元'),
      claim('procurement_sme', 'final', '50 万元'),
      claim(measure, 'final', '30 万元'),
      claim(measure, 'share', share),
    ];
    expect(run(shares, { claims }).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('N-17 完成预算', () => {
  const done = (budget: string, final: string, rate: string): Claim[] => [
    claim('reception', 'initial_budget', `${budget} 万元`),
    claim('reception', 'final', `${final} 万元`),
    claim('reception', 'completion', `${rate} %`),
  ];
  test.each([
    ['40.73', '40.73', '100'],
    ['49.9', '7.69', '15.41'],
    ['246', '167.37', '68'],
    ['5638.77', '7604.60', '135'],
  ])('%s → %s: %s %% passes', (...row) => {
    expect(told(run(completion, { claims: done(...row) }))).toEqual([]);
  });
  test.each([
    [
      ['100', '38', '36'],
      'warning: 公务接待费预算完成率印为 36%，按 38 ÷ 100 应为 38%（末位相差 1，或为凑足合计而调整）',
    ],
    [
      ['472.90', '500.12', '27.22'],
      'error: 公务接待费预算完成率印为 27.22%，按 500.12 ÷ 472.90 应为 105.76%（允许区间 105.754% 至 105.758%）',
    ],
    [
      ['80', '50', '160'],
      'error: 公务接待费预算完成率印为 160%，按 50 ÷ 80 应为 62.50%（允许区间 61.491% 至 63.522%），分子分母颠倒',
    ],
    [['0', '0', '0'], 'note: 公务接待费预算为 0，完成预算的百分比没有意义，却印为 0%'],
    [['0', '11.84', '100'], 'warning: 公务接待费预算为 0，完成预算的百分比没有意义，却印为 100%（决算 11.84 万元）'],
  ] as const)('%j', ([budget, final, rate], message) => {
    expect(told(run(completion, { claims: done(budget, final, rate) }))).toEqual([message]);
  });
});

describe('N-17 without a budget', () => {
  const changed = (rate: string, text = '完成年初预算，比年初预算增加。'): Claim[] => [
    claim('reception', 'final', '1500.00 万元', { sentence: text }),
    claim('reception', 'completion', `${rate} %`, { sentence: text }),
    claim('reception', 'change_on_budget', '+100.00 万元', { sentence: text }),
  ];
  test('the change on it tells the budget', () => {
    expect(run(completion, { claims: changed('107.1') })).toEqual([]);
    expect(told(run(completion, { claims: changed('117.1') }))).toEqual([
      'error: 公务接待费预算完成率印为 117.1%，按 1500.00 ÷（1500.00 － 100.00）应为 107.1%（允许区间 107.142% 至 107.144%），一位数字有误',
    ]);
  });
  test('not where the sentence speaks of another budget, too', () =>
    expect(run(completion, { claims: changed('100', '完成全年预算，比年初预算增加。') })).toEqual([]));
});

describe('the amount to blame', () => {
  const done = (budget: string): Claim[] => [
    claim('reception', 'initial_budget', `${budget} 万元`),
    claim('reception', 'final', '756.90 万元'),
    claim('reception', 'completion', '100 %'),
  ];
  const facts = [fact('three_public', 'final', 'reception', '756.90')];
  test('a budget with swapped digits beside a confirmed final figure', () => {
    const [finding] = run(completion, { claims: done('576.90'), facts });
    expect(finding?.suggestion).toMatchObject({ printed: '576.90万元', value: '756.90' });
  });
  test('a change that lost a digit', () => {
    const findings = run(yearOnYear, { claims: grown('2425.00', '+24.50', '+11.21') });
    expect(findings.map(({ suggestion }) => suggestion?.value)).toEqual(['244.50']);
  });
  test.each([
    ['the point moved', '110.00', '+10.00', '+1.000', '10.00'],
    ['digits swapped, of several rates that rounding allows', '10.00', '+1.00', '+11.31', '11.13'],
  ])('%s', (_, level, change, rate, expected) => {
    const findings = run(yearOnYear, { claims: grown(level, change, rate) });
    expect(findings.map(({ suggestion }) => suggestion?.value)).toEqual([expected]);
  });
  test('a share above a hundred without amounts', () => {
    const above = claim('procurement_sme', 'share', '400 %');
    expect(told(run(shares, { claims: [above] }))).toEqual([
      'error: 授予中小企业合同金额占比印为 400%，部分不会超过总数',
    ]);
    expect(told(run(shares, { claims: [claim('procurement_sme', 'share', '100 %')] }))).toEqual([]);
  });
  test('a rate with swapped digits', () => {
    const claims = done('900.00').map((one) =>
      one.aspect === 'completion' ? { ...one, value: '81.40', decimals: 2 } : one,
    );
    const [finding] = run(completion, { claims, facts });
    expect(finding?.suggestion).toMatchObject({ value: '84.10' });
  });
  test('closing zeros left off are no rounding', () => {
    const section = ['某节'];
    const amounts = ['161', '4', '36.8', '15'];
    const final = amounts.map((value, at) =>
      claim('subject_expenditure', 'final', `${value} 万元`, { subject: `项${at}`, section }),
    );
    const claims = [
      ...final,
      claim('subject_expenditure', 'initial_budget', '4 万元', { subject: '项1', section }),
      claim('subject_expenditure', 'completion', '103 %', { subject: '项1', section }),
    ];
    const printed = amounts.map((value, at) => fact('expenditure', `20101${at}1`, 'total', Number(value).toFixed(2)));
    expect(run(completion, { claims })).toEqual([]);
    expect(run(completion, { claims, facts: printed })).toHaveLength(1);
  });
});

describe('N-27 比预算', () => {
  const changed = (budget: string, final: string, change: string): Claim[] => [
    claim('training', 'budget', `${budget} 万元`),
    claim('training', 'final', `${final} 万元`),
    claim('training', 'change_on_budget', `${change} 万元`),
  ];
  test.each([
    ['0', '11.84', '+11.84', []],
    ['0.00', '11.84', '+11.85', []],
    ['0.00', '11.84', '+11.87', ['N-27']],
    ['10', '8', '-2', []],
  ] as const)('%s, %s, %s', (budget, final, change, ids) => {
    expect(run(onBudget, { claims: changed(budget, final, change) }).map(({ check }) => check)).toEqual(ids);
  });
  test('the word against the sign', () => {
    expect(told(run(signs, { claims: changed('10', '8', '+2') }))).toEqual([
      'error: 培训费比预算写为增加（增长） 2 万元，按 8 与 10 应为减少（下降）',
    ]);
  });
});

describe('N-15 用词与正负', () => {
  test.each([
    ['+10.00', '-10.00', 1],
    ['+10.00', '+10.00', 0],
    ['+0', '-0', 0],
  ])('%s beside %s', (change, rate, count) => {
    expect(run(signs, { claims: grown('110.00', change, rate) })).toHaveLength(count);
  });
  test('持平 beside a change', () => {
    const claims = [
      claim('reception', 'final', '5 万元'),
      claim('reception', 'unchanged_on_year', '0 万元'),
      claim('reception', 'change_on_year', '+2 万元'),
    ];
    expect(told(run(signs, { claims }))).toEqual(['error: 公务接待费写为与上年持平，同一句却有增减 2 万元']);
    const nearly = claims.map((one) => ({ ...one, sentence: '与上年基本持平，增加 2 万元。' }));
    expect(run(signs, { claims: nearly })).toEqual([]);
  });
  test('下降-81.75%', () => {
    const twice = { ...claim('three_public', 'growth_on_year', '-81.75 %'), value: '-81.75', printed: '-81.75%' };
    expect(told(run(signs, { claims: [twice] }))).toEqual(['warning: “-81.75%”的负号与“减少（下降）”重复，正负不明']);
  });
});

describe('N-16 基数为 0', () => {
  test.each([
    ['56.00', '+56.00', '+100', 1],
    ['56.00', '+50.00', '+833.33', 0],
    ['0', '+0', '+0', 0],
    ['0', '-5.00', '-100', 0],
  ])('%s, %s, %s', (level, change, rate, count) => {
    expect(run(zeroBase, { claims: grown(level, change, rate) })).toHaveLength(count);
  });
});

describe('N-23 绩效自评涉及资金', () => {
  const facts = [fact('expenditure', 'total', 'project', '3401.95'), fact('expenditure', 'total', 'total', '3890.08')];
  const funds = (amount: string, share: string): Claim[] => [
    claim('performance_funds', 'final', `${amount} 万元`),
    claim('performance_funds', 'share', `${share} %`, { base: 'project_expenditure' }),
  ];
  test.each([
    ['2408.52', '70.80', []],
    ['3401.95', '100', []],
    ['3401.96', '100', []],
    ['3401.97', '100', ['warning']],
    ['2408.52', '61.91', ['error']],
  ] as const)('%s is %s %%', (amount, share, severities) => {
    expect(run(performanceFunds, { claims: funds(amount, share), facts }).map(({ severity }) => severity)).toEqual(
      severities,
    );
  });
  test('a share of all expenditure is named', () => {
    const [finding] = run(performanceFunds, { claims: funds('2408.52', '61.91'), facts });
    expect(finding?.suggestion?.why).toContain('以本年支出合计 3890.08 万元为分母');
  });
});
