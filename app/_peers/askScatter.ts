import 'server-only';
import { getScatter } from '../../db/queries/scatters';
import { type ScatterData, scatterData } from '../../lib/panels/scatter';
import type { Query } from '../../lib/selection';
import type { Store } from '../_store/store';
import { type AskedPeers, askPeers, figureOf, USUAL } from './askPeers';

/** Rows of a page of the table. */
export const POINTS = 50;

/** Two figures of the departments of the filter against each other. */
export async function askScatter(
  store: Store,
  query: Query,
): Promise<{ asked: AskedPeers & { selection: { y: string } }; data: ScatterData; pages: number }> {
  const { db } = store;
  const asked = await askPeers(store, query, USUAL.x);
  const { selection, filter } = asked;
  const { figure, year, departments: chosen, scale } = selection;
  const [x, y] = [
    figureOf(asked, 'x', figure, USUAL.x),
    figureOf(asked, 'y', selection.y, figure === USUAL.y ? USUAL.x : USUAL.y),
  ];
  const scatter = await getScatter(db, { ...filter, x: x.figure, y: y.figure, year, chosen });
  const pages = Math.max(1, Math.ceil(scatter.points.length / POINTS));
  const data = scatterData({ x, y, year, ...scatter, chosen, known: asked.known, scale });
  const page = Math.min(selection.page, pages);
  return { asked: { ...asked, selection: { ...selection, y: y.figure, page } }, data, pages };
}
