import type Sqlite from 'better-sqlite3';
import type { Db } from './open';

const statements = new WeakMap<Db, Map<unknown, unknown>>();

/** A statement prepared once per connection: `build` is both the recipe and the key. */
export function prepared<T>(db: Db, build: (db: Db) => T): T {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  const found = known.get(build);
  if (found !== undefined) return found as T;
  const made = build(db);
  known.set(build, made);
  return made;
}

const bySql = new WeakMap<Db, Map<string, Sqlite.Statement<unknown[]>>>();
/** More texts than this are no longer variants of our own questions. */
const MOST_TEXTS = 1_000;

/** A statement prepared once per connection and text, for questions whose conditions vary. */
export function preparedSql<Row>(db: Db, sql: string): Sqlite.Statement<unknown[], Row> {
  const known = bySql.get(db) ?? new Map<string, Sqlite.Statement<unknown[]>>();
  bySql.set(db, known);
  const found = known.get(sql);
  if (found) return found as Sqlite.Statement<unknown[], Row>;
  if (known.size >= MOST_TEXTS) known.clear();
  const made = db.sqlite.prepare<unknown[]>(sql);
  known.set(sql, made);
  return made as Sqlite.Statement<unknown[], Row>;
}
