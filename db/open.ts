import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { databasePath, isAddress } from './folder';
import { sqliteKit } from './kits/sqlite';
import { defineSchema } from './schema';

export const tables = defineSchema(sqliteKit);

/** An open store: the connection for loading, and drizzle over it for asking. */
export interface Db {
  readonly path: string;
  readonly sqlite: Sqlite.Database;
  readonly orm: BetterSQLite3Database;
}

/** The store cannot be opened: a code for programs, a Chinese sentence that names the file for people. */
export class StoreError extends Error {
  override name = 'StoreError';
  constructor(
    readonly code: 'no_store' | 'no_database' | 'cannot_open' | 'newer_store' | 'other_store',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Opens the store of `JUESUAN_DATABASE` or the given path. Read-only for serving: the file must exist, nothing is written. */
export function openDatabase({ path = databasePath(), readonly = false } = {}): Db {
  if (isAddress(path))
    throw new StoreError('cannot_open', '本版本只支持 SQLite 文件，不支持数据库地址：JUESUAN_DATABASE');
  if (path !== ':memory:') {
    if (readonly && !existsSync(path))
      throw new StoreError('no_store', `还没有数据库：${path}。请先载入决算（npm start）。`);
    if (!readonly) makeFolder(path);
  }
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { readonly, timeout: 10_000 });
    if (!readonly) sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -65536');
    const isEmpty = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'data_version'").get() === undefined;
    if (readonly && isEmpty) throw new StoreError('no_store', `数据库里还没有决算：${path}。请先载入（npm start）。`);
    return { path, sqlite, orm: drizzle({ client: sqlite }) };
  } catch (error) {
    sqlite?.close();
    throw openError(error, path);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw openError(error, path);
  }
}

function openError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return new StoreError('no_database', `不是数据库文件，或者已经损坏：${path}`, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError('cannot_open', `无法打开数据库：${path}（${reason}）`, { cause: error });
}

/**
 * Runs `work` in one transaction: all of it or nothing. Synchronous on purpose: a transaction that waits would let other
 * work into it, and a promise that fails would not roll back.
 */
export function tx<T>(db: Db, work: () => T): T {
  return db.sqlite
    .transaction(() => {
      const result = work();
      if (result instanceof Promise) throw new TypeError('a transaction cannot wait: work returned a promise');
      return result;
    })
    .immediate();
}

/** Runs `read` on one state of the store, however much is loaded meanwhile. */
export const snapshot = <T>(db: Db, read: () => T): T => db.sqlite.transaction(read).deferred();
