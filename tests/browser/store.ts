import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../db/open';
import { getAccount } from '../../db/queries/account';
import { getDocument } from '../../db/queries/documents';
import { getFindings, type StoredFinding } from '../../db/queries/findings';
import type { Account } from '../../lib/facts';

/** The store of the server under test, as tests/setup/server.mjs lays it out. */
export const path =
  process.env.JUESUAN_TEST_DATABASE ?? fileURLToPath(new URL('../../var/test/juesuan.db', import.meta.url));

export const MIZHI = '610827-gongye-shangmao-ju-2023';
export const HENGSHAN = '610803-gongye-shangmao-ju-2021';
export const BOTH = `/compare/${MIZHI},${HENGSHAN}`;

async function reading<T>(ask: (db: ReturnType<typeof openDatabase>) => Promise<T | undefined>): Promise<T> {
  const db = openDatabase({ path, readonly: true });
  try {
    const found = await ask(db);
    if (found === undefined) throw new Error(`not in the store: ${path}`);
    return found;
  } finally {
    db.sqlite.close();
  }
}

export const storedAccount = (id: string): Promise<Account> => reading((db) => getAccount(db, id));
export const storedFindings = (): Promise<StoredFinding[]> => reading((db) => getFindings(db));
export const storedLines = (id: string): Promise<string[]> => reading(async (db) => (await getDocument(db, id))?.lines);

/** Loads a file into the running server's store, as a person would at the command line. */
export function load(file: string): void {
  execFileSync(process.execPath, ['db/juesuan.mjs', 'load', file], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, JUESUAN_DATABASE: path },
    stdio: 'pipe',
  });
}
