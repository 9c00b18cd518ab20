import { connection } from 'next/server';
import { getFindingTotals } from '../../db/queries/findingCounts';
import { openStore } from '../_store/store';

/** How many contradictions and open questions there are, in the running head; nothing where the store cannot be asked. */
export async function NavCount() {
  await connection();
  const totals = await askTotals();
  if (!totals || totals.error + totals.warning === 0) return null;
  return (
    <span className="nav-count" title={`${totals.error} 处矛盾，${totals.warning} 处待查`}>
      {totals.error + totals.warning}
      <span className="visually-hidden">
        处，其中 {totals.error} 处矛盾、{totals.warning} 处待查
      </span>
    </span>
  );
}

/** The running head stands on error pages, too: a store that cannot be opened is told there and not here. */
async function askTotals() {
  try {
    return await getFindingTotals((await openStore()).db);
  } catch {
    return undefined;
  }
}
