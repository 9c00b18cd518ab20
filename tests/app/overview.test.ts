import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AskedOverview, askOverview, usualYear } from '../../app/_overview/askOverview';
import { overviewSheet } from '../../app/_overview/tables';
import { growthWords, headline, totalWords } from '../../app/_overview/words';
import type { Store } from '../../app/_store/store';
import type { Db } from '../../db/open';
import type { OverviewSelection } from '../../lib/overviewSelection';
import { sampleStore } from '../db/sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let db: Db;
let store: Store;
beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 20, years: 4, check: 'slips' }));
  store = { db, version: 1 };
});
afterAll(() => db.sqlite.close());

const ask = (selection: Partial<OverviewSelection> = {}): Promise<AskedOverview> =>
  askOverview(store, { page: 1, ...selection });
const all = <Row>(sql: string, ...values: unknown[]): Row[] => db.sqlite.prepare<unknown[], Row>(sql).all(...values);
const count = (sql: string, ...values: unknown[]): number => all<{ n: number }>(sql, ...values)[0]?.n ?? 0;
const fen = (text: string): number => Math.round(Number(text) * 1_000_000);

const known = () => count('SELECT count(*) AS n FROM departments');
const published = (year: number) => count('SELECT count(*) AS n FROM accounts WHERE year = ?', year);

describe('the year of the overview', () => {
  const year = (of: number, n: number) => ({ year: of, published: n, known: 10, errors: 0, warnings: 0, faulty: 0 });

  it('is the latest that more than half have published', () => {
    expect(usualYear([year(2020, 9), year(2021, 6), year(2022, 5)])).toBe(2021);
    expect(usualYear([year(2020, 5), year(2021, 5)])).toBeNull();
    expect(usualYear([])).toBeNull();
  });
});

