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
