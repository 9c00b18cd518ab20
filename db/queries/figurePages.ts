import type { Db } from '../open';
import { preparedSql } from '../prepared';
import type { AccountKey, AccountScope } from './accountSteps';
import { joined } from './conditions';
import { type Figure, type FigureId, type FigureName, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import { type PageAsk, type RowPage, readRowPage } from './rowPages';

/** A measure's level or a metric of one account; where it is missing, `reason` says why. */
export interface AccountFigure extends Omit<Figure, 'value' | 'low' | 'high' | 'source'> {
  account: string;
  figure: FigureId;
  label: string;
  value: string | null;
  low: string | null;
  high: string | null;
  source: Figure['source'] | 'missing';
}

export interface FigureQuery {
  kind: FigureName['kind'];
  figures?: readonly FigureId[];
  disputed?: boolean;
}

type Row = Omit<FigureColumns, 'value' | 'source'> &
  Pick<FigureName, 'figure' | 'label' | 'unit'> & { n: number; value: number | null; source: AccountFigure['source'] };

function figureRowOf(account: string, { n: _n, ...row }: Row): AccountFigure {
  const { value, figure, label, source, unit } = row;
  const head = { account, figure, label };
  if (value === null) {
    const { decimals, reason, line } = row;
    return { ...head, value: null, low: null, high: null, unit, decimals, source, disputed: false, reason, line };
  }
  return { ...head, ...figureOf({ ...row, value, source: source === 'missing' ? 'computed' : source }, unit), source };
}

/** Measures or metrics of accounts, one row an account and figure, figures in the order of their register. */
export function getFigurePage(
  db: Db,
  scope: AccountScope,
  { kind, figures, disputed }: FigureQuery,
  ask: PageAsk,
): RowPage<AccountFigure> {
  const { sql, values } = joined([
    ['n.kind = ?', kind],
    ...(figures === undefined
      ? []
      : [
          [
            `n.id IN (${figures.map(() => '?').join(', ')})`,
            ...figures.map((id) => figureRow(db, id)?.id ?? -1),
          ] as const,
        ]),
    ...(disputed === undefined ? [] : [['f.disputed = ?', disputed ? 1 : 0] as const]),
  ]);
  const text = `SELECT n.id AS n, n.figure, n.label, n.unit, f.value, f.low, f.high, f.decimals, f.source, f.disputed, f.reason, f.line
    FROM figure_names n CROSS JOIN figures f ON f.department = ? AND f.figure = n.id AND f.year = ?
    WHERE n.id > ? AND ${sql} ORDER BY n.id LIMIT ?`;
  const read = (store: Db, { id, department, year }: AccountKey, after: number, most: number) =>
    preparedSql<Row>(store, text)
      .all(department, year, after, ...values, most)
      .map((row) => ({ n: row.n, row: figureRowOf(id, row) }));
  return readRowPage(db, { scope, read, mostAccounts: 1_000 }, ask);
}
