import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflated } from './deflated';
import { projectFolder } from './folder';
import { type Db, StoreError, tx } from './open';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  sha256: string;
}

const FILE = /^(\d{4})_(\w+)\.sql$/;

/** The numbered migrations of a folder, in order; throws when a number is missing or used twice. */
export function readMigrations(folder = join(projectFolder(), 'db', 'migrations', 'sqlite')): Migration[] {
  const migrations = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, number, name] = FILE.exec(file) ?? [];
      if (number === undefined || name === undefined) return [];
      const sql = readFileSync(join(folder, file), 'utf8');
      return [{ number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }];
    });
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new Error(`migration out of order: ${number} ${name}`);
  });
  return migrations;
}

/**
 * Brings the store up to date, each migration in its own transaction, and returns the names applied now. Refuses a store
 * that a newer program has written.
 */
export function migrate(db: Db, migrations: readonly Migration[] = readMigrations()): string[] {
  db.sqlite.exec(`CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`);
  const known = migrations.length;
  const newest = db.sqlite.prepare('SELECT max(number) FROM migrations').pluck().get() as number | null;
  if (newest !== null && newest > known)
    throw new StoreError('newer_store', `数据库由较新的版本写成（迁移 ${newest}，本版本只到 ${known}）：${db.path}`);
  db.sqlite.function('deflated', { deterministic: true }, (value: unknown) => deflatedValue(value));
  // a table that others refer to is rebuilt under another name: references are checked when it is done
  db.sqlite.pragma('foreign_keys = OFF');
  try {
    return migrations.filter((migration) => tx(db, () => apply(db, migration))).map(({ name }) => name);
  } finally {
    db.sqlite.pragma('foreign_keys = ON');
  }
}

function deflatedValue(value: unknown): Buffer | null {
  if (value === null) return null;
  return deflated(value instanceof Uint8Array ? value : Buffer.from(String(value)));
}

function apply(db: Db, { number, name, sql, sha256 }: Migration): boolean {
  const applied = db.sqlite.prepare('SELECT sha256 FROM migrations WHERE number = ?').pluck().get(number);
  if (applied === sha256) return false;
  if (applied !== undefined)
    throw new StoreError(
      'other_store',
      `数据库由另一种表结构写成（迁移 ${number} ${name} 与本版本不同）：${db.path}。请改用新的数据库文件并重新载入。`,
    );
  db.sqlite.exec(sql);
  const broken = db.sqlite.pragma('foreign_key_check') as { table: string }[];
  if (broken[0]) throw new Error(`migration ${number} ${name} leaves a broken reference: ${broken[0].table}`);
  db.sqlite
    .prepare('INSERT INTO migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)')
    .run(number, name, sha256, new Date().toISOString());
  return true;
}
