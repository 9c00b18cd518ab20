import { describe, expect, it } from 'vitest';
import type { Figure } from '../../lib/figure';
import { departmentYears, type FigurePoint, type FigureYears } from '../../lib/panels/departmentYears';

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
const point = (year: number, of: Figure | null, reason: string | null = null): FigurePoint => ({
  year,
  account: of ? `610000-ju-${year}` : null,
  figure: of,
  reason,
});
const years = (id: string, points: FigurePoint[], growth = true): FigureYears => ({
  id,
  label: id,
  unit: '万元',
  growth,
  points,
});

describe('a department over the years', () => {
  const points = [
    point(2019, figure('50.00', { source: 'derived', line: null, reason: '由下一年推得' })),
    point(2020, figure('100.00')),
    point(2021, null, '没有收录决算'),
    point(2022, figure('150.00', { disputed: true })),
    point(2023, figure('75.00')),
  ];
  const data = departmentYears(
    '某局',
    [years('year_expenditure', points), years('three_public', points, false)],
    new Set([2020, 2022, 2023]),
  );
  const [level, growth] = data.rows;

  it('has every year as a column, gaps with their reason', () => {
    expect(data.columns.map(({ label }) => label)).toEqual(['2019 年', '2020 年', '2021 年', '2022 年', '2023 年']);
    expect(level?.cells.map(({ text }) => text)).toEqual(['50.00', '100.00', '—', '150.00', '75.00']);
    expect(level?.cells[2]).toMatchObject({ status: 'missing', reason: '没有收录决算' });
    expect(data.answer).toBe('某局本年支出合计从2019 年 50.00 万元到2023 年 75.00 万元；缺 2021 年。');
  });

  it('grows from neighbouring years only, and carries doubt along', () => {
    expect(growth?.cells.map(({ text }) => text)).toEqual(['—', '+100.00', '—', '—', '−50.00']);
    expect(growth?.cells[4]?.disputed).toBe(true);
    expect(data.rows.map(({ key }) => key)).toEqual(['year_expenditure', 'year_expenditure_growth', 'three_public']);
  });

  it('leads to the line that prints a figure; a derived one has none and says how', () => {
    expect(level?.cells[1]?.sources).toMatchObject([{ account: '610000-ju-2020', place: { line: 7 } }]);
    expect(level?.cells[0]).toMatchObject({ status: 'derived', sources: [] });
    expect(level?.cells[0]?.reason).toContain('由下一年推得');
  });

  it('gives amounts two places at least, keeps more, and leaves counts and the bounds alone', () => {
    const printed = (value: string, decimals: number, unit = '万元') => figure(value, { decimals, unit });
    const row = (unit: string, points: FigurePoint[]) =>
      departmentYears('某局', [{ ...years('x', points, false), unit }], new Set()).rows[0]?.cells;
    const cells = row('万元', [
      point(2020, printed('0', 0)),
      point(2021, printed('105.5', 1)),
      point(2022, printed('0.040', 3)),
    ]);
    expect(cells?.map(({ text }) => text)).toEqual(['0.00', '105.50', '0.040']);
    expect(cells?.map(({ sources }) => sources[0]?.printed)).toEqual(['0', '105.5', '0.040']);
    expect(cells?.[1]).toMatchObject({ value: '105.5', low: '105.495', high: '105.505' });
    expect(row('人', [point(2020, printed('70', 0, '人'))])?.[0]?.text).toBe('70');
  });

  it('draws derived years hollow, disputed ones hatched, gaps as gaps', () => {
    const drawn = JSON.stringify(data.chart?.option);
    expect(drawn).toContain('dashed');
    expect(drawn).toContain('"decal"');
    expect(drawn).toContain('未收录');
  });

  it('without any figure there is no chart and the answer says so', () => {
    const empty = departmentYears('某局', [years('year_expenditure', [point(2020, null, '没有')])], new Set());
    expect(empty).toMatchObject({ chart: null, rows: [], answer: '某局各年都没有公布本年支出合计。' });
  });
});
