import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, headOf } from './departmentColumns';
import type { Figure, FigureId } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import type { PeerFilter } from './peers';

/** A measure whose printed places, or sums, contradict each other. */
export interface Dispute {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  year: number;
  figure: FigureId;
  label: string;
  level: Figure;
}

interface DisputeRow extends DepartmentColumns, FigureColumns {
  account: string;
  year: number;
  figure: string;
  label: string;
  unit: string;
}

/** `of`: measures only, or the metrics that rest on them. */
export type DisputeQuery = { year?: number; of?: 'measure' | 'metric' } & Omit<PeerFilter, 'size'> & PageBounds;

/** The figures of the given year (else of all years) in dispute, the largest amounts first. */
export async function getDisputes(db: Db, query: DisputeQuery = {}): Promise<Paged<Dispute>> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query, 20);
    const peers = peerConditions(query);
    const years = query.year === undefined ? '' : 'AND f.year = ?';
    // the plus keeps the index of disputes, which is small, in use
    const named = query.of === undefined ? '' : 'AND +f.figure IN (SELECT id FROM figure_names WHERE kind = ?)';
    const where = `f.disputed = 1 ${years} ${named} AND f.value IS NOT NULL AND ${peers.sql}`;
    const asked = [query.year, query.of].filter((value) => value !== undefined);
    const values = [...asked, ...peers.values];
    const from = 'FROM figures f CROSS JOIN account_rollups r ON r.account = f.account';
    const sql = `SELECT a.id AS account, f.year, n.figure, n.label, n.unit, ${DEPARTMENT_COLUMNS},
        f.value, f.low, f.high, f.decimals, f.source, f.disputed, f.reason, f.line
      ${from} CROSS JOIN accounts a ON a.key = f.account CROSS JOIN figure_names n ON n.id = f.figure
        CROSS JOIN departments d ON d.id = f.department LEFT JOIN regions g ON g.code = d.region
      WHERE ${where} ORDER BY ${query.year === undefined ? 'f.year DESC, ' : ''}f.value DESC LIMIT ? OFFSET ?`;
    const rows = preparedSql<DisputeRow>(db, sql).all(...values, limit, offset);
    const counted = peers.values.length === 0 ? 'FROM figures f' : from;
    const total =
      preparedSql<{ n: number }>(db, `SELECT count(*) AS n ${counted} WHERE ${where}`).get(...values)?.n ?? 0;
    return {
      rows: rows.map((row) => {
        const { kind: _kind, ...head } = headOf(row);
        const { account, year, figure, label } = row;
        return { account, ...head, year, figure, label, level: figureOf(row, row.unit) };
      }),
      total,
      limit,
      offset,
    };
  });
}
