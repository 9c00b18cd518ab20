import 'server-only';
import { getScatter, getScatterPoints } from '../../db/queries/scatters';
import { type ScatterData, type ScatterRow, scatterData, singlePlaces } from '../../lib/panels/scatter';
import type { Query } from '../../lib/selection';
import type { Store } from '../_store/store';
import { type AskedPeers, askPeers, figureOf, USUAL } from './askPeers';

/** Rows of a page of the table. */
export const POINTS = 50;

export interface AskedScatter {
  asked: AskedPeers & { selection: { y: string } };
  data: ScatterData;
  /** those of the page, or all */
  rows: ScatterRow[];
  pages: number;
}

/** Two figures of the departments of the filter against each other, with a page of them, or all, in words. */
export async function askScatter(store: Store, query: Query, { whole = false } = {}): Promise<AskedScatter> {
  const { db } = store;
  const asked = await askPeers(store, query, USUAL.x);
  const { selection, filter } = asked;
  const { figure, year, departments: chosen, scale } = selection;
  const [x, y] = [
    figureOf(asked, 'x', figure, USUAL.x),
    figureOf(asked, 'y', selection.y, figure === USUAL.y ? USUAL.x : USUAL.y),
  ];
  const both = { x: x.figure, y: y.figure, year };
  const scatter = await getScatter(db, { ...filter, ...both, chosen });
  const pages = Math.max(1, Math.ceil(scatter.places.length / POINTS));
  const page = Math.min(selection.page, pages);
  const listed = whole ? scatter.places : scatter.places.slice((page - 1) * POINTS, page * POINTS);
  const marks = singlePlaces(scatter.places);
  const quoted = new Set([...listed, ...marks.single].map(({ number }) => number));
  const points = await getScatterPoints(db, both, [...quoted]);
  const data = scatterData({ x, y, year, ...scatter, ...marks, points, known: asked.known, scale });
  const rowOf = new Map(data.points.map((row) => [row.point, row]));
  const rows = listed.flatMap(({ number }) => {
    const point = points.get(number);
    return (point && rowOf.get(point)) ?? [];
  });
  return { asked: { ...asked, selection: { ...selection, y: y.figure, page } }, data, rows, pages };
}
