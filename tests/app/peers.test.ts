import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { askDistribution } from '../../app/_peers/askDistribution';
import { askRanking } from '../../app/_peers/askRanking';
import { askScatter } from '../../app/_peers/askScatter';
import { distributionTwin, rankingTwin, scatterTwin } from '../../app/_peers/peerTwins';
import type { Store } from '../../app/_store/store';
import { askTrends } from '../../app/_trends/askTrends';
import { trendsTwin } from '../../app/_trends/trendsTwin';
import { getRegionChoices, getRegionName } from '../../db/queries/regionChoices';
import { sampleStore } from '../db/sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let store: Store;
beforeAll(async () => {
  const { db } = await sampleStore({ departments: 40, lastYear: 2021, years: 4 });
  store = { db, version: 1 };
});
afterAll(() => store.db.sqlite.close());

const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
  store.db.sqlite.prepare<unknown[], Row>(sql).all(...values);

/** What the documents print of a measure, straight from the printed levels. */
interface Level {
  department: string;
  name: string;
  year: number;
  fen: number;
  line: number;
}
const levels = (measure: string, year: number): Level[] =>
  all<Level>(
    `SELECT coalesce(d.region, '000000') || '-' || d.slug AS department, d.name, l.year, l.fen, f.line
    FROM levels l JOIN accounts a ON a.key = l.account JOIN departments d ON d.id = a.department
    JOIN figure_names n ON n.figure = l.measure JOIN figures f ON f.account = l.account AND f.figure = n.id
    WHERE l.current = 1 AND l.measure = ? AND l.year = ? AND l.fen IS NOT NULL ORDER BY l.fen DESC, department`,
    measure,
    year,
  );
const fenOf = (value: string, unit: string): number => Math.round(Number(value) * (unit === '亿元' ? 1e10 : 1e6));

describe('a ranking', () => {
  it('holds every department that published the figure, in the order of the printed amounts', async () => {
    const { data } = await askRanking(store, { year: '2021' }, { whole: true });
    const printed = levels('year_expenditure', 2021);
    expect(data.ranked.map(({ cell }) => fenOf(cell.value ?? '', data.unit))).toEqual(printed.map(({ fen }) => fen));
    expect(new Set(data.ranked.map(({ row }) => row.department))).toEqual(
      new Set(printed.map((one) => one.department)),
    );
  });

  it('an incomplete set says of how many departments it is', async () => {
    const { data } = await askRanking(store, { year: '2021' });
    const [known] = all<{ n: number }>('SELECT count(*) AS n FROM departments');
    const [published] = all<{ n: number }>('SELECT count(*) AS n FROM accounts WHERE year = 2021');
    expect(published?.n).toBeLessThan(known?.n ?? 0);
    expect(data.notes[0]).toContain(`${known?.n} 个部门中 ${published?.n} 个的 2021 年度决算已收录`);
  });

  it('a filter narrows it, and the criterion says so; with size classes the known are unknown', async () => {
    const [county] = all<{ code: string }>(
      "SELECT DISTINCT d.region AS code FROM departments d WHERE d.region NOT LIKE '%00'",
    );
    const { data } = await askRanking(store, { year: '2021', region: county?.code });
    expect(data.ranked.length).toBeGreaterThan(0);
    expect(data.ranked.every(({ row }) => row.region?.code === county?.code)).toBe(true);
    const sized = await askRanking(store, { year: '2021', size: 'medium', level: '县级' });
    expect(sized.data.subtitle).toContain('县级部门 · 全部部门 · 本年支出2000万元至1亿元');
    expect(sized.data.notes[0]).toContain('没有收录的部门无从划分');
  });

  it('pages hold 25, and marked departments of other pages stand apart', async () => {
    const { data: whole } = await askRanking(store, { year: '2021' }, { whole: true });
    const last = whole.ranked.at(-1)?.row.department ?? '';
    const { data, pages } = await askRanking(store, { year: '2021', department: last });
    expect([data.ranked.length, pages]).toEqual([25, Math.ceil(whole.ranked.length / 25)]);
    expect(data.apart.map(({ row }) => row.department)).toEqual([last]);
    const second = await askRanking(store, { year: '2021', page: '2', department: last });
    expect([...data.ranked, ...second.data.ranked].map(({ row }) => row)).toEqual(whole.ranked.map(({ row }) => row));
    expect(second.data.apart).toEqual([]);
    expect((await askRanking(store, { page: '999' })).asked.selection.page).toBe(pages);
  });

  it('overlapping ranges share a place and say which', async () => {
    const { data } = await askRanking(store, { figure: 'headcount_actual', year: '2021' }, { whole: true });
    const tied = data.ranked.filter(({ row }) =>
      data.ranked.some((one) => one.row !== row && one.row.figure.value === row.figure.value),
    );
    expect(tied.length).toBeGreaterThan(1);
    for (const { rank, row } of tied) expect(rank).toBe(`${row.rank}–${row.worst}`);
  });
});

