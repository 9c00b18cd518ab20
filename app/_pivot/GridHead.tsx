import type { MouseEvent } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { GridCells } from './GridCells';
import { Head, sortWord } from './GridParts';
import { columnId, type GridRow, type PivotGrid } from './gridShape';
import { type Place, placeId } from './useRoving';

interface GridHeadProps {
  grid: PivotGrid;
  total: GridRow | undefined;
  selection: PivotSelection;
  sort: (by: string) => void;
  active: Place;
  title: string;
}

const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey;

/** Names of the columns and the total; both stay in sight. */
export function GridHead({ grid, total, selection, sort, active, title }: GridHeadProps) {
  const onClick = (event: MouseEvent): void => {
    const by = (event.target as HTMLElement).closest<HTMLElement>('[data-sort]')?.dataset.sort;
    if (by === undefined || !isPlain(event)) return;
    event.preventDefault();
    sort(by);
  };
  const isActive = (column: number): boolean => active.row === -1 && active.column === column;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links in it answer the keyboard
    <thead onClick={onClick}>
      <tr aria-rowindex={1}>
        <th
          scope="col"
          className="sticky"
          aria-colindex={1}
          data-place={placeId({ row: -1, column: 0 })}
          tabIndex={isActive(0) ? 0 : -1}
        >
          {title.split(' × ')[0]}
        </th>
        {grid.heads.map((head, at) => (
          <th
            key={columnId(head)}
            scope="col"
            className="figure"
            aria-colindex={at + 2}
            aria-sort={sortWord(selection.order, columnId(head))}
            data-place={placeId({ row: -1, column: at + 1 })}
          >
            <Head grid={grid} head={head} selection={selection} tabIndex={isActive(at + 1) ? 0 : -1} />
          </th>
        ))}
      </tr>
      {total && (
        <tr className="total" aria-rowindex={2}>
          <GridCells grid={grid} row={total} at={0} selection={selection} active={active} />
        </tr>
      )}
    </thead>
  );
}
