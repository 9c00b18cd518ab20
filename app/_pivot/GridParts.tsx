import type { ReactNode } from 'react';
import { type PivotOrder, type PivotSelection, pivotPath } from '../../lib/pivot';
import {
  columnId,
  columnMembers,
  columnText,
  type GridCell,
  type GridColumn,
  type GridRow,
  lineOf,
  markOf,
  memberName,
  noteOf,
  type PivotGrid,
  rowMembers,
  textOf,
} from './gridShape';
import { cellHref, memberHref } from './links';
import { CELL_MARKS, marksIn } from './marks';

/** The order that a click on a column's head asks for: the largest first, then the smallest, then that of the codes. */
export function nextOrder(order: PivotOrder | undefined, by: string): PivotOrder | undefined {
  if (order?.by !== by) return { by, descending: true };
  return order.descending ? { by, descending: false } : undefined;
}

export const sortWord = (order: PivotOrder | undefined, by: string): 'ascending' | 'descending' | undefined =>
  order?.by !== by ? undefined : order.descending ? 'descending' : 'ascending';

const orderPath = (selection: PivotSelection, order: PivotOrder | undefined): string => {
  const { order: _order, ...rest } = selection;
  return pivotPath({ ...rest, ...(order ? { order } : {}), page: 1 });
};

interface HeadProps {
  grid: PivotGrid;
  head: GridColumn;
  selection: PivotSelection;
  tabIndex?: number;
}

/** A column's name, which sorts by it, and how many of how many are summed in it. */
export function Head({ grid, head, selection, tabIndex }: HeadProps) {
  const id = columnId(head);
  const sort = sortWord(selection.order, id);
  const text = columnText(grid, head, grid.columns.length === 0 ? '金额' : '合计');
  return (
    <>
      <a href={orderPath(selection, nextOrder(selection.order, id))} data-sort={id} tabIndex={tabIndex} title={text}>
        <span className="sort-sign" aria-hidden="true">
          {sort === 'descending' ? '▾' : sort === 'ascending' ? '▴' : ''}
        </span>
        {text}
      </a>
      {head.note && <span className="small">{head.note}</span>}
    </>
  );
}

interface RowNameProps {
  grid: PivotGrid;
  row: GridRow;
  selection: PivotSelection;
  tabIndex?: number;
  /** what opens and closes the rows below */
  opener?: ReactNode;
}

export function RowName({ grid, row, selection, tabIndex, opener }: RowNameProps) {
  const last = rowMembers(grid, row).at(-1);
  if (!last) return <span className="label">合计</span>;
  const { code, name } = memberName(grid, last);
  const href = memberHref(selection, last);
  const words = (
    <>
      {code && <span className="code">{code}</span>}
      {name}
    </>
  );
  return (
    <span className="label" title={[code, name].filter(Boolean).join(' ')}>
      {opener}
      {href ? (
        <a className="cell-link" href={href} tabIndex={tabIndex}>
          {words}
        </a>
      ) : (
        words
      )}
      {row.note && <span className="small row-note"> {row.note}</span>}
    </span>
  );
}

interface AmountProps {
  grid: PivotGrid;
  row: GridRow;
  head: GridColumn;
  cell: GridCell | undefined;
  selection: PivotSelection;
  tabIndex?: number;
}

/** A figure, leading to its line or its parts, with its mark. */
export function Amount({ grid, row, head, cell = '', selection, tabIndex }: AmountProps) {
  const members = [...rowMembers(grid, row), ...columnMembers(grid, head)];
  const href = cellHref(selection, members, cell);
  const [mark, note, text] = [markOf(cell), noteOf(cell), textOf(cell)];
  // of a sum with disputed parts only the mark is red
  const isRed = mark === 'contradicted' || (mark === 'disputed' && lineOf(cell) !== null);
  const signs = marksIn(cell).map((one) => (
    <abbr
      key={one}
      className={one === 'disputed' || one === 'contradicted' ? 'mark mark-disputed' : 'mark'}
      title={note ?? undefined}
    >
      {CELL_MARKS[one].sign}
    </abbr>
  ));
  if (mark === 'gap' || !href)
    return (
      <span className="missing" title={note ?? undefined}>
        {signs}
        {text}
        {note && <span className="visually-hidden">{note}</span>}
      </span>
    );
  return (
    <span className={isRed ? 'disputed' : undefined}>
      {signs}
      <a className="cell-link" href={href} tabIndex={tabIndex} title={note ?? undefined}>
        {text}
        {note && <span className="visually-hidden">，{note}</span>}
      </a>
    </span>
  );
}
