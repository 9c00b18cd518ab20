import { describe, expect, test } from 'vitest';
import { costIndicator } from '../../../lib/check/performance/costIndicator';
import { selfEvaluation } from '../../../lib/check/performance/selfEvaluation';
import { wholeExecution } from '../../../lib/check/performance/wholeExecution';
import type { PerformanceCell, PerformanceFunds, PerformanceIndicator, PerformanceTable } from '../../../lib/facts';
import { placeAt } from '../../../lib/place';
import { claim, fact, run, told } from '../made';

const cell = (printed: string | null): PerformanceCell | null =>
  printed === null ? null : { printed, value: /^[\d.]+/.exec(printed)?.[0] ?? null, place: placeAt(1) };

function funds(
  name: string,
  budget: string | null,
  executed: string | null,
  more: Partial<PerformanceFunds> = {},
): PerformanceFunds {
  return {
    name,
    initialBudget: null,
    budget: cell(budget),
    executed: cell(executed),
    budgetParts: [],
    executedParts: [],
    points: null,
    rate: null,
    score: null,
    ...more,
  };
}

function indicator(
  points: string | null,
  score: string | null,
  more: Partial<PerformanceIndicator> = {},
): PerformanceIndicator {
  return {
    level1: '产出指标',
    level2: '数量指标',
    level3: '某项',
    target: null,
    result: null,
    points: cell(points),
    score: cell(score),
    remark: null,
    ...more,
  };
}

const INDICATORS = [indicator('50', '48'), indicator('30', '30'), indicator('10', '10')];
const execution = funds('年度资金总额', '100', '100', { points: cell('10'), score: cell('10'), rate: cell('100%') });

const table = (more: Partial<PerformanceTable>): PerformanceTable => ({
  kind: 'project',
  title: '项目支出绩效自评表',
  subject: '某项目',
  unit: '万元',
  funds: [execution],
  indicators: INDICATORS,
  totalPoints: cell('100'),
  totalScore: cell('98'),
  place: placeAt(1),
  ...more,
});
const evaluate = (more: Partial<PerformanceTable>) => told(run(selfEvaluation, { performance: [table(more)] }));

describe('N-22 执行率', () => {
  test.each([
    ['100', '100', '100%', []],
    ['5638.77', '7604.60', '135%', []],
    ['90', '89.974', '99.97%', []],
    ['0', '0', '100%', []],
    [
      '2389.30',
      '2000.00',
      '83.70%',
      ['warning: “某项目”绩效自评表“专项”执行率印为 83.70%，按 2000 ÷ 2389.3 应为 83.71%（末位截断而非四舍五入）'],
    ],
    ['238.93', '200.00', '87.31%', ['error: “某项目”绩效自评表“专项”执行率印为 87.31%，按 200 ÷ 238.93 应为 83.71%']],
  ])('%s, %s, %s', (budget, executed, rate, messages) => {
    const lines = [funds('专项', budget, executed, { rate: cell(rate), points: cell('10'), score: cell('10') })];
    expect(evaluate({ funds: lines })).toEqual(messages);
  });
});

describe('N-22 资金总额', () => {
  const lines = (total: string, fiscal: string | null, other: string | null) => [
    { ...execution, budget: cell(total), executed: cell(total), rate: null },
    funds('其中：当年财政拨款', fiscal, fiscal),
    funds('其他资金', other, other),
  ];
  test.each([
    ['100', '90', '10', 0],
    ['100', '100', null, 0],
    ['100', null, null, 0],
    ['100.0', '89.97', '10.09', 0],
    ['100.0', '89.97', '10.14', 2],
    ['0', '90', null, 2],
  ])('%s = %s + %s', (total, fiscal, other, count) => {
    expect(evaluate({ funds: lines(total, fiscal, other) })).toHaveLength(count);
  });
  test('a line that is not known may hold the rest', () => {
    expect(evaluate({ funds: [...lines('100', '90', null), funds('社会投入', null, null)] })).toEqual([]);
  });
});

describe('N-22 分值与得分', () => {
  test.each([
    ['points and scores add up', {}, []],
    ['a form that does not score execution', { funds: [], indicators: [...INDICATORS, indicator('10', '10')] }, []],
    ['merged cells share the points above', { indicators: [...INDICATORS, indicator(null, null)] }, []],
    ['too few indicators to judge', { indicators: INDICATORS.slice(0, 2) }, []],
    ['no total printed, Σ = 100', { totalPoints: null }, []],
    [
      'a score above its points',
      { indicators: [indicator('50', '51'), indicator('30', '30'), indicator('10', '7')] },
      ['error: “某项目”绩效自评表“某项”得分 51，超过分值 50'],
    ],
    [
      'Σ points',
      { indicators: [...INDICATORS, indicator('5', '0')] },
      ['error: “某项目”绩效自评表分值合计印为 100，各项分值相加为 105'],
    ],
    ['Σ scores', { totalScore: cell('89') }, ['error: “某项目”绩效自评表得分合计印为 89，各项得分相加为 98']],
    ['no total score', { totalScore: null }, ['note: “某项目”绩效自评表总分没有得分，各项得分相加为 98']],
    [
      'an indicator without points',
      {
        indicators: [...INDICATORS.slice(0, 2), indicator('5', '5'), indicator(null, null, { level3: '满意度' })],
        totalScore: cell('93'),
      },
      ['warning: “某项目”绩效自评表分值合计印为 100，各项分值相加为 95；“满意度”没有分值'],
    ],
    [
      'the points of a heading',
      {
        indicators: INDICATORS.map((one, at) => ({
          ...one,
          level1: at < 2 ? '产出指标（70分）' : '满意度指标（10分）',
        })),
      },
      ['warning: “某项目”绩效自评表“产出指标（70分）”各项分值 50 + 30 = 80，与标明的 70 分不符'],
    ],
  ] as const)('%s', (_, more, messages) => {
    expect(evaluate(more as Partial<PerformanceTable>)).toEqual(messages);
  });
});

