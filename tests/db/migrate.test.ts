import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, migrate, readMigrations } from '../../db/migrate';
import { type Db, openDatabase, tables } from '../../db/open';

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
