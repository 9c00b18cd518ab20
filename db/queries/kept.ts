import type { Db } from '../open';
import { readDataVersion } from './version';

interface Kept {
  version: number;
  values: Map<unknown, unknown>;
}

const kept = new WeakMap<Db, Kept>();

/** What `build` answers, computed once a data version. The answer is shared between callers: not to be changed. */
export function perVersion<T>(db: Db, build: (db: Db) => T): T {
  const version = readDataVersion(db);
  let known = kept.get(db);
  if (known?.version !== version) {
    known = { version, values: new Map() };
    kept.set(db, known);
  }
  if (!known.values.has(build)) known.values.set(build, build(db));
  return known.values.get(build) as T;
}
