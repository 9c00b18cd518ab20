import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { projectFolder } from '../../db/folder';
import { withStore } from './store';

withStore();

const run = promisify(execFile);
/** Megabytes of heap; the tables that are written are several times as large. */
const HEAP = 48;
const COPIES = 700;

/** Every fact and claim again and again, as a store of many accounts would hold them. */
function swell(path: string): number {
  const store = new Sqlite(path);
  try {
    for (const table of ['facts', 'claims']) {
      const columns = store
        .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => `"${name}"`);
      const selected = columns.map((name) => (name === '"n"' ? 'n + 10000 * copy' : name));
      store.exec(`WITH RECURSIVE copies (copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < ${COPIES})
        INSERT INTO ${table} (${columns.join(', ')}) SELECT ${selected.join(', ')} FROM ${table} CROSS JOIN copies`);
    }
    return store.prepare('SELECT count(*) FROM facts').pluck().get() as number;
  } finally {
    store.close();
  }
}

it('an export far larger than its memory is written whole', async () => {
  const store = process.env.JUESUAN_DATABASE ?? '';
  const facts = swell(store);
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-memory-'));
  try {
    await run(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, join(projectFolder(), 'db', 'juesuan.mjs'), 'export', folder],
      { env: { ...process.env, JUESUAN_DATABASE: store } },
    );
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: { name: string; rows: number; bytes: number }[];
    };
    const bytes = resources.reduce((sum, resource) => sum + resource.bytes, 0);
    expect(resources.find(({ name }) => name === 'facts')?.rows).toBe(facts);
    expect(bytes).toBeGreaterThan(1.5 * HEAP * 1024 * 1024);
    expect(statSync(join(folder, 'juesuan.zip')).size).toBeGreaterThan(1_000_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
