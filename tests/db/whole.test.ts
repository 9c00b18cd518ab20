import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storePrepared } from '../../db/loading/store';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase, tx } from '../../db/open';
import { getAccount } from '../../db/queries/account';
import { getAccounts } from '../../db/queries/accounts';
import { getDataVersion } from '../../db/queries/version';
import { madePrepared, madeReading } from './made';

/** Programs of their own start slowly on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const ID = '990101-lincao-ju-2022';
let folder: string;
let path: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-whole-'));
  path = join(folder, 'store.db');
  db = openDatabase({ path });
  migrate(db);
});
afterEach(() => {
  db.sqlite.close();
  rmSync(folder, { recursive: true });
});

const child = (script: string): string => fileURLToPath(new URL(script, import.meta.url));
const rows = (): unknown[] =>
  ['accounts', 'departments', 'documents', 'revisions', 'statements', 'lines', 'facts', 'claims', 'levels'].map(
    (table) => db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

describe('a process killed while it loads', () => {
  const killAt = (table: string, row: number) =>
    spawnSync(process.execPath, ['--import', 'tsx', child('killed.ts'), path, table, String(row)], {
      encoding: 'utf8',
    });

  it.each([
    ['statements', 0],
    ['lines', 1],
    ['facts', 5],
    ['claims', 1],
    ['performance_indicators', 0],
  ])('leaves the store whole: killed at %s %i of a new account', (table, row) => {
    expect(killAt(table, row).signal).toBe('SIGKILL');
    expect(rows()).toEqual(rows().map(() => 0));
    expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(tx(db, () => storePrepared(db, madePrepared(madeReading()))).status).toBe('added');
  });

  it('leaves the stored revision whole and current', async () => {
    tx(db, () => storePrepared(db, madePrepared(madeReading())));
    const before = [rows(), await getAccount(db, ID), await getDataVersion(db)];
    expect(killAt('claims', 1).signal).toBe('SIGKILL');
    expect([rows(), await getAccount(db, ID), await getDataVersion(db)]).toEqual(before);
    expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a reader beside a loader', () => {
  it('sees a revision whole, old or new, and every load raises the version it sees', async () => {
    const reader = openDatabase({ path, readonly: true });
    const writer = spawn(process.execPath, ['--import', 'tsx', child('writing.ts'), path, '60'], { stdio: 'inherit' });
    const exit = new Promise<number | null>((resolve) => writer.on('exit', resolve));
    let running = true;
    void exit.then(() => {
      running = false;
    });
    const seen = new Set<number>();
    while (running) {
      const account = await getAccount(reader, ID);
      if (account) {
        seen.add(account.revision);
        expect(account.claims.map(({ sentence }) => sentence)).toEqual(
          Array.from({ length: account.revision % 5 }, () => `第 ${account.revision} 版`),
        );
        expect(account.facts).toHaveLength(10);
        expect((await getAccounts(reader)).length).toBe(1);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await exit).toBe(0);
    expect(seen.size).toBeGreaterThan(3);
    expect((await getAccount(reader, ID))?.revision).toBe(60);
    expect(await getDataVersion(reader)).toBe(60);
    reader.sqlite.close();
  });
});
