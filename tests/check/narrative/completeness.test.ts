import { describe, expect, test } from 'vitest';
import { economicHeadings } from '../../../lib/check/narrative/economicHeadings';
import { emptyStatements } from '../../../lib/check/narrative/emptyStatements';
import { items } from '../../../lib/check/narrative/items';
import { personnel } from '../../../lib/check/narrative/personnel';
import { repetitions } from '../../../lib/check/narrative/repetitions';
import type { Claim, StatementReading } from '../../../lib/facts';
import { placeAt } from '../../../lib/place';
import { claim, fact, reading, run, sentence, statement, told } from '../made';

const ROWS = [
  ['201', '一般公共服务支出', '70.00'],
  ['20101', '人大事务', '70.00'],
  ['2010101', '行政运行', '50.00'],
  ['2010102', '一般行政管理事务', '20.00'],
  ['221', '住房保障支出', '9.99'],
  ['22102', '住房改革支出', '9.99'],
  ['2210201', '住房公积金', '9.99'],
] as const;
const facts = [
  fact('general_budget_expenditure', 'total', 'total', '79.99'),
  ...ROWS.map(([code, name, amount]) => fact('general_budget_expenditure', code, 'total', amount, { name })),
];
const section = ['五、一般公共预算财政拨款支出决算情况说明'];
const item = (path: string, amount: string): Claim =>
  claim('subject_expenditure', 'final', `${amount} 万元`, {
    subject: path.split('>').at(-1) ?? '',
    subjectPath: path.split('>'),
    section,
  });
const LIST = [
  item('一般公共服务支出>人大事务>行政运行', '50'),
  item('一般公共服务支出>人大事务>一般行政管理事务', '20'),
  item('住房保障支出>住房改革支出>住房公积金', '9.99'),
];

describe('N-06 逐项说明完整', () => {
  test.each([
    ['all three', LIST],
    ['no list at all', []],
    ['a 类 speaks for its items', [item('201>一般公共服务支出', '70'), item('221>住房保障支出', '9.99')]],
    [
      'several items in one heading',
      [item('201>一般公共服务支出>20101>人大事务>2010101>行政运行>2010102>一般行政管理事务', '70'), ...LIST.slice(2)],
    ],
    ['a name a character off', [...LIST.slice(0, 2), item('住房保障支出>住房改革支出>住房公积全', '9.99')]],
    ['a list cut off after its first item', LIST.slice(0, 1)],
  ])('%s', (_, claims) => {
    expect(told(run(items, { claims, facts }))).toEqual([]);
  });
  test('a lost item is named with its amount', () => {
    expect(told(run(items, { claims: LIST.slice(0, 2), facts }))).toEqual([
      'warning: 一般公共预算支出的逐项说明缺少 2210201 住房公积金 9.99 万元；所列各项合计比总额 79.99 少 9.99 万元',
    ]);
  });
  test('a heading named without a readable amount was described', () => {
    const sentences = [sentence('3.住房保障支出（类）住房改革支出（款）住房公积金（项）。')];
    expect(run(items, { claims: LIST.slice(0, 2), facts, sentences })).toEqual([]);
  });
  test('a code that the statement does not print', () => {
    const claims = [...LIST, item('2210203>购房补贴', '1')];
    expect(told(run(items, { claims, facts }))).toEqual([
      'warning: 逐项说明列有 2210203 购房补贴，支出决算表中没有这一科目',
    ]);
  });
  test('the funds have lists of their own', () => {
    const fund = { ...item('城乡社区支出>甲>乙', '5'), section: ['七、政府性基金预算财政拨款收入支出决算情况说明'] };
    expect(run(items, { claims: [...LIST, fund], facts })).toEqual([]);
  });
  test.each([
    ['79.99', []],
    ['80.01', []],
    ['80.02', ['warning']],
    ['79.90', ['error']],
  ])('without statements Σ = 79.99 against %s', (total, severities) => {
    const claims = [
      claim('general_expenditure', 'final', `${total} 万元`, { section }),
      ...LIST.map((one) => ({ ...one, value: Number(one.value).toFixed(2), decimals: 2 })),
    ];
    expect(run(items, { claims }).map(({ severity }) => severity)).toEqual(severities);
  });
  test('支出表 stands in only where all money is general budget money', () => {
    const expenditure = facts.map((one) => ({ ...one, statement: 'expenditure' as const }));
    const summary = (amount: string) => [
      fact('fiscal_appropriation_summary', 'year_total', 'general', amount, { side: 'expenditure' }),
    ];
    expect(run(items, { claims: LIST.slice(0, 2), facts: [...expenditure, ...summary('79.99')] })).toHaveLength(1);
    expect(run(items, { claims: LIST.slice(0, 2), facts: [...expenditure, ...summary('60.00')] })).toEqual([]);
  });
});

