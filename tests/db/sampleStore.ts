import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { projectFolder } from '../../db/folder';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase } from '../../db/open';
import { loadReference } from '../../db/reference';
import { type SampleCounts, type SampleOptions, storeSample } from '../../db/sample/store';

export const reference = loadReference(join(projectFolder(), 'data', 'reference'));

export const sampleOptions: SampleOptions = {
  departments: 14,
  years: 4,
  lastYear: 2021,
  seed: 'test',
  check: 'none',
  reference,
  now: new Date('2022-10-01T00:00:00Z'),
};

/** A store in memory with made-up accounts, before and after the reform of 2019. */
export async function sampleStore(more: Partial<SampleOptions> = {}): Promise<{ db: Db; counts: SampleCounts }> {
  const db = openDatabase({ path: ':memory:' });
  migrate(db);
  return { db, counts: await storeSample(db, { ...sampleOptions, ...more }) };
}

/** Every row of a table, in an order of its own. */
export const dump = (db: Db, table: string): string[] =>
  db.sqlite
    .prepare(`SELECT * FROM ${table}`)
    .raw()
    .all()
    .map((row) => JSON.stringify(row))
    .sort();

export const ROLLUPS = [
  'account_rollups',
  'figures',
  'prior_figures',
  'movements',
  'spending',
  'basic_spending',
  'region_spending',
  'region_basic_spending',
  'region_pairs',
  'region_basic_pairs',
  'region_figures',
  'region_years',
  'finding_rows',
  'finding_sums',
] as const;

/** Another store in memory with the same content, so that tests can change it. */
export function copyOf({ sqlite }: Db): Db {
  const copy = new Sqlite(sqlite.serialize());
  copy.pragma('foreign_keys = ON');
  return { path: ':memory:', sqlite: copy, orm: drizzle({ client: copy }) };
}
