import type { CSSProperties } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { Amount, Head, RowName, sortWord } from './GridParts';
import { columnId, type GridRow, type PivotGrid, rowId, textOf } from './gridShape';

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

/** Digits, a mark and the margins of a figure, in rem; a figure is never cut. */
const FIGURE = { character: 0.47, rest: 2.9, least: 6.5 } as const;

/** The table's width follows from the number of its columns and the longest of its figures. */
export function widthOf({ heads, lines }: PivotGrid): CSSProperties {
  let longest = 0;
  for (const { cells } of lines) for (const cell of cells) longest = Math.max(longest, textOf(cell).length);
  const figures = Math.max(FIGURE.least, longest * FIGURE.character + FIGURE.rest);
  return { '--columns': heads.length, '--figures': `${figures.toFixed(2)}rem` } as CSSProperties;
}

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