describe('N-08 基本支出说明所列科目', () => {
  const basic = [
    fact('general_budget_basic_expenditure', '301', 'total', '30.00', { name: '工资福利支出' }),
    fact('general_budget_basic_expenditure', '30101', 'total', '20.00', { name: '基本工资' }),
    fact('general_budget_basic_expenditure', '30102', 'total', '10.00', { name: '津贴补贴' }),
    fact('general_budget_basic_expenditure', '30107', 'total', '0.00', { name: '绩效工资' }),
    fact('general_budget_basic_expenditure', 'personnel_total', 'total', '30.00'),
  ];
  const says = (list: string): Claim[] => [
    claim('personnel_expenditure', 'final', '30 万元', { sentence: `人员经费30万元，主要包括：${list}` }),
  ];
  test.each([
    ['基本工资、津贴补贴。', []],
    ['基本工资等。', []],
    ['基本工资、津贴补贴、绩效工资。', ['warning: 人员经费说明列有绩效工资，基本支出表中这些科目没有数']],
    ['基本工资、抚恤金、津贴补贴。', ['warning: 人员经费说明列有抚恤金，基本支出表中这些科目没有数']],
    ['基本工资、慰问品、津贴补贴。', []],
    ['基本工资。', ['note: 人员经费说明没有列出津贴补贴（表中 10.00 万元）']],
  ])('%s', (list, messages) => {
    expect(told(run(economicHeadings, { claims: says(list), facts: basic }))).toEqual(messages);
  });
  test('a statement whose own rows do not add up is not used', () => {
    const torn = basic.filter(({ line }) => line !== '30102');
    expect(run(economicHeadings, { claims: says('基本工资、绩效工资。'), facts: torn })).toEqual([]);
  });
});

describe('N-19 人员', () => {
  const people = (quota: number[], actual: number[], text = '某句。'): Claim[] =>
    (
      [
        ['headcount_quota', quota[0]],
        ['headcount_quota_administrative', quota[1]],
        ['headcount_quota_institution', quota[2]],
        ['headcount_actual', actual[0]],
        ['headcount_actual_administrative', actual[1]],
        ['headcount_actual_institution', actual[2]],
      ] as const
    ).map(([measure, value]) => claim(measure, 'final', `${value} 人`, { sentence: text }));
  test.each([
    [[21, 9, 12], [20, 9, 11], '', []],
    [[21, 9, 12], [21, 9, 12], '', []],
    [[21, 9, 11], [20, 9, 11], '', ['error: 人员编制印为 21 人，行政与事业相加 9 + 11 = 20 人']],
    [[21, 9, 11], [20, 9, 11], '其中行政编制 9 人、事业编制 11 人、工勤编制 1 人。', []],
    [[21, 9, 13], [20, 9, 11], '工勤', ['error: 人员编制印为 21 人，行政与事业相加 9 + 13 = 22 人']],
    [[21, 9, 12], [70, 31, 39], '', ['note: 实有人员 70 人，超过编制 21 人']],
  ])('%j, %j', (quota, actual, text, messages) => {
    expect(told(run(personnel, { claims: people(quota, actual, text) }))).toEqual(messages);
  });
});

