import { describe, expect, it, test } from 'vitest';
import { themeOf } from '../../lib/charts/theme';
import { type TrendLines, trendLines } from '../../lib/charts/trendLines';
import { cutOff, overlaps, svgOf, textBoxes } from './rendered';

const theme = themeOf('light');
const YEARS = [2018, 2019, 2020, 2021];
const WIDTHS = { wide: 800, narrow: 358 } as const;

const mark = (year: number, value: number | null, more = {}) => ({
  value,
  text: value === null ? '无数据' : `${value} 万元`,
  title: `甲局 ${year} 年`,
  href: `/accounts/甲-${year}/source#L5`,
  ...more,
});
const asked: TrendLines = {
  years: YEARS,
  lines: [
    {
      short: '甲局',
      position: 0,
      marks: [
        mark(2018, 120, { derived: true }),
        mark(2019, 150),
        mark(2020, null),
        mark(2021, 170, { disputed: true }),
      ],
    },
    { short: '乙局', position: 1, marks: [mark(2018, 90), mark(2019, 95), mark(2020, 91), mark(2021, 171)] },
  ],
  breaks: [{ year: 2020, letters: 'a b' }],
  log: false,
};

interface Series {
  type: string;
  name: string;
  data: { value: unknown; symbol?: string; itemStyle?: { color: string; borderColor: string }; href?: string }[];
  markLine?: { data: { xAxis?: string; yAxis?: number; label: { formatter: string } }[] };
}
const seriesOf = (lines: TrendLines, width: 'wide' | 'narrow' = 'wide'): Series[] =>
  trendLines(lines, theme, width, '说明').option.series as unknown as Series[];

describe('lines over the years', () => {
  it('have a point a year; gaps stay gaps and are not bridged', () => {
    const first = seriesOf(asked).find(({ name }) => name === '甲局');
    expect(first?.data.map(({ value }) => value)).toEqual([120, 150, '-', 170]);
    expect(first).toMatchObject({ type: 'line', connectNulls: false });
  });

  it('derived points are hollow, disputed ones vermilion diamonds, all others round and full', () => {
    const [derived, plain, , disputed] = seriesOf(asked).find(({ name }) => name === '甲局')?.data ?? [];
    expect(derived).toMatchObject({ symbol: 'circle', itemStyle: { color: theme.paper } });
    expect(plain?.itemStyle?.color).toBe(plain?.itemStyle?.borderColor);
    expect(disputed).toMatchObject({ symbol: 'diamond', itemStyle: { color: theme.accent } });
  });

  it('each point leads to its line', () => {
    const hrefs = seriesOf(asked).flatMap(({ type, data }) => (type === 'line' ? data.map(({ href }) => href) : []));
    expect(hrefs.filter((href) => href?.startsWith('/accounts/'))).toHaveLength(7);
  });

  it('a broken year has a dotted upright with the letters of its notes', () => {
    const [first] = seriesOf(asked).find(({ name }) => name === 'breaks')?.markLine?.data ?? [];
    expect(first).toMatchObject({ xAxis: '2020', lineStyle: { type: 'dotted' }, label: { formatter: 'a b' } });
  });

  it('an index has its 100 as a rule', () => {
    const rules = seriesOf({ ...asked, base: 100 }).find(({ name }) => name === 'rules')?.markLine?.data ?? [];
    expect(rules.filter(({ label }) => label.formatter === '100')).toHaveLength(1);
  });

  it('a logarithmic axis places values by their multiples', () => {
    const [first] = seriesOf({ ...asked, log: true }).filter(({ type }) => type === 'line');
    expect(first?.data[0]?.value).toBeCloseTo(Math.log10(120));
  });

  test.each(['wide', 'narrow'] as const)('%s: nothing overlaps, nothing is cut off', (width) => {
    const many = Array.from({ length: 8 }, (_, position) => ({
      short: `第${position + 1}个县工业商贸局`,
      position,
      marks: YEARS.map((year) => mark(year, 100 + position)),
    }));
    const { option, height } = trendLines({ ...asked, lines: many }, theme, width, '说明');
    const boxes = textBoxes(svgOf(option, WIDTHS[width], height));
    expect(boxes.length).toBeGreaterThan(12);
    expect(overlaps(boxes)).toEqual([]);
    expect(cutOff(boxes, WIDTHS[width], height)).toEqual([]);
  });
});
