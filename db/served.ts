import { statSync } from 'node:fs';
import { databasePath } from './folder';
import { type Db, openDatabase } from './open';

interface Served {
  db: Db;
  file: string;
}

/** Kept on the process, so that a reloaded module finds the open connection. */
const kept = globalThis as { juesuanServed?: Served | undefined };

function identityOf(path: string): string {
  const { dev, ino } = statSync(path, { throwIfNoEntry: false }) ?? { dev: 0, ino: 0 };
  return `${path}|${dev}|${ino}`;
}

/** The store as a server reads it: one read-only connection a process, opened anew when the file was replaced. */
export function servedDatabase(): Db {
  const path = databasePath();
  const file = identityOf(path);
  if (kept.juesuanServed?.file === file) return kept.juesuanServed.db;
  const db = openDatabase({ path, readonly: true });
  kept.juesuanServed?.db.sqlite.close();
  kept.juesuanServed = { db, file };
  return db;
}

/** Closes the connection, if there is one; the next question opens it anew. */
export function closeServed(): void {
  kept.juesuanServed?.db.sqlite.close();
  kept.juesuanServed = undefined;
}