describe('N-24 空表', () => {
  const fund = (amount: string | null, more: Partial<StatementReading> = {}) => {
    const own = amount === null ? [] : [fact('government_fund', 'total', 'total', amount)];
    const lines = [
      {
        side: null,
        code: null,
        name: '合计',
        line: 'total',
        facts: own.map((_, at) => at),
        empty: [],
        place: placeAt(90),
      },
    ];
    return { facts: own, statements: [statement('government_fund', own, 0, { lines, ...more })] };
  };
  const none = sentence('本部门无政府性基金预算财政拨款收支，已公开空表。');
  test.each([
    ['empty, listed, with its reason', fund(null, { listedEmpty: true, reason: '不涉及' }), [none]],
    ['empty, listed, told in the text', fund(null, { listedEmpty: true }), [none]],
    ['filled, listed as filled', fund('5.00', { listedEmpty: false }), []],
    ['a fragment that lists nothing', fund(null, { state: 'absent', lines: [] }), []],
    ['none of another kind', fund('5.00'), [sentence('本部门无国有资本经营预算财政拨款收支，已公开空表。')]],
  ])('%s passes', (_, parts, sentences) => {
    expect(told(run(emptyStatements, { ...parts, sentences }))).toEqual([]);
  });
  test.each([
    [
      'listed empty, filled',
      fund('5.00', { listedEmpty: true, reason: '不涉及' }),
      [],
      'error: 目录注明政府性基金预算财政拨款收入支出决算表为空表，表中却有数',
    ],
    [
      'zero is as good as empty',
      fund('0.00', { listedEmpty: false }),
      [],
      'warning: 目录注明政府性基金预算财政拨款收入支出决算表不是空表，表中却没有一个数',
    ],
    [
      'no reason',
      fund(null, { listedEmpty: true }),
      [],
      'note: 政府性基金预算财政拨款收入支出决算表为空表，没有说明理由',
    ],
    [
      'the text says none',
      fund('5.00'),
      [none],
      'error: 文字称“本部门无政府性基金预算财政拨款收支，已公开空表。”，政府性基金预算财政拨款收入支出决算表却有数（total 5.00 万元）',
    ],
  ])('%s fails', (_, parts, sentences, message) => {
    expect(told(run(emptyStatements, { ...parts, sentences }))).toEqual([message]);
  });
  test.each([
    ['105.5', 1],
    ['0', 0],
  ])('%s in the text against a blank statement', (amount, count) => {
    const parts = fund(null, { listedEmpty: true, reason: '不涉及' });
    const claims = [claim('fund_expenditure', 'final', `${amount} 万元`)];
    expect(run(emptyStatements, { ...parts, claims })).toHaveLength(count);
  });
  test('a statement whose rows could not be read proves nothing', () => {
    const parts = fund(null, { lines: [] });
    expect(run(emptyStatements, { ...parts, claims: [claim('fund_expenditure', 'final', '5 万元')] })).toEqual([]);
  });
});

describe('N-24 表另行公开', () => {
  const listed = (count: number) =>
    (['revenue', 'expenditure', 'government_fund', 'state_capital'] as const)
      .slice(0, count)
      .map((id) => statement(id, [], 0, { state: 'absent', listedEmpty: false, lines: [] }));
  const filled = statement('revenue_expenditure_summary', [
    fact('revenue_expenditure_summary', 'year_total', 'final', '1.00'),
  ]);
  test.each([
    [1, 1],
    [4, 0],
  ])('%i of the listed statements are not in the text', (count, found) => {
    const parts = { facts: [fact('revenue_expenditure_summary', 'year_total', 'final', '1.00')] };
    expect(run(emptyStatements, { ...parts, statements: [filled, ...listed(count)] })).toHaveLength(found);
  });
});

describe('N-34 前后一致', () => {
  const twice = (one: string, other: string): Claim[] => [
    claim('agency_operating_cost', 'final', `${one} 万元`, { sentence: '一。' }),
    claim('agency_operating_cost', 'final', `${other} 万元`, { sentence: '二。' }),
  ];
  test.each([
    ['40.73', '40.73', 0],
    ['40.73', '40.7', 0],
    ['40.73', '40.37', 1],
    ['40.73', '73.40', 0],
  ])('%s, %s', (one, other, count) => {
    expect(run(repetitions, { claims: twice(one, other) })).toHaveLength(count);
  });
  test('what a statement prints is compared there', () => {
    const claims = [claim('reception', 'final', '5.1 万元'), claim('reception', 'final', '1.5 万元')];
    expect(run(repetitions, { claims })).toHaveLength(1);
    expect(run(repetitions, { claims, facts: [fact('three_public', 'final', 'reception', '5.1')] })).toEqual([]);
  });
  test('a reading of nothing is no finding', () => {
    expect(repetitions.run({ reading: reading({}), reference: {} as never })).toEqual([]);
  });
});
