import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

const latest = (db: Db): string =>
  preparedSql<{ loadedAt: string | null }>(db, 'SELECT max(loaded_at) AS loadedAt FROM revisions').get()?.loadedAt ??
  '1970-01-01T00:00:00Z';

/** When the newest document was stored. */
export async function getLoadedAt(db: Db): Promise<string> {
  return perVersion(db, latest);
}