describe('a distribution and a scatter', () => {
  it('count the same departments as the ranking does', async () => {
    const [{ data: ranking }, { data: spread }, { data: scatter }] = await Promise.all([
      askRanking(store, { year: '2021' }, { whole: true }),
      askDistribution(store, { year: '2021' }),
      askScatter(store, { year: '2021', x: 'year_expenditure', y: 'basic_share' }),
    ]);
    expect(spread.bins.reduce((sum, { count }) => sum + count, 0)).toBe(ranking.ranked.length);
    expect(scatter.points).toHaveLength(ranking.ranked.length);
    const values = levels('year_expenditure', 2021).map(({ fen }) => fen / 1e6);
    const middle =
      (values[Math.floor((values.length - 1) / 2)] ?? 0) / 2 + (values[Math.ceil((values.length - 1) / 2)] ?? 0) / 2;
    expect(Number(spread.quantiles[2]?.value)).toBeCloseTo(middle, 2);
  });

  it('a bin leads to the page of the ranking on which its first department stands', async () => {
    const { data } = await askDistribution(store, { year: '2021' });
    const lowest = data.bins.find(({ count }) => count > 0);
    expect(lowest?.href).toContain('page=2');
    expect(data.bins.at(-1)?.href).not.toContain('page=');
  });

  it('of few departments each is named and nothing is counted', async () => {
    const [kind] = all<{ kind: string }>(
      'SELECT core AS kind FROM departments GROUP BY core HAVING count(*) BETWEEN 1 AND 7 ORDER BY count(*) DESC',
    );
    const { data, asked } = await askDistribution(store, { year: '2021', kind: kind?.kind });
    expect(data.bins).toEqual([]);
    expect(data.chosen.length).toBeGreaterThan(0);
    expect(distributionTwin({ asked, data }).rows).toHaveLength(data.chosen.length);
  });

  it('both coordinates lead to their lines', async () => {
    const { data } = await askScatter(store, { year: '2021' });
    const lines = new Map(levels('year_expenditure', 2021).map(({ department, line }) => [department, line]));
    for (const { point, y } of data.points) expect(y.sources[0]?.place.line).toBe(lines.get(point.department));
  });
});

