import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillRollups } from '../../db/loading/rollups/fill';
import { type Migration, migrate, readMigrations } from '../../db/migrate';
import { type Db, openDatabase, tables } from '../../db/open';
import { getDocument } from '../../db/queries/documents';

let db: Db;
beforeEach(() => {
  db = openDatabase({ path: ':memory:' });
});
afterEach(() => db.sqlite.close());

const made = (number: number, sql: string): Migration => ({ number, name: `m${number}`, sql, sha256: sql });
const tableNames = (): unknown[] =>
  db.sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

describe('migrations', () => {
  it('create the store from empty, and change nothing the second time', () => {
    expect(migrate(db)).toEqual(readMigrations().map(({ name }) => name));
    const first = tableNames();
    expect(first).toContain('facts');
    expect(migrate(db)).toEqual([]);
    expect(tableNames()).toEqual(first);
  });

  it('are numbered from 1 without gaps', () => {
    expect(readMigrations().map(({ number }) => number)).toEqual(readMigrations().map((_, index) => index + 1));
  });

  it('are applied one transaction each: a broken one leaves those before it', () => {
    const good = made(1, 'CREATE TABLE one (x INTEGER) STRICT');
    const broken = made(2, 'CREATE TABLE two (x INTEGER) STRICT; CREATE TABLE one (y INTEGER) STRICT');
    expect(() => migrate(db, [good, broken])).toThrow(/already exists/);
    expect(tableNames()).toEqual(['migrations', 'one']);
    expect(migrate(db, [good])).toEqual([]);
  });

  it('must not change once applied', () => {
    migrate(db, [made(1, 'CREATE TABLE one (x INTEGER) STRICT')]);
    expect(() => migrate(db, [made(1, 'CREATE TABLE one (x TEXT) STRICT')])).toThrow(/另一种表结构/);
  });

  it('of a newer program are refused in words', () => {
    migrate(db, [made(1, 'CREATE TABLE one (x INTEGER) STRICT'), made(2, 'CREATE TABLE two (x INTEGER) STRICT')]);
    expect(() => migrate(db, [made(1, 'CREATE TABLE one (x INTEGER) STRICT')])).toThrow(/较新的版本/);
  });
});

describe('the tables of the migrations', () => {
  const columnsOf = (table: string) =>
    db.sqlite.prepare(`SELECT name, type, "notnull" FROM pragma_table_info('${table}')`).raw().all();

  it.each(Object.values(tables).map((table) => [getTableName(table), table] as const))(
    '%s has the columns, types and nulls of the schema',
    (name, table) => {
      migrate(db);
      const expected = Object.values(getTableColumns(table)).map((column) => [
        column.name,
        column.getSQLType().toUpperCase(),
        column.notNull ? 1 : 0,
      ]);
      expect(columnsOf(name)).toEqual(expected);
    },
  );

  it('are exactly those of the schema, all STRICT', () => {
    migrate(db);
    const strict = db.sqlite
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .raw()
      .all();
    const names = [...Object.values(tables).map((table) => getTableName(table)), 'migrations'].sort();
    expect(strict).toEqual(names.map((name) => [name, 1]));
  });

  it('lead the content with the account', () => {
    migrate(db);
    const content = Object.values(tables).filter((table) => 'revision' in getTableColumns(table));
    expect(content.length).toBeGreaterThan(8);
    for (const table of content) {
      const [key] = getTableConfig(table).primaryKeys;
      expect(key?.columns.slice(0, 2).map(({ name }) => name)).toEqual(['account', 'revision']);
    }
  });

  it.each([
    ['one account', 'SELECT * FROM facts WHERE account = 1 AND revision = 1', 'PRIMARY KEY'],
    [
      'who spends on a code in a year, the largest first',
      "SELECT * FROM spending WHERE code = '208' AND year = 2023 ORDER BY total DESC LIMIT 50",
      'spending_by_code (code=? AND year=?)',
    ],
    [
      'a ranking of a year',
      'SELECT * FROM figures WHERE figure = 1 AND year = 2023 AND value IS NOT NULL ORDER BY value DESC LIMIT 50',
      'figures_by_value (figure=? AND year=?',
    ],
    [
      'the places of a year, from the index alone',
      'SELECT department, account, value, low, high FROM figures f WHERE figure = 1 AND year = 2023 AND value IS NOT NULL ORDER BY value',
      'COVERING INDEX figures_by_value (figure=? AND year=?',
    ],
    [
      'the largest movements of a year',
      'SELECT * FROM movements WHERE figure = 1 AND year = 2023 ORDER BY abs(change) DESC LIMIT 10',
      'movements_by_change (figure=? AND year=?)',
    ],
    [
      'the figures of a year in dispute',
      'SELECT * FROM figures WHERE disputed = 1 AND year = 2023 ORDER BY value DESC LIMIT 10',
      'figures_in_dispute (year=?)',
    ],
    [
      'the codes of a region',
      "SELECT * FROM region_spending WHERE region = '610800' AND own = 0 AND level = 2 AND code > '208' AND code < '209'",
      'PRIMARY KEY (region=? AND own=? AND level=? AND code>? AND code<?)',
    ],
  ])('an index answers: %s', (_question, query, index) => {
    migrate(db);
    const plan = db.sqlite
      .prepare(`EXPLAIN QUERY PLAN ${query}`)
      .all()
      .map((row) => (row as { detail: string }).detail);
    expect(plan.join('\n')).toContain(index);
    expect(plan.join('\n')).not.toContain('SCAN');
  });

  it('bound integers', () => {
    migrate(db);
    const insert = db.sqlite.prepare('INSERT INTO accounts (id, department, year) VALUES (?, ?, ?)');
    expect(() => insert.run('a', 1, 23)).toThrow(/CHECK/);
    expect(() => insert.run('a', 1, 2023)).toThrow(/FOREIGN KEY/);
    expect(() => insert.run('a', 'x', 2023)).toThrow(/cannot store TEXT/);
  });
});

