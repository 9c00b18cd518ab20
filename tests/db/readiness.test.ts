import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '../../db/migrate';
import { type Db, openDatabase } from '../../db/open';
import { getReadiness } from '../../db/queries/readiness';

describe('readiness', () => {
  let db: Db;
  beforeEach(() => {
    db = openDatabase({ path: ':memory:' });
    migrate(db);
  });
  afterEach(() => {
    db.sqlite.close();
  });

  it('a store with all migrations is ready', () => {
    expect(getReadiness(db)).toEqual({ missing: [], isNewer: false });
  });

  it('a store that lacks one, or has another in its place, names it', () => {
    const last = readMigrations().length;
    db.sqlite.prepare('DELETE FROM migrations WHERE number = ?').run(last);
    db.sqlite.prepare("UPDATE migrations SET sha256 = 'other' WHERE number = 1").run();
    expect(getReadiness(db)).toEqual({ missing: [1, last], isNewer: false });
  });

  it('a store of a newer program is told apart', () => {
    db.sqlite.prepare("INSERT INTO migrations VALUES (999, 'later', 'x', '2030-01-01')").run();
    expect(getReadiness(db)).toEqual({ missing: [], isNewer: true });
  });

  it('a store without any tables is an error', () => {
    const empty = openDatabase({ path: ':memory:' });
    expect(() => getReadiness(empty)).toThrow(/no such table/);
    empty.sqlite.close();
  });
});
