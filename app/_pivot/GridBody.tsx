import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { GridCells } from './GridCells';
import type { PivotGrid } from './gridShape';
import type { GridTableRow } from './useGridTable';
import type { Roving } from './useRoving';

/** Height of a row with a name of one line, in px, as pivot.css sets it; others are measured. */
const ROW_HEIGHT = 33;

interface GridBodyProps {
  grid: PivotGrid;
  rows: readonly GridTableRow[];
  selection: PivotSelection;
  scroll: HTMLDivElement | null;
  roving: Roving;
}

/** The rows in sight between two empty rows as high as those that are not drawn. */
export function GridBody({ grid, rows, selection, scroll, roving }: GridBodyProps) {
  const [headHeight, setHeadHeight] = useState(0);
  useLayoutEffect(() => {
    setHeadHeight(scroll?.querySelector('thead')?.offsetHeight ?? 0);
  }, [scroll]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const { active, wanted } = roving;
  useEffect(() => {
    if (wanted.current) {
      if (!roving.focusWanted() && wanted.current.row > 0) virtual.scrollToIndex(wanted.current.row - 1);
    } else if (active.row > 0 && items.length > 0 && !items.some(({ index }) => index === active.row - 1))
      roving.toTotal();
  });
  const [before, after] = [
    (items[0]?.start ?? headHeight) - headHeight,
    virtual.getTotalSize() - (items.at(-1)?.end ?? headHeight),
  ];
  return (
    <tbody>
      <Gap height={before} columns={grid.heads.length + 1} />
      {items.map(({ index, key }) => {
        const row = rows[index];
        if (!row) return null;
        const isOpen = row.getCanExpand() ? row.getIsExpanded() : undefined;
        return (
          <tr
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-rowindex={index + 3}
            aria-level={grid.rows.length > 1 ? row.depth + 1 : undefined}
            aria-expanded={isOpen}
            data-depth={grid.rows.length > 1 ? row.depth : undefined}
          >
            <GridCells
              grid={grid}
              row={row.original.row}
              at={index + 1}
              selection={selection}
              active={active}
              opener={
                isOpen !== undefined && (
                  <button
                    type="button"
                    className="pivot-opener"
                    tabIndex={-1}
                    aria-label={isOpen ? '收起下级' : '展开下级'}
                    onClick={() => row.toggleExpanded()}
                  >
                    {isOpen ? '−' : '+'}
                  </button>
                )
              }
            />
          </tr>
        );
      })}
      <Gap height={after} columns={grid.heads.length + 1} />
    </tbody>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="pivot-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
