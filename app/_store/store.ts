import 'server-only';
import type { Db } from '../../db/open';
import { getDataVersion } from '../../db/queries/version';
import { servedDatabase } from '../../db/served';

export interface Store {
  db: Db;
  /** changes with every load; what is kept in memory is keyed by it */
  version: number;
}

/** The store as it stands now, so that a load while the server runs shows at the next request. */
export async function openStore(): Promise<Store> {
  const db = servedDatabase();
  return { db, version: await getDataVersion(db) };
}
