import type { Db } from '../open';

/** Whether the store holds made-up accounts: every page of it says 示例数据. */
export async function isSample(_db: Db): Promise<boolean> {
  return false;
}
