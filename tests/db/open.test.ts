import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePath, projectFolder } from '../../db/folder';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase, StoreError, snapshot, tx } from '../../db/open';

let folder: string;
const open: Db[] = [];
const opened = (path: string, readonly = false): Db => {
  const db = openDatabase({ path, readonly });
  open.push(db);
  return db;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-open-'));
});
afterEach(() => {
  for (const db of open.splice(0)) db.sqlite.close();
  rmSync(folder, { recursive: true });
});

const refusal = (work: () => unknown): StoreError => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('not refused');
};

describe('openDatabase', () => {
  it('makes the folder and the file, in WAL, with foreign keys', () => {
    const path = join(folder, 'a', 'b', 'store.db');
    const db = opened(path);
    expect(existsSync(path)).toBe(true);
    expect(db.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.sqlite.pragma('busy_timeout', { simple: true })).toBeGreaterThanOrEqual(5000);
  });

  it.each([
    ['text', Buffer.from('这不是数据库，只是一段文字。'.repeat(100))],
    ['bytes', Buffer.alloc(4096, 0xab)],
  ])('says in Chinese that a file of %s is no database, and leaves it alone', (_kind, bytes) => {
    const path = join(folder, 'other.db');
    writeFileSync(path, bytes);
    expect(refusal(() => openDatabase({ path }))).toMatchObject({
      code: 'no_database',
      message: `不是数据库文件，或者已经损坏：${path}`,
    });
  });

  it('says that an address of a server cannot be opened, without repeating it', () => {
    const path = 'postgres://reader:secret@db/juesuan';
    expect(refusal(() => openDatabase({ path })).message).toBe(
      '本版本只支持 SQLite 文件，不支持数据库地址：JUESUAN_DATABASE',
    );
    expect(existsSync('postgres:')).toBe(false);
  });

  it('says that a folder cannot be opened', () => {
    mkdirSync(join(folder, 'store.db'));
    expect(refusal(() => openDatabase({ path: join(folder, 'store.db') })).message).toMatch(/^无法打开数据库：/);
  });

  it('read-only: needs a store, makes none, and writes nothing', () => {
    const path = join(folder, 'store.db');
    expect(refusal(() => openDatabase({ path, readonly: true })).code).toBe('no_store');
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, '');
    expect(refusal(() => openDatabase({ path, readonly: true })).code).toBe('no_store');
    migrate(opened(path));
    const reader = opened(path, true);
    expect(() => reader.sqlite.exec('DELETE FROM data_version')).toThrow(/readonly/);
  });
});

describe('databasePath', () => {
  it.each([
    [{}, join(projectFolder(), 'var/juesuan.db')],
    [{ JUESUAN_DATABASE: '' }, join(projectFolder(), 'var/juesuan.db')],
    [{ JUESUAN_DATABASE: 'else/where.db' }, join(projectFolder(), 'else/where.db')],
    [{ JUESUAN_DATABASE: '/srv/store.db' }, '/srv/store.db'],
    [{ JUESUAN_DATABASE: 'postgres://reader@db/juesuan' }, 'postgres://reader@db/juesuan'],
  ])('%j', (environment, path) => expect(databasePath(environment)).toBe(path));
});

describe('tx', () => {
  const counted = (db: Db): unknown => db.sqlite.prepare('SELECT count(*) FROM t').pluck().get();

  it('keeps all of it, or nothing', () => {
    const db = opened(':memory:');
    db.sqlite.exec('CREATE TABLE t (x INTEGER) STRICT');
    const insert = db.sqlite.prepare('INSERT INTO t VALUES (?)');
    expect(tx(db, () => insert.run(1).changes)).toBe(1);
    expect(() =>
      tx(db, () => {
        insert.run(2);
        throw new Error('halfway');
      }),
    ).toThrow('halfway');
    expect(counted(db)).toBe(1);
  });

  it('refuses work that waits, and takes back what it did before waiting', () => {
    const db = opened(':memory:');
    db.sqlite.exec('CREATE TABLE t (x INTEGER) STRICT');
    expect(() => tx(db, async () => db.sqlite.exec('INSERT INTO t VALUES (1)'))).toThrow('cannot wait');
    expect(counted(db)).toBe(0);
  });

  it('a snapshot does not see what is committed while it reads', () => {
    const path = join(folder, 'store.db');
    const writer = opened(path);
    writer.sqlite.exec('CREATE TABLE t (x INTEGER) STRICT');
    const reader = opened(path);
    const seen = snapshot(reader, () => {
      const before = counted(reader);
      tx(writer, () => writer.sqlite.exec('INSERT INTO t VALUES (1)'));
      return [before, counted(reader)];
    });
    expect(seen).toEqual([0, 0]);
    expect(counted(reader)).toBe(1);
  });
});
