import { LabelLayout } from 'echarts/features';
import { describe, expect, it, test } from 'vitest';
import { CHART_PARTS } from '../../app/_components/chartParts';
import { CHART_WIDTH, drawSvg, renderSvg } from '../../app/_components/renderSvg';
import { PANELS } from '../../lib/panels';
import { departmentYearsChart } from '../../lib/panels/codeCharts';
import { hengshan, mizhi } from '../panels/seeds';

const charts = PANELS.flatMap((panel) => {
  const { chart } = panel.build([mizhi, hengshan], {});
  return chart ? [{ id: panel.id, chart }] : [];
});

/** What the browser's drawing registers (app/_components/liveDrawing.ts), beside what needs no registering. */
const SERIES = new Set(['bar', 'sankey', 'scatter', 'line']);
const PARTS = new Set([
  'animation',
  'backgroundColor',
  'textStyle',
  'aria',
  'tooltip',
  'grid',
  'xAxis',
  'yAxis',
  'title',
  'series',
]);

/** What JSON leaves out would not be told apart when a drawing is known again. */
const holdsFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsFunction));

test('labels that make room for each other have the part that moves them', () => {
  // the bundler drops what ECharts' core registers of itself: only what is named is there in a build
  expect(CHART_PARTS).toContain(LabelLayout);
});

test('another width, name or option is another drawing', () => {
  const option = { xAxis: { type: 'category', data: ['a'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] };
  const drawn = [
    renderSvg(option, 300, 200, 'one'),
    renderSvg(option, 301, 200, 'one'),
    renderSvg({ ...option, series: [{ type: 'bar', data: [2] }] }, 300, 200, 'one'),
    renderSvg(option, 300, 200, 'one', { titles: true }),
  ];
  expect(new Set(drawn.slice(0, 3)).size).toBe(3);
  expect(drawn[3]).toBe(drawSvg(option, 300, 200, 'one', { titles: true }));
});

test('years in two parts keep the legend that tells the parts apart', () => {
  const amount = (value: string) => ({ value, low: value, high: value });
  const year = { amount: amount('3'), first: amount('1'), second: amount('2'), disputed: false, derived: false };
  const years = [2022, 2023].map((one) => ({ ...year, year: one, stored: true }));
  const { option, height } = departmentYearsChart({ first: '基本支出', second: '项目支出' }, years, 'years');
  const svg = drawSvg(option, CHART_WIDTH.wide, height, 'years');
  expect(svg).toContain('>基本支出<');
  expect(svg).toContain('>项目支出<');
});

describe.each(charts)('$id', ({ id, chart }) => {
  test.each(['wide', 'narrow'] as const)('draws %s, the same each time, without anything of a script', (width) => {
    const { option, height } = width === 'wide' ? chart : chart.narrow;
    const draw = (by = drawSvg) => by(option, CHART_WIDTH[width], height, `${id}-${width}`);
    const svg = draw();
    expect(svg).toMatch(new RegExp(`^<svg [^>]*viewBox="0 0 ${CHART_WIDTH[width]} ${height}"`));
    expect(svg).not.toMatch(/NaN|undefined|<script|<style|zr\d|ecmeta| class=/);
    expect(draw()).toBe(svg);
    expect(draw(renderSvg)).toBe(svg);
    expect(draw(renderSvg)).toBe(svg);
    expect(holdsFunction(option)).toBe(false);
  });

  it('uses chart types that the browser has', () => {
    const types = [chart.option, chart.narrow.option].flatMap((option) =>
      [option.series].flat().map((series) => (series as { type: string }).type),
    );
    expect(types.filter((type) => !SERIES.has(type))).toEqual([]);
    const parts = [chart.option, chart.narrow.option].flatMap((option) => Object.keys(option));
    expect(parts.filter((part) => !PARTS.has(part))).toEqual([]);
  });
});