describe('the overview of a sample', () => {
  it('says how many have published, as the accounts say', async () => {
    const overview = await ask();
    const { year } = overview;
    if (year === null) throw new Error('no usual year');
    expect(headline(overview)).toBe(`${known()} 个部门中 ${published(year)} 个的 ${year} 年度决算已收录`);
  });

  it('adds up the printed totals of the year, and says how many are missing', async () => {
    const { totals, year } = await ask();
    const total = totals.get(year ?? 0);
    if (!total) throw new Error('no total');
    const [sum] = all<{ fen: number; n: number }>(
      "SELECT sum(fen) AS fen, count(*) AS n FROM levels WHERE measure = 'total_expenditure' AND year = ? AND current = 1",
      year,
    );
    expect([fen(total.value ?? ''), total.accounts]).toEqual([sum?.fen, sum?.n]);
    const lacking = known() - total.accounts;
    expect(totalWords(total)).toContain(lacking === 0 ? `全部 ${known()} 个` : `只是 ${total.accounts} 个部门之和`);
  });

  it('says how the total moved, of the departments that have both years only', async () => {
    const { paired, totals, year } = await ask();
    const [both] = all<{ n: number; now: number; before: number }>(
      `SELECT count(*) AS n, sum(l.fen) AS now, sum(b.fen) AS before FROM levels l
        JOIN accounts a ON a.key = l.account
        JOIN accounts c ON c.department = a.department AND c.year = a.year - 1
        JOIN levels b ON b.account = c.key AND b.current = 1 AND b.measure = l.measure
        WHERE l.measure = 'total_expenditure' AND l.current = 1 AND a.year = ?`,
      year,
    );
    const total = totals.get(year ?? 0);
    if (!paired || !both || !total) throw new Error('nothing to compare');
    expect([paired.departments, fen(paired.now.value), fen(paired.before.value)]).toEqual([
      both.n,
      both.now,
      both.before,
    ]);
    const rate = Math.abs(((both.now - both.before) / both.before) * 100).toFixed(2);
    expect(growthWords(total, paired)).toBe(
      `两年都有的 ${both.n} 个部门比上年${both.now < both.before ? '减少' : '增加'} ${rate}%`,
    );
    expect(growthWords({ ...total, known: both.n }, paired)).toMatch(/^比上年/);
    expect(growthWords(total, undefined)).toBe('');
    const kind = all<{ kind: string }>('SELECT core AS kind FROM departments LIMIT 1')[0]?.kind;
    expect((await ask({ kind })).paired?.departments ?? 0).toBeLessThan(both.n);
  });

  it('adds up for a kind and a level what it adds up for everybody', async () => {
    const { year } = await ask();
    const [row] = all<{ fen: number; n: number }>(
      `SELECT sum(l.fen) AS fen, count(*) AS n FROM levels l JOIN accounts a ON a.key = l.account
        JOIN departments d ON d.id = a.department JOIN regions g ON g.code = d.region
        WHERE l.measure = 'total_expenditure' AND l.year = ? AND l.current = 1 AND g.level = '县级'`,
      year,
    );
    const total = (await ask({ level: '县级' })).totals.get(year ?? 0);
    expect([fen(total?.value ?? ''), total?.accounts]).toEqual([row?.fen, row?.n]);
  });

  it('has a cell for each account and a gap for each year without one', async () => {
    const { departments, span } = await ask({ grain: 'departments' });
    const cells = (departments?.rows ?? []).flatMap((row) => row.cells.map(({ account }) => account));
    expect(cells.sort()).toEqual(
      all<{ id: string }>('SELECT id FROM accounts')
        .map(({ id }) => id)
        .sort(),
    );
    const sheet = await overviewSheet(store, 'coverage', { page: 1 });
    expect(sheet.rows).toHaveLength(known() * span.length);
    expect(sheet.rows.filter((row) => row[4] === '没有收录')).toHaveLength(known() * span.length - cells.length);
  });

  it('lists who has not published, and who contradicts himself, the worst first', async () => {
    const { year } = await ask();
    const missing = await ask({ state: 'missing' });
    expect(missing.departments?.total).toBe(known() - published(year ?? 0));
    expect(missing.departments?.rows.every(({ cells }) => cells.every((cell) => cell.year !== year))).toBe(true);
    const faulty = await ask({ year: 'all' });
    const [worst] = faulty.years.toSorted((one, other) => other.faulty - one.faulty);
    const asked = await ask({ year: worst?.year, state: 'faulty' });
    const errors = (asked.departments?.rows ?? []).map(
      ({ cells }) => cells.find((cell) => cell.year === worst?.year)?.errors ?? 0,
    );
    expect(errors.length).toBe(
      count(
        "SELECT count(DISTINCT account) AS n FROM findings WHERE severity = 'error' AND current = 1 AND year = ?",
        worst?.year,
      ),
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(errors).toEqual(errors.toSorted((one, other) => other - one));
  });

  it('shows the largest movement between the printed totals of two years', async () => {
    const { year, movements } = await ask();
    const [largest] = all<{ id: string; change: number }>(
      `SELECT a.id, l.fen - p.fen AS change FROM levels l JOIN accounts a ON a.key = l.account AND l.current = 1
        JOIN accounts b ON b.department = a.department AND b.year = a.year - 1
        JOIN levels p ON p.account = b.key AND p.measure = l.measure AND p.current = 1
        WHERE l.measure = 'total_expenditure' AND a.year = ? ORDER BY abs(l.fen - p.fen) DESC LIMIT 1`,
      year,
    );
    const shown = movements.rows.find(({ before }) => before.source !== 'derived');
    expect([shown?.account, fen(shown?.change.value ?? '')]).toEqual([largest?.id, largest?.change]);
  });

  it('says why: the document’s own words, else the 项 that moved most that way, as the printed tables give it', async () => {
    const { year, movements } = await ask();
    const rows = movements.rows.filter(({ leading }) => leading);
    expect(rows.length).toBeGreaterThan(0);
    expect(movements.rows.some(({ reason }) => reason)).toBe(true);
    for (const { department, reason, leading, change } of rows) {
      expect(reason).toBeUndefined();
      const [most] = all<{ code: string; moved: number }>(
        `SELECT f.line AS code, sum(CASE f.year WHEN ? THEN f.fen ELSE -f.fen END) AS moved
        FROM facts f JOIN accounts a ON a.key = f.account
        WHERE a.id IN (?, ?) AND f.current = 1 AND f.statement = 'expenditure' AND f."column" = 'total'
          AND length(f.line) = 7 GROUP BY f.line ORDER BY moved * ? DESC LIMIT 1`,
        year,
        `${department}-${year}`,
        `${department}-${(year ?? 0) - 1}`,
        Math.sign(Number(change.value)),
      );
      expect([leading?.code, fen(leading?.change.value ?? '')]).toEqual([most?.code, most?.moved]);
    }
  });

  it('names no 项 for figures that are no sum of all 项, nor where last year is only implied', async () => {
    for (const figure of ['three_public', 'personnel_expenditure'] as const)
      expect((await ask({ figure })).movements.rows.filter(({ leading }) => leading)).toEqual([]);
    const { movements } = await ask({ year: 'all' });
    expect(movements.rows.filter(({ before, leading }) => before.source === 'derived' && leading)).toEqual([]);
  });

  it('orders all years by the size of the movement', async () => {
    const { movements } = await ask({ year: 'all' });
    const sizes = movements.rows.map(({ change }) => Math.abs(Number(change.value)));
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect(movements.total).toBe(
      count(
        "SELECT count(*) AS n FROM movements m JOIN figure_names n ON n.id = m.figure WHERE n.figure = 'total_expenditure'",
      ),
    );
  });

  it('leads from each figure in dispute to the finding that names it', async () => {
    const { disputes } = await ask({ year: 'all' });
    expect(disputes.rows.length).toBeGreaterThan(0);
    for (const { account, finding, figures } of disputes.rows) {
      const [stored] = all<{ message: string }>(
        'SELECT f.message FROM findings f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND f.n = ? AND f.current = 1',
        account,
        (finding?.number ?? 0) - 1,
      );
      expect(stored?.message).toBe(finding?.message);
      expect(figures.every(({ cell }) => cell.disputed === true)).toBe(true);
    }
  });

  it('knows nothing of a region without departments', async () => {
    const { known: none, years } = await ask({ region: '990000' });
    expect([none, years]).toEqual([0, []]);
  });
});