describe('N-22 文字与表', () => {
  const score = (value: string, subject: string | null, section = ['（二）项目绩效自评结果']) =>
    claim('performance_score', 'final', `${value} 分`, {
      subject,
      section,
      sentence: `${subject}自评得分${value}分。`,
    });
  const tell = (
    claims: Parameters<typeof claim>[3] extends never ? never : ReturnType<typeof claim>[],
    more: Partial<PerformanceTable> = {},
  ) => told(run(selfEvaluation, { performance: [table(more)], claims }));
  test.each([
    ['98', '某项目', []],
    ['98.0', '某项目', []],
    ['95', '另一件事情', []],
    ['95', '某项目', ['error: 文字称自评得分 95 分，“某项目”绩效自评表总分为 98']],
  ])('%s of %s', (value, subject, messages) => {
    expect(tell([score(value, subject)])).toEqual(messages);
  });
  test('a key evaluation has a score of its own', () => {
    expect(tell([score('95', '某项目', ['（五）部门重点评价项目绩效评价结果'])])).toEqual([]);
  });
  test.each([
    ['100', []],
    ['100.4', []],
    ['101', []],
    ['102', ['error: 文字称某项目执行数 102 万元，“某项目”绩效自评表为 100 万元']],
  ])('执行数 %s', (value, messages) => {
    expect(tell([claim('project_executed', 'final', `${value} 万元`, { subject: '某项目' })])).toEqual(messages);
  });
  test.each([
    ['200', 0],
    ['201', 0],
    ['202', 1],
  ])('2 个项目涉及资金 %s', (value, count) => {
    const text = '在部门决算中反映道路养护、供水改造等 2 个项目的绩效自评结果';
    const claims = [
      claim('performance_projects', 'final', '2 个', { sentence: text }),
      claim('performance_funds', 'final', `${value} 万元`, { sentence: text }),
    ];
    const performance = [table({ subject: '道路养护项目' }), table({ subject: '供水改造项目' })];
    expect(run(selfEvaluation, { claims, performance })).toHaveLength(count);
  });
  test.each([
    ['2', 0],
    ['5', 1],
  ])('反映 %s 个项目', (value, found) => {
    const text = '在部门决算中反映道路养护、供水改造等项目的绩效自评结果';
    const claims = [claim('performance_projects', 'final', `${value} 个`, { sentence: text })];
    const performance = [table({ subject: '道路养护项目' }), table({ subject: '供水改造项目' })];
    expect(run(selfEvaluation, { claims, performance })).toHaveLength(found);
  });
});

describe('N-29 整体支出执行数', () => {
  const facts = [
    fact('expenditure', 'total', 'total', '8680.23'),
    fact('expenditure', 'total', 'basic', '1075.63'),
    fact('expenditure', 'total', 'project', '7604.60'),
  ];
  test.each([
    ['9000', '8680.23', []],
    ['9000', '8000.00', []],
    ['8680.22', '8680.23', []],
    ['9000', '7604.60', ['warning']],
    ['8680.20', '8680.23', ['note']],
    ['5638.77', '7604.60', ['warning', 'note']],
  ])('%s, %s', (budget, executed, severities) => {
    const claims = [
      claim('whole_budget', 'annual_budget', `${budget} 万元`),
      claim('whole_executed', 'final', `${executed} 万元`),
    ];
    expect(run(wholeExecution, { claims, facts }).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('N-30 成本指标', () => {
  const cost = (result: string, level3 = '财政拨款') =>
    table({ indicators: [indicator('10', '10', { level2: '成本指标', level3, result: cell(result) })] });
  test.each([
    ['100万元', '财政拨款', 0],
    ['99万元', '财政拨款', 0],
    ['4881.02万元', '财政拨款', 1],
    ['180元/每吨', '运费标准', 0],
    ['200', '财政拨款', 0],
  ])('%s %s', (result, level3, count) => {
    expect(run(costIndicator, { performance: [cost(result, level3)] })).toHaveLength(count);
  });
});
