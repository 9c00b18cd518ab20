import type Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../open';
import { prepared } from '../prepared';

interface Insert {
  statement: Sqlite.Statement;
  columns: { key: string; encode: (value: unknown) => unknown }[];
}

const recipes = new Map<SQLiteTable, (db: Db) => Insert>();

function recipeOf(table: SQLiteTable): (db: Db) => Insert {
  const known = recipes.get(table);
  if (known) return known;
  const recipe = (db: Db): Insert => {
    const entries = Object.entries(getTableColumns(table));
    const names = entries.map(([, column]) => `"${column.name}"`).join(', ');
    const marks = entries.map(() => '?').join(', ');
    return {
      statement: db.sqlite.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${marks})`),
      columns: entries.map(([key, column]) => ({ key, encode: (value) => column.mapToDriverValue(value) })),
    };
  };
  recipes.set(table, recipe);
  return recipe;
}

/** Inserts rows with one prepared statement, values written as the schema says; a column left out is NULL. */
export function insertInto<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  rows: Iterable<Table['$inferInsert']>,
): number {
  const { statement, columns } = prepared(db, recipeOf(table));
  let last = 0;
  for (const row of rows) {
    const values = columns.map(({ key, encode }) => {
      const value = (row as Record<string, unknown>)[key];
      return value === null || value === undefined ? null : encode(value);
    });
    last = Number(statement.run(values).lastInsertRowid);
  }
  return last;
}
