import { describe, expect, it } from 'vitest';
import type { Figure } from '../../lib/figure';
import { trendsData } from '../../lib/panels/trends';
import { indexedLine, lossNotes, type TrendOf, usualBase, yearsText } from '../../lib/panels/trendViews';
import { wholeOf } from '../../lib/panels/wholes';

const figure = (value: string, more: Partial<Figure> = {}): Figure => ({
  value,
  low: (Number(value) - 0.005).toFixed(3),
  high: (Number(value) + 0.005).toFixed(3),
  unit: '万元',
  decimals: 2,
  source: 'printed',
  disputed: false,
  reason: null,
  line: 7,
  ...more,
});

const line = (
  name: string,
  values: Readonly<Record<number, Figure | null>>,
  breaks: TrendOf['breaks'] = [],
): TrendOf => ({
  department: `610000-${name}`,
  name,
  region: null,
  breaks,
  points: Object.entries(values).map(([year, one]) => ({
    year: Number(year),
    account: `610000-${name}-${year}`,
    figure: one,
    reason: one ? null : '没有收录决算',
  })),
});

const asked = { label: '支出总计', unit: '万元', view: 'nominal' } as const;

describe('as published', () => {
  const data = trendsData({
    ...asked,
    lines: [
      line('甲局', { 2019: figure('100.00', { source: 'derived' }), 2020: figure('150.00'), 2021: null }),
      line('乙局', { 2019: figure('80.00'), 2020: figure('80.00', { disputed: true }), 2021: figure('90.00') }),
    ],
  });

  it('has a row a department and a column a year; gaps keep their reason', () => {
    expect(data.columns.map(({ label }) => label)).toEqual(['2019 年', '2020 年', '2021 年']);
    expect(data.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['100.00', '150.00', '—'],
      ['80.00', '80.00', '90.00'],
    ]);
    expect(data.rows[0]?.cells[2]).toMatchObject({ status: 'missing', reason: '没有收录决算', value: null });
  });

  it('every figure leads to its line', () => {
    expect(data.rows[1]?.cells[0]?.sources[0]).toMatchObject({ account: '610000-乙局-2019', place: { line: 7 } });
  });

  it('says in words what is implied and how much a line changed', () => {
    expect(data.answer).toContain('甲局由 2019 年 100.00 万元（推算）到 2020 年 150.00 万元，增加 50.00%');
    expect(data.answer).toContain('1 处空缺');
    expect(data.notes.join()).toContain('空心点不是公布数');
    expect(data.notes.join()).toContain('朱色菱形');
  });

  it('gives the rate that the later document prints, else says that it is recomputed', () => {
    const line1 = line('甲局', { 2019: figure('3358.25'), 2020: figure('3890.08') });
    const say = (value: string, disputed = false) =>
      trendsData({ ...asked, lines: [line1], printed: new Map([['610000-甲局 2020', { value, disputed }]]) }).answer;
    expect(say('15.83')).toContain('增加 15.83%（文件印出）');
    expect(say('15.83', true)).toContain('增加 15.84%（由金额重算）');
    expect(say('-15.83')).toContain('增加 15.84%（由金额重算）');
    expect(trendsData({ ...asked, lines: [line1] }).answer).toContain('增加 15.84%（由金额重算）');
  });

  it('speaks in one unit: 亿元 where a figure reaches 10 亿元', () => {
    const large = trendsData({
      ...asked,
      lines: [line('甲局', { 2019: figure('100000.00'), 2020: figure('5000.00') })],
    });
    expect(large.subtitle).toContain('单位：亿元');
    expect(large.rows[0]?.cells.map(({ text }) => text)).toEqual(['10.0000', '0.5000']);
    expect(large.rows[0]?.cells[1]?.value).toBe('0.5');
  });

  it('within rounding nothing is said to have changed; of figures in dispute nothing is made', () => {
    const close = line('甲局', { 2019: figure('1.00'), 2020: figure('1.01') });
    expect(trendsData({ ...asked, lines: [close] }).answer).toContain('在四舍五入的范围内没有变化');
    const doubtful = line('甲局', { 2019: figure('1.00', { disputed: true }), 2020: figure('9.00') });
    expect(trendsData({ ...asked, lines: [doubtful] }).answer).toContain('不宜直接比较');
  });
});

