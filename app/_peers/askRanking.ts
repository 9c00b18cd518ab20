import 'server-only';
import { MOST_ROWS } from '../../db/queries/bounds';
import { getRanking, type Ranking, type RankingQuery } from '../../db/queries/rankings';
import { type RankingData, rankingData } from '../../lib/panels/ranking';
import type { Query } from '../../lib/selection';
import type { Store } from '../_store/store';
import { type AskedPeers, askPeers, figureOf, USUAL } from './askPeers';

/** Departments of a page. */
export const RANKS = 25;

export interface AskedRanking {
  asked: AskedPeers;
  data: RankingData;
  /** at least 1 */
  pages: number;
}

/** A download holds no more departments than this. */
const MOST_DOWNLOADED = 10_000;

/** All pages of a ranking as one. */
async function wholeRanking({ db }: Store, query: RankingQuery): Promise<Ranking> {
  const first = await getRanking(db, { ...query, limit: MOST_ROWS });
  const rows = [...first.rows];
  while (rows.length < Math.min(first.total, MOST_DOWNLOADED)) {
    const next = await getRanking(db, { ...query, chosen: [], limit: MOST_ROWS, offset: rows.length });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

/** A page of departments by a figure, or all of them, and the marked ones wherever they stand. */
export async function askRanking(store: Store, query: Query, { whole = false } = {}): Promise<AskedRanking> {
  const { db } = store;
  const asked = await askPeers(store, query, USUAL.figure);
  const { selection, filter } = asked;
  const { figure, year, order, departments: chosen, scale } = selection;
  const name = figureOf(asked, 'figure', figure, USUAL.figure);
  const one = { ...filter, figure, year };
  const largest = await getRanking(db, { ...one, limit: 1 });
  const pages = Math.max(1, Math.ceil(largest.total / RANKS));
  const page = Math.min(selection.page, pages);
  const shown = { ...one, order, chosen };
  const [ranking, ends] = await Promise.all([
    whole ? wholeRanking(store, shown) : getRanking(db, { ...shown, limit: RANKS, offset: (page - 1) * RANKS }),
    order === 'descending' ? largest : getRanking(db, { ...one, order, limit: 1 }),
  ]);
  const data = rankingData({
    label: name.label,
    unit: name.unit,
    year,
    order,
    rows: ranking.rows,
    chosen: ranking.chosen,
    first: ends.rows[0],
    largest: largest.rows[0]?.figure.value,
    criterion: ranking.criterion,
    completeness: { known: asked.known, published: ranking.total + ranking.missing, counted: ranking.total },
    scale,
  });
  return { asked: { ...asked, selection: { ...selection, page } }, data, pages };
}
