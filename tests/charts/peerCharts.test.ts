import type { EChartsCoreOption } from 'echarts';
import { describe, expect, it, test } from 'vitest';
import { type Distributed, distributionBars } from '../../lib/charts/distributionBars';
import { rankDots } from '../../lib/charts/rankDots';
import { type ScatterDot, scatterDots } from '../../lib/charts/scatterDots';
import { themeOf } from '../../lib/charts/theme';
import { cutOff, overlaps, svgOf, textBoxes } from './rendered';

const theme = themeOf('light');
const WIDTHS = { wide: 800, narrow: 358 } as const;
const both = ['wide', 'narrow'] as const;

interface Series {
  type: string;
  large?: boolean;
  data: { value: number[] | number; itemStyle?: { color: string }; symbol?: string; href?: string }[];
  markLine?: { data: unknown[] };
}
const seriesOf = (option: EChartsCoreOption): Series[] => option.series as unknown as Series[];
const mark = (value: number, more = {}) => ({ value, text: `${value}`, title: '某局', href: '/accounts/x', ...more });

const ranks = Array.from({ length: 25 }, (_, at) => ({
  rank: at === 3 ? '4–6' : String(at + 1),
  name: `第${at + 1}个市的市场监督管理局`,
  low: 100 - at - (at < 5 ? 2 : 0.1),
  high: 100 - at + (at < 5 ? 2 : 0.1),
  mark: mark(100 - at, { disputed: at === 2 }),
  chosen: at === 1,
}));

describe('a ranking', () => {
  it('has a dot a department with its range where it is wider than the dot; the chosen and the disputed are vermilion, the disputed a diamond', () => {
    const { option, height } = rankDots(ranks, false, theme, 'wide', '说明');
    const [, dots, ranges] = seriesOf(option);
    expect(dots?.data).toHaveLength(25);
    expect(ranges?.markLine?.data).toHaveLength(5);
    expect(dots?.data[0]).toMatchObject({ symbol: 'circle', href: '/accounts/x' });
    expect(dots?.data[1]).toMatchObject({ symbol: 'circle', itemStyle: { color: theme.accent } });
    expect(dots?.data[2]).toMatchObject({ symbol: 'diamond', itemStyle: { color: theme.accent } });
    expect(height).toBeGreaterThan(25 * 20);
  });

  test.each(both)('%s: names and numbers do not overlap', (width) => {
    const { option, height } = rankDots(ranks, false, theme, width, '说明');
    const boxes = textBoxes(svgOf(option, WIDTHS[width], height));
    expect(boxes.map(({ text }) => text).join()).toContain('4–6');
    expect(overlaps(boxes)).toEqual([]);
    expect(cutOff(boxes, WIDTHS[width], height)).toEqual([]);
  });
});

const spread: Distributed = {
  bins: Array.from({ length: 20 }, (_, at) => ({ title: `第 ${at} 段`, count: at % 5, href: '/rankings' })),
  ticks: [0, 0.5, 1].map((at) => ({ at, text: `${at * 1000}` })),
  quartiles: [0.3, 0.32, 0.6].map((at, index) => ({ at, text: `${['¼', '中位', '¾'][index]} 1,234.56` })),
  strip: [{ at: 0.1, mark: mark(1) }],
  named: [
    { at: 0.31, name: '甲县财政局', mark: mark(2), marked: true },
    { at: 0.9, name: '乙县财政局', mark: mark(3), marked: false },
  ],
};

