import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import type { Db } from '../../db/open';
import { getSpenders } from '../../db/queries/spenders';
import { getSubject } from '../../db/queries/subject';
import { sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let db: Db;
const YEAR = 2020;

beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 36, years: 2 }));
});
afterAll(() => db.sqlite.close());

interface Printed {
  account: string;
  region: string;
  slug: string;
  fen: number;
}

/** What the documents print on a code in a statement's column, the largest first: facts alone, no rollup. */
const printed = (statement: string, column: string, code: string, year: number): Printed[] =>
  db.sqlite
    .prepare<[string, string, string, number], Printed>(
      `SELECT a.id AS account, d.region, d.slug, f.fen FROM facts f JOIN accounts a ON a.key = f.account
        JOIN departments d ON d.id = a.department
      WHERE f.current = 1 AND f.statement = ? AND f."column" = ? AND f.line = ? AND f.year = ? ORDER BY f.fen DESC, a.id`,
    )
    .all(statement, column, code, year);

const FORMS = [
  [{}, 'expenditure', 'total'],
  [{ nature: 'basic' }, 'expenditure', 'basic'],
  [{ nature: 'project' }, 'expenditure', 'project'],
  [{ fund: 'general' }, 'general_budget_expenditure', 'total'],
  [{ fund: 'general', nature: 'basic' }, 'general_budget_expenditure', 'basic'],
  [{ fund: 'general', nature: 'project' }, 'general_budget_expenditure', 'project'],
  [{ fund: 'fund', nature: 'project' }, 'government_fund', 'project'],
] as const;

const codesOf = (statement: string): string[] =>
  db.sqlite
    .prepare<[string, number], string>(
      `SELECT line FROM facts WHERE statement = ? AND year = ? AND current = 1 AND line GLOB '2[0-9][0-9]*'
      GROUP BY line ORDER BY count(*) DESC, line LIMIT 12`,
    )
    .pluck()
    .all(statement, YEAR);

const fen = (text: string): number => Math.round(Number(text) * 1_000_000);

describe.each(FORMS)('of %j', (money, statement, column) => {
  it('who spends on a code is what the documents print', async () => {
    let compared = 0;
    for (const code of codesOf(statement)) {
      const { rows, total } = await getSpenders(db, { list: 'functional', code, year: YEAR, limit: 500, ...money });
      const expected = printed(statement, column, code, YEAR);
      expect(total).toBe(expected.length);
      expect(rows.map(({ amount }) => fen(amount.value))).toEqual(expected.map((row) => row.fen));
      expect(rows.map(({ account }) => account).sort()).toEqual(expected.map(({ account }) => account).sort());
      compared += rows.length;
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('a code’s years are their sums', async () => {
    for (const code of codesOf(statement).slice(0, 6)) {
      const subject = await getSubject(db, { list: 'functional', code, ...money });
      const expected = printed(statement, column, code, YEAR);
      const year = subject?.years.find((one) => one.year === YEAR);
      const sum = expected.reduce((all, row) => all + row.fen, 0);
      expect(year ? fen(year.amount.value) : 0).toBe(sum);
    }
  });
});

test('the order is the reader’s: smallest first, or by region and department', async () => {
  const ask = (order: 'least' | 'department') =>
    getSpenders(db, { list: 'functional', code: '2080505', year: YEAR, limit: 500, order });
  const amounts = (await ask('least')).rows.map(({ amount }) => fen(amount.value));
  expect(amounts.length).toBeGreaterThan(5);
  expect(amounts).toEqual([...amounts].sort((one, other) => one - other));
  const departments = (await ask('department')).rows.map(({ department }) => department);
  expect(departments).toEqual([...departments].sort());
});

test('pages follow each other without a gap', async () => {
  const query = { list: 'functional', code: '2080505', year: 'all', limit: 4 } as const;
  const [first, second, both] = await Promise.all([
    getSpenders(db, query),
    getSpenders(db, { ...query, offset: 4 }),
    getSpenders(db, { ...query, limit: 8 }),
  ]);
  expect([...first.rows, ...second.rows]).toEqual(both.rows);
  expect(both.rows.map(({ year }) => year)).toEqual([...both.rows.map(({ year }) => year)].sort().reverse());
});
