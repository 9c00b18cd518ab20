import 'server-only';
import { getDistribution } from '../../db/queries/distributions';
import { getRanking } from '../../db/queries/rankings';
import { type DistributionData, distributionData } from '../../lib/panels/distribution';
import type { Query } from '../../lib/selection';
import type { Store } from '../_store/store';
import { type AskedPeers, askPeers, figureOf, USUAL } from './askPeers';
import { RANKS } from './askRanking';
import { peersPath } from './peerSelection';

/** Up to so many departments are drawn one by one below the columns. */
const MOST_SINGLE = 60;

/** How a figure is spread among the departments of the filter. */
export async function askDistribution(
  store: Store,
  query: Query,
): Promise<{ asked: AskedPeers; data: DistributionData }> {
  const { db } = store;
  const asked = await askPeers(store, query, USUAL.figure);
  const { selection, filter, known } = asked;
  const { figure, year, departments: chosen } = selection;
  const name = figureOf(asked, 'figure', figure, USUAL.figure);
  const one = { ...filter, figure, year, chosen };
  const [spread, ranking] = await Promise.all([
    getDistribution(db, one),
    getRanking(db, { ...one, limit: MOST_SINGLE }),
  ]);
  const bins = spread?.bins ?? [];
  const above = (bin: number): number => bins.slice(bin + 1).reduce((sum, { count }) => sum + count, 0);
  const data = distributionData({
    label: name.label,
    unit: name.unit,
    year,
    spread,
    single: ranking.total <= MOST_SINGLE ? ranking.rows : [],
    chosen: ranking.chosen,
    criterion: ranking.criterion,
    completeness: { known, published: ranking.total + ranking.missing, counted: ranking.total },
    binPath: (bin) =>
      peersPath('rankings', {
        ...selection,
        text: undefined,
        order: 'descending',
        page: Math.floor(above(bin) / RANKS) + 1,
      }),
  });
  return { asked, data };
}