describe('the views', () => {
  const lines = [
    line('甲局', { 2019: figure('50.00'), 2020: figure('60.00'), 2021: figure('70.00', { disputed: true }) }),
  ];
  const wholes = [line('甲局', { 2019: figure('200.00'), 2020: null, 2021: figure('100.00') })];

  it('a share carries the bounds of both roundings, and a year without a whole is lost and told', () => {
    const { rows, notes } = trendsData({
      ...asked,
      view: 'share',
      lines,
      divisor: { label: '本年支出合计', lines: wholes },
    });
    const [first, lost, doubtful] = rows[0]?.cells ?? [];
    expect(first).toMatchObject({ text: '25.00', status: 'computed' });
    expect(Number(first?.low)).toBeCloseTo((49.995 / 200.005) * 100, 9);
    expect(Number(first?.high)).toBeCloseTo((50.005 / 199.995) * 100, 9);
    expect(lost).toMatchObject({ status: 'missing', reason: '2020 年没有本年支出合计，不能换算' });
    expect(doubtful).toMatchObject({ text: '70.00', disputed: true });
    expect(notes[0]).toContain('不是公布数');
    expect(notes[1]).toBe('甲局：2020 年的数字换算后缺失（没有本年支出合计，不能换算）。');
  });

  it('per person is in 万元/人', () => {
    const staff = [
      line('甲局', { 2019: figure('20', { low: '20', high: '20', unit: '', decimals: 0 }), 2020: null, 2021: null }),
    ];
    const { rows, unit } = trendsData({
      ...asked,
      view: 'per_person',
      lines,
      divisor: { label: '实有人员', lines: staff },
    });
    expect([rows[0]?.cells[0]?.text, unit]).toEqual(['2.50', '万元/人']);
  });

  it('an index is 100 in its base year, exactly; a line without that year is lost', () => {
    const two = [...lines, line('乙局', { 2019: null, 2020: figure('5.00'), 2021: figure('6.00') })];
    const { rows, notes, base } = trendsData({ ...asked, view: 'index', base: 2019, lines: two });
    expect(base).toBe(2019);
    expect(rows[0]?.cells[0]).toMatchObject({ text: '100.0', low: '100', high: '100' });
    expect(rows[0]?.cells[1]?.text).toBe('120.0');
    expect(rows[1]?.cells.map(({ status }) => status)).toEqual(['missing', 'missing', 'missing']);
    expect(notes.join()).toContain('乙局：2020、2021 年的数字换算后缺失（没有 2019 年的数字，不能以该年为 100）');
  });

  it('starts from the year with most figures, and never from a figure that is not positive', () => {
    expect(usualBase([line('甲局', { 2019: null, 2020: figure('1.00'), 2021: figure('2.00') })])).toBe(2020);
    expect(usualBase([line('甲局', { 2019: figure('0.00'), 2020: figure('1.00') })])).toBe(2020);
    const zero = line('甲局', { 2019: figure('0.00'), 2020: figure('1.00') });
    expect(lossNotes([zero], [indexedLine(zero, 2019)])[0]).toContain('不大于零');
  });

  it('a view that the figure does not have changes nothing and says so', () => {
    const { rows, notes } = trendsData({ ...asked, view: 'share', lines });
    expect(rows[0]?.cells[0]?.text).toBe('50.00');
    expect(notes[0]).toBe('“占比”不适用于支出总计（万元），按公布数显示。');
  });

  it('parts have a whole, wholes and ratios have none', () => {
    expect(['project_expenditure', 'other_revenue', '2080505', '30101'].map(wholeOf)).toEqual([
      'year_expenditure',
      'year_revenue',
      'year_expenditure',
      'general_basic_expenditure',
    ]);
    expect(['year_expenditure', 'total_revenue', 'basic_share', 'headcount_actual'].map(wholeOf)).toEqual(
      new Array(4).fill(undefined),
    );
  });
});

describe('breaks', () => {
  const renamed = { year: 2020, kind: 'code_changed', text: '2020 年起 改称' };
  const merged = { year: 2021, kind: 'merged', text: '机构改革' };

  it('have letters in the order of their years; what breaks all lines is said once', () => {
    const values = { 2019: figure('1.00'), 2020: figure('2.00'), 2021: figure('3.00') };
    const { breaks } = trendsData({
      ...asked,
      lines: [line('甲局', values, [merged, renamed]), line('乙局', values, [renamed, { ...merged, year: 1999 }])],
    });
    expect(breaks).toEqual([
      { letter: 'a', year: 2020, text: renamed.text, departments: [] },
      { letter: 'b', year: 2021, text: merged.text, departments: [{ name: '甲局', account: '610000-甲局-2021' }] },
    ]);
  });
});

it('years in words', () => {
  expect(yearsText([2016, 2017, 2018, 2020, 2022, 2023])).toBe('2016 至 2018、2020、2022、2023 年');
});

it('without any figure nothing is drawn', () => {
  expect(trendsData({ ...asked, lines: [line('甲局', { 2019: null })] }).chart).toBeNull();
  expect(trendsData({ ...asked, lines: [] }).answer).toBe('没有选中任何部门。');
});