describe('trends', () => {
  it('are the printed amounts of each year', async () => {
    const { data, departments } = await askTrends(store, { figure: 'year_expenditure' });
    expect(departments).toHaveLength(5);
    for (const year of [2018, 2019, 2020, 2021]) {
      const printed = new Map(levels('year_expenditure', year).map((one) => [one.department, one]));
      const at = data.years.indexOf(year);
      for (const row of data.rows) {
        const cell = row.cells[at];
        const own = printed.get(row.key);
        expect(cell?.value == null ? null : fenOf(cell.value, data.unit)).toBe(own?.fen ?? null);
        if (own) expect(cell?.sources[0]?.place.line).toBe(own.line);
      }
    }
  });

  it('without departments show those that spend most in the last year', async () => {
    const { departments } = await askTrends(store, {});
    const largest = levels('year_expenditure', 2021)
      .slice(0, 5)
      .map(({ department }) => department);
    expect(departments.map(({ department }) => department)).toEqual(largest);
  });

  it('follow a code, with former codes where asked', async () => {
    const printed = await askTrends(store, { figure: '2089999' });
    const mapped = await askTrends(store, { code: '2089999', like: '1' });
    const at = (asked: typeof printed) =>
      asked.data.rows.map(({ cells }) => cells[asked.data.years.indexOf(2020)]?.value);
    expect(at(printed).every((value) => value === null)).toBe(true);
    expect(at(mapped).some((value) => value !== null)).toBe(true);
    expect(mapped.data.breaks.some(({ text }) => text.includes('2089901'))).toBe(true);
    expect(mapped.figure.label).toMatch(/^2089999 /);
  });

  it('downloads hold every point of the page', async () => {
    const asked = await askTrends(store, { view: 'index' });
    const { rows, columns } = trendsTwin(asked);
    expect(rows).toHaveLength(asked.data.lines.length * asked.data.years.length);
    const value = columns.findIndex(({ key }) => key === 'value');
    expect(rows.map((row) => row[value])).toEqual(
      asked.data.rows.flatMap(({ cells }) => cells.map((cell) => cell.value)),
    );
  });
});

describe('what cannot be understood', () => {
  test.each([
    [{ figure: 'nonsense' }, 'figure'],
    [{ year: '2050' }, 'year'],
    [{ region: '999999' }, 'region'],
    [{ department: '610000-nobody' }, 'department'],
    [{ size: 'enormous' }, 'size'],
  ])('%j is told, and the usual is shown', async (query, key) => {
    for (const ask of [askRanking, askDistribution, askScatter]) {
      const { asked, data } = await ask(store, query);
      expect(asked.misread.map((one) => one.key)).toContain(key);
      expect(data.chart).not.toBeNull();
    }
  });

  it('trends fall back one by one', async () => {
    const { misread, data } = await askTrends(store, { figure: '2999999', departments: '610000-nobody', view: 'x' });
    expect(misread.map(({ key }) => key).sort()).toEqual(['departments', 'figure', 'view']);
    expect(data.chart).not.toBeNull();
  });

  it('a range of centuries is what the store has', async () => {
    const { data } = await askTrends(store, { from: '1990', to: '2999' });
    expect(data.years).toEqual([2017, 2018, 2019, 2020, 2021]);
  });
});

it('downloads of peers have a row a department, in the order of the page', async () => {
  const ranking = await askRanking(store, { year: '2021', order: 'ascending' }, { whole: true });
  const scatter = await askScatter(store, { year: '2021' });
  const idOf = (twin: ReturnType<typeof rankingTwin>) =>
    twin.rows.map((row) => row[twin.columns.findIndex(({ key }) => key === 'department')]);
  expect(idOf(rankingTwin(ranking))).toEqual(ranking.data.ranked.map(({ row }) => row.department));
  expect(idOf(scatterTwin(scatter))).toEqual(scatter.data.points.map(({ point }) => point.department));
});

describe('regions to choose from', () => {
  it('go one level down at a time', async () => {
    const [first] = all<{ code: string }>(
      "SELECT DISTINCT region AS code FROM departments WHERE region NOT LIKE '%00'",
    );
    const county = first?.code ?? '';
    const provinces = await getRegionChoices(store.db);
    expect(provinces.every(({ code }) => code.endsWith('0000'))).toBe(true);
    const within = await getRegionChoices(store.db, county);
    expect(within.map(({ code }) => code)).toContain(county);
    expect(
      within.filter(({ level }) => level === '县级').every(({ code }) => code.slice(0, 4) === county.slice(0, 4)),
    ).toBe(true);
    expect(await getRegionName(store.db, county)).toContain(' ');
    expect(await getRegionName(store.db, '999999')).toBeUndefined();
  });
});
