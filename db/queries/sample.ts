import type { Db } from '../open';
import { preparedSql } from '../prepared';

/** Whether the store holds made-up accounts: whatever is made from it says 示例数据. */
export const isSample = (db: Db): boolean =>
  preparedSql<{ value: string }>(db, "SELECT value FROM properties WHERE name = 'sample'").get() !== undefined;
