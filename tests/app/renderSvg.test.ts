import { describe, expect, it, test } from 'vitest';
import { CHART_WIDTH, renderSvg } from '../../app/_components/renderSvg';
import { PANELS } from '../../lib/panels';
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

describe.each(charts)('$id', ({ id, chart }) => {
  test.each(['wide', 'narrow'] as const)('draws %s, the same each time, without anything of a script', (width) => {
    const { option, height } = width === 'wide' ? chart : chart.narrow;
    const draw = () => renderSvg(option, CHART_WIDTH[width], height, `${id}-${width}`);
    const svg = draw();
    expect(svg).toMatch(new RegExp(`^<svg [^>]*viewBox="0 0 ${CHART_WIDTH[width]} ${height}"`));
    expect(svg).not.toMatch(/NaN|undefined|<script|<style|zr\d|ecmeta| class=/);
    expect(draw()).toBe(svg);
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
