import type { ReactNode } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { Amount, RowName } from './GridParts';
import { columnId, type GridRow, type PivotGrid } from './gridShape';
import { type Place, placeId } from './useRoving';

interface GridCellsProps {
  grid: PivotGrid;
  row: GridRow;
  /** the row's place: 0 the total */
  at: number;
  selection: PivotSelection;
  active: Place;
  opener?: ReactNode;
}

/** The cells of one row; the one that the tab key reaches is its link, or itself where it has none. */
export function GridCells({ grid, row, at, selection, active, opener }: GridCellsProps) {
  const reach = (column: number): 0 | -1 => (active.row === at && active.column === column ? 0 : -1);
  return (
    <>
      <th
        scope="row"
        className="sticky"
        aria-colindex={1}
        data-place={placeId({ row: at, column: 0 })}
        tabIndex={reach(0)}
      >
        <RowName grid={grid} row={row} selection={selection} tabIndex={-1} opener={opener} />
      </th>
      {grid.heads.map((head, column) => (
        <td
          key={columnId(head)}
          className="figure"
          aria-colindex={column + 2}
          data-place={placeId({ row: at, column: column + 1 })}
          tabIndex={reach(column + 1)}
        >
          <Amount grid={grid} row={row} head={head} cell={row.cells[column]} selection={selection} tabIndex={-1} />
        </td>
      ))}
    </>
  );
}
