import { type Db, tables } from '../open';
import { prepared } from '../prepared';

const version = ({ orm }: Db) => orm.select({ version: tables.dataVersion.version }).from(tables.dataVersion).prepare();

/** For queries that answer within one snapshot. */
export const readDataVersion = (db: Db): number => prepared(db, version).get()?.version ?? 0;

/** The number that every change of the stored data raises; pages and caches key on it. */
export async function getDataVersion(db: Db): Promise<number> {
  return readDataVersion(db);
}

/** When the stored data last changed, ISO 8601. */
export const getChangeMoment = async ({ orm }: Db): Promise<string> =>
  orm.select({ changedAt: tables.dataVersion.changedAt }).from(tables.dataVersion).get()?.changedAt ??
  '1970-01-01T00:00:00.000Z';
