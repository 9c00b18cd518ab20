import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { type Db, tx } from '../../db/open';
import { type AccountListQuery, getAccountEntries, getAccountList } from '../../db/queries/accountList';
import { getRegionCoverage } from '../../db/queries/regionCoverage';
import { getRegionTree } from '../../db/queries/regionTree';
import { sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let db: Db;
beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 20, years: 4 }));
});
afterAll(() => db.sqlite.close());

const all = <Row>(sql: string, ...values: unknown[]): Row[] => db.sqlite.prepare<unknown[], Row>(sql).all(...values);
const ACCOUNTS = `SELECT a.id, a.year, d.name, coalesce(d.region, '') AS region, d.slug FROM accounts a
  JOIN departments d ON d.id = a.department`;

describe('a list of accounts', () => {
  it('holds every account once over its pages, by region, department and year', async () => {
    const expected = all<{ id: string }>(`${ACCOUNTS} ORDER BY region, slug, a.year DESC`).map(({ id }) => id);
    const seen: string[] = [];
    for (let offset = 0; offset < expected.length; offset += 7) {
      const { rows, total } = await getAccountList(db, { limit: 7, offset });
      expect(total).toBe(expected.length);
      seen.push(...rows.map(({ id }) => id));
    }
    expect(seen).toEqual(expected);
  });

  it('shows the printed amount and its line', async () => {
    const { rows } = await getAccountList(db, { limit: 500 });
    const levels = new Map(
      all<{ id: string; fen: number }>(
        `SELECT a.id, l.fen FROM levels l JOIN accounts a ON a.key = l.account
          WHERE l.measure = 'total_expenditure' AND l.current = 1`,
      ).map(({ id, fen }) => [id, fen]),
    );
    for (const { id, figures } of rows) {
      const value = figures.total_expenditure?.value;
      expect(value === undefined ? undefined : Math.round(Number(value) * 1_000_000)).toBe(levels.get(id));
      if (value !== undefined) expect(figures.total_expenditure?.line).toBeGreaterThan(0);
    }
  });

  test.each<[string, AccountListQuery, string]>([
    ['a year', { year: 2020 }, 'a.year = 2020'],
    ['a year among the words', { text: '2020' }, 'a.year = 2020'],
    ['nothing that is known', { text: '没有这样的部门' }, 'FALSE'],
  ])('finds %s', async (_name, query, condition) => {
    const { rows, total } = await getAccountList(db, { ...query, limit: 500 });
    const expected = all<{ id: string }>(`${ACCOUNTS} WHERE ${condition}`).map(({ id }) => id);
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect(total).toBe(expected.length);
  });

  it('finds a department by its name, a part of it, and with its region', async () => {
    const [some] = all<{ core: string; region: string; n: number }>(
      `SELECT d.core, g.name AS region, count(*) AS n FROM departments d JOIN accounts a ON a.department = d.id
        JOIN regions g ON g.code = d.region GROUP BY d.id ORDER BY d.id LIMIT 1`,
    );
    if (!some) throw new Error('no department in a region');
    const ofKind = all<{ n: number }>(
      'SELECT count(*) AS n FROM departments d JOIN accounts a ON a.department = d.id WHERE d.core = ?',
      some.core,
    )[0]?.n;
    expect((await getAccountList(db, { text: some.core })).total).toBeGreaterThanOrEqual(ofKind ?? 1);
    const exact = await getAccountList(db, { text: `${some.core} ${some.region}`, limit: 500 });
    expect(exact.rows.length).toBeGreaterThanOrEqual(some.n);
    expect(exact.rows.every(({ name }) => name.includes(some.core.slice(0, 2)))).toBe(true);
  });

  it('sorts a year by amount and by errors', async () => {
    const year = 2020;
    const { rows } = await getAccountList(db, { year, order: 'amount', limit: 500 });
    const amounts = rows.map(({ figures }) => Number(figures.total_expenditure?.value ?? -1));
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    const [faulty] = all<{ id: string }>(`${ACCOUNTS} WHERE a.year = ? ORDER BY a.id DESC LIMIT 1`, year);
    if (!faulty) throw new Error(`no account of ${year}`);
    const set = db.sqlite.prepare(
      'UPDATE account_rollups SET errors = ? WHERE account = (SELECT key FROM accounts WHERE id = ?)',
    );
    tx(db, () => set.run(3, faulty.id));
    const worst = await getAccountList(db, { year, order: 'findings', limit: 1 });
    expect(worst.rows.map(({ id, errors }) => [id, errors])).toEqual([[faulty.id, 3]]);
    const only = await getAccountList(db, { faulty: true });
    expect([only.total, only.rows[0]?.id]).toEqual([1, faulty.id]);
    tx(db, () => set.run(0, faulty.id));
  });

  it('answers ids in their order and leaves out what is not stored', async () => {
    const ids = all<{ id: string }>(`${ACCOUNTS} ORDER BY a.id DESC LIMIT 3`).map(({ id }) => id);
    const entries = await getAccountEntries(db, [...ids, '610827-meiyou-2023']);
    expect(entries.map(({ id }) => id)).toEqual(ids);
  });
});

describe('regions', () => {
  it('count the departments within them, and years what they published', async () => {
    for (const { code, known, years } of await getRegionCoverage(db)) {
      const start = `${code.replace(/(?:00)+$/, '')}%`;
      const [departments] = all<{ n: number }>('SELECT count(*) AS n FROM departments WHERE region LIKE ?', start);
      expect([code, known]).toEqual([code, departments?.n]);
      const published = all<{ year: number; n: number }>(
        `SELECT a.year, count(*) AS n FROM accounts a JOIN departments d ON d.id = a.department
          WHERE d.region LIKE ? GROUP BY a.year ORDER BY a.year`,
        start,
      );
      expect(years.map(({ year, published: n }) => ({ year, n }))).toEqual(published);
    }
  });

  it('are left to their own pages where there are too many', async () => {
    const tree = await getRegionTree(db, { most: 500 });
    const counties = tree.filter(({ depth }) => depth === 2);
    expect(counties.length).toBeGreaterThan(0);
    const cut = await getRegionTree(db, { most: tree.length - 1 });
    expect(cut).toEqual(tree.filter(({ depth }) => depth < 2));
    const [first] = tree;
    const within = await getRegionTree(db, { within: first?.code ?? '', most: 500 });
    expect(within.every(({ code }) => code.startsWith(first?.code.slice(0, 2) ?? '-') && code !== first?.code)).toBe(
      true,
    );
  });
});
