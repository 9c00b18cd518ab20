import type Sqlite from 'better-sqlite3';
import { Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../open';
import { prepared } from '../prepared';

interface Insert {
  statement: Sqlite.Statement;
  /** `encode` is null where the value is stored as it is */
  columns: { key: string; encode: ((value: unknown) => unknown) | null }[];
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
      columns: entries.map(([key, column]) => {
        const isPlain = column.mapToDriverValue === Column.prototype.mapToDriverValue;
        return { key, encode: isPlain ? null : (value: unknown) => column.mapToDriverValue(value) };
      }),
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
      if (value === null || value === undefined) return null;
      return encode === null ? value : encode(value);
    });
    last = Number(statement.run(values).lastInsertRowid);
  }
  return last;
}
