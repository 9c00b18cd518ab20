import Sqlite from 'better-sqlite3';
import { serveTable } from '../../app/_downloads/accountTables';
import { serveDocument } from '../../app/_downloads/document';

export { documents, HENGSHAN, load, MIZHI, withStore } from '../embed/store';

export const ORIGIN = 'https://juesuan.example';
const asked = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`${ORIGIN}${path}`, { headers });

export const askTable = (account: string, file: string, query = ''): Promise<Response> =>
  serveTable(asked(`/accounts/${account}/tables/${file}${query}`), account, file);

export const askDocument = (account: string, query = '', headers: Record<string, string> = {}): Promise<Response> =>
  serveDocument(asked(`/accounts/${account}/document${query}`, headers), account);

/** Rows of the served store, asked for without any of our queries. */
export function rowsOf<Row>(sql: string, ...values: unknown[]): Row[] {
  const store = new Sqlite(process.env.JUESUAN_DATABASE ?? '', { readonly: true });
  try {
    return store.prepare<unknown[], Row>(sql).all(...values);
  } finally {
    store.close();
  }
}

/** Text that would do harm where it is not escaped: as a formula, as markup, as a field, as a line, as a header. */
export const HOSTILE = '=cmd|\'/C calc\'!A0,"x"</script><script>alert(1)</script>\r\nEvil: 1 &amp; ]]> _x0041_';

/** Puts hostile text wherever a document could bring it. */
export function poison(account: string): void {
  const store = new Sqlite(process.env.JUESUAN_DATABASE ?? '');
  try {
    const key = store.prepare<unknown[], { key: number }>('SELECT key FROM accounts WHERE id = ?').get(account)?.key;
    store
      .prepare('UPDATE revisions SET name = ?, title = ?, file = ? WHERE account = ?')
      .run(HOSTILE, HOSTILE, HOSTILE, key);
    store.prepare('UPDATE facts SET name = ? WHERE account = ? AND n = 0').run(HOSTILE, key);
    store.prepare('UPDATE lines SET name = ? WHERE account = ? AND n = 0').run(HOSTILE, key);
    store.prepare('UPDATE statements SET title = ? WHERE account = ? AND n = 0').run(HOSTILE, key);
    store.prepare('UPDATE claims SET sentence = ?, subject = ? WHERE account = ? AND n = 0').run(HOSTILE, HOSTILE, key);
    store.prepare('UPDATE findings SET message = ? WHERE account = ? AND n = 0').run(HOSTILE, key);
    store
      .prepare('UPDATE departments SET name = ? WHERE id = (SELECT department FROM accounts WHERE key = ?)')
      .run(HOSTILE, key);
    store.exec('UPDATE data_version SET version = version + 1');
  } finally {
    store.close();
  }
}
