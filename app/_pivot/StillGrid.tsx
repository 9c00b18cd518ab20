import type { CSSProperties } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { Amount, Head, RowName, sortWord } from './GridParts';
import { columnId, type GridRow, type PivotGrid, rowId } from './gridShape';

interface StillGridProps {
  grid: PivotGrid;
  lines: readonly GridRow[];
  selection: PivotSelection;
  title: string;
}

/** A page of a pivot as a plain table, for readers without scripts and until those have come. */
export function StillGrid({ grid, lines, selection, title }: StillGridProps) {
  return (
    <table className="pivot-table" style={widthOf(grid)}>
      <caption className="visually-hidden">{title}</caption>
      <Columns grid={grid} />
      <thead>
        <tr>
          <th scope="col" className="sticky">
            {title.split(' × ')[0]}
          </th>
          {grid.heads.map((head) => (
            <th
              key={columnId(head)}
              scope="col"
              className="figure"
              aria-sort={sortWord(selection.order, columnId(head))}
            >
              <Head grid={grid} head={head} selection={selection} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((row) => (
          <tr
            key={rowId(row)}
            className={row.keys.length === 0 ? 'total' : undefined}
            data-depth={grid.rows.length > 1 ? row.keys.length - 1 : undefined}
          >
            <th scope="row" className="sticky">
              <RowName grid={grid} row={row} selection={selection} />
            </th>
            {grid.heads.map((head, at) => (
              <td key={columnId(head)} className="figure">
                <Amount grid={grid} row={row} head={head} cell={row.cells[at]} selection={selection} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The table's width follows from the number of its columns. */
export const widthOf = ({ heads }: PivotGrid): CSSProperties => ({ '--columns': heads.length }) as CSSProperties;

/** Columns are as wide on the page of the server as in the grid of the client, so that nothing jumps. */
export function Columns({ grid }: { grid: PivotGrid }) {
  return (
    <colgroup>
      <col className="pivot-names" />
      {grid.heads.map((head) => (
        <col key={columnId(head)} className="pivot-figures" />
      ))}
    </colgroup>
  );
}
