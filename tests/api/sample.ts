import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase } from '../../db/open';
import { storeSample } from '../../db/sample/store';
import { sampleOptions } from '../db/sampleStore';

/** A store of made-up accounts, served to the file's tests, with a connection of its own for independent questions. */
export function withSample(): { rows: <Row>(sql: string, ...values: unknown[]) => Row[]; db: () => Db } {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-api-'));
  let db: Db | undefined;
  const opened = (): Db => {
    if (!db) throw new Error('not open yet');
    return db;
  };
  beforeAll(async () => {
    process.env.JUESUAN_DATABASE = join(folder, 'sample.db');
    db = openDatabase({ path: process.env.JUESUAN_DATABASE });
    migrate(db);
    await storeSample(db, { ...sampleOptions, check: 'slips' });
  }, 240_000);
  afterAll(() => {
    db?.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    db: opened,
    rows: <Row>(sql: string, ...values: unknown[]) =>
      opened()
        .sqlite.prepare<unknown[], Row>(sql)
        .all(...values),
  };
}