describe('a distribution', () => {
  it('has a column a bin from zero and the marked department in vermilion', () => {
    const { option } = distributionBars(spread, theme, 'wide', '说明');
    const bars = seriesOf(option).find(({ type }) => type === 'bar');
    expect(bars?.data.map(({ value }) => value)).toEqual(spread.bins.map(({ count }) => count));
    expect((option.yAxis as { min: number }[])[0]?.min).toBe(0);
    const colours = seriesOf(option).flatMap(({ data }) => data.flatMap(({ itemStyle }) => itemStyle?.color ?? []));
    expect(colours.filter((colour) => colour === theme.accent)).toHaveLength(1);
  });

  test.each(both)('%s: labels do not overlap', (width) => {
    const { option, height } = distributionBars(spread, theme, width, '说明');
    const boxes = textBoxes(svgOf(option, WIDTHS[width], height));
    expect(boxes.map(({ text }) => text)).toContain('甲县财政局 2');
    expect(overlaps(boxes.filter(({ text }) => text.length > 1))).toEqual([]);
    expect(cutOff(boxes, WIDTHS[width], height)).toEqual([]);
  });

  test.each(both)('%s: long names in the middle stay within the drawing', (width) => {
    const named = [0.02, 0.3, 0.48, 0.56, 0.7, 0.99].map((at, index) => ({
      at,
      name: `马鞍山市花山区住房和城乡建设局${index}`,
      mark: { ...mark(index), text: '39,452.07 万元' },
      marked: index === 3,
    }));
    const { option, height } = distributionBars({ ...spread, bins: [], quartiles: [], named }, theme, width, '说明');
    const boxes = textBoxes(svgOf(option, WIDTHS[width], height));
    expect(boxes.filter(({ text }) => text.startsWith('马鞍山'))).toHaveLength(named.length);
    expect(cutOff(boxes, WIDTHS[width], height)).toEqual([]);
  });

  it('of few departments is a strip without columns', () => {
    const few = distributionBars({ ...spread, bins: [], quartiles: [] }, theme, 'wide', '说明');
    expect(few.height).toBeLessThan(distributionBars(spread, theme, 'wide', '说明').height / 2);
  });
});

const dots = (count: number): ScatterDot[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `第${at}局`,
    x: at + 1,
    y: ((at * 37) % 101) + 1,
    mark: mark(at, { disputed: at === 7 }),
    chosen: at === 5,
    labelled: at === count - 1,
  }));
const axes = { x: { title: '实有人员', log: false }, y: { title: '支出（万元）', log: false } };

describe('a scatter', () => {
  it('has a linked dot a department, the chosen last and in vermilion', () => {
    const { option } = scatterDots({ dots: dots(50), crowd: [], ...axes }, theme, 'wide', '说明');
    const single = seriesOf(option).at(-1)?.data ?? [];
    expect(single).toHaveLength(50);
    expect(single.every(({ href }) => href === '/accounts/x')).toBe(true);
    expect(single.at(-1)).toMatchObject({ value: [6, ((5 * 37) % 101) + 1], itemStyle: { color: theme.accent } });
  });

  test.each(both)('%s: of names that would stand on each other only some are written', (width) => {
    const close = dots(6).map((dot, at) => ({
      ...dot,
      name: `某某县教育体育局${at}`,
      x: 1_000 + at,
      y: 1_000 + at,
      labelled: true,
    }));
    const crowd = [{ x: 1, y: 1 }];
    const { option, height } = scatterDots({ dots: close, crowd, ...axes }, theme, width, '说明');
    const names = textBoxes(svgOf(option, WIDTHS[width], height)).filter(({ text }) => text.includes('某某县'));
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(close.length);
    expect(overlaps(names)).toEqual([]);
  });

  it('draws a crowd as one shape behind the dots, on the same axes', () => {
    const crowd = dots(2000).map(({ x, y }) => ({ x, y: y + 1_000 }));
    const { option, height } = scatterDots({ dots: dots(3), crowd, ...axes }, theme, 'wide', '说明');
    expect(seriesOf(option).find(({ large }) => large)?.data).toHaveLength(2000);
    expect(seriesOf(option).at(-1)?.data).toHaveLength(3);
    expect(option.xAxis).toMatchObject({ max: 2_000 });
    expect(Number((option.yAxis as { max: number }).max)).toBeGreaterThan(1_100);
    const svg = svgOf(option, 800, height);
    expect(svg.length).toBeLessThan(200_000);
  });
});
