import type { Db } from '../open';
import { preparedSql } from '../prepared';

/** Whether the store holds made-up accounts: every page of it says 示例数据. */
export async function isSample(db: Db): Promise<boolean> {
  const row = preparedSql<{ value: string }>(db, "SELECT value FROM properties WHERE name = 'sample'").get();
  return row !== undefined;
}