describe('a store of an earlier version', () => {
  it('keeps its documents and findings, and is rolled up from what it holds', async () => {
    migrate(db, readMigrations().slice(0, 1));
    const bytes = Buffer.from('青石县林草局 2022 年度部门决算\r\n第二行\n');
    const detail = {
      title: '合计',
      relations: [],
      allowed: null,
      repair: null,
      satisfies: [],
      alternatives: [],
      facts: [],
      claims: [],
    };
    const sha256 = 'a'.repeat(64);
    const run = (sql: string, ...values: unknown[]) => db.sqlite.prepare(sql).run(...values);
    run("INSERT INTO regions (code, name, level) VALUES ('990101', '青石县', '县级')");
    run("INSERT INTO departments VALUES (1, '990101', '青石县林草局', '林草局', 'lincao-ju')");
    run("INSERT INTO accounts VALUES (1, '990101-lincao-ju-2022', 1, 2022)");
    run(
      'INSERT INTO documents VALUES (?, ?, ?, ?, ?)',
      sha256,
      'text/plain',
      bytes.length,
      bytes,
      bytes.toString().replace('\r', ''),
    );
    run(
      `INSERT INTO revisions VALUES (1, 1, 1, ?, 'made.txt', NULL, NULL, NULL, NULL, 2022, '青石县林草局', '{}', 'r', 'd', '2023-01-01T00:00:00.000Z')`,
      sha256,
    );
    run(
      `INSERT INTO findings VALUES (1, 1, 0, 2022, 1, 'T3-01', 'error', '不符', '[]', NULL, NULL, NULL, NULL, ?)`,
      JSON.stringify(detail),
    );
    expect(migrate(db)).toEqual(
      readMigrations()
        .slice(1)
        .map(({ name }) => name),
    );
    const document = await getDocument(db, '990101-lincao-ju-2022');
    expect(document?.bytes).toEqual(bytes);
    expect(document?.lines).toEqual(['青石县林草局 2022 年度部门决算', '第二行', '']);
    const [finding] = db.orm.select().from(tables.findings).all();
    expect(finding?.detail).toEqual(detail);
    expect(fillRollups(db)).toBe(1);
    expect(db.sqlite.prepare('SELECT year, region, kind, errors FROM account_rollups').all()).toEqual([
      { year: 2022, region: '990101', kind: '林草局', errors: 1 },
    ]);
  });
});
