import type { CSSProperties } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { Amount, Head, RowName, sortWord } from './GridParts';
import { columnId, type GridRow, type PivotGrid, rowId, textOf } from './gridShape';
import { marksIn } from './marks';

interface StillGridProps {
  grid: PivotGrid;
  lines: readonly GridRow[];
  selection: PivotSelection;
  title: string;
}

/** A page of a pivot as a plain table, for readers without scripts and until those have come. */
export function StillGrid({ grid, lines, selection, title }: StillGridProps) {
  const { unprinted } = printFit(grid);
  const printed = (at: number): string => (unprinted.has(at) ? 'figure no-print' : 'figure');
  return (
    <table className="pivot-table" style={widthOf(grid)}>
      <caption className="visually-hidden">{title}</caption>
      <Columns grid={grid} unprinted={unprinted} />
      <thead>
        <tr>
          <th scope="col" className="sticky">
            {title.split(' × ')[0]}
          </th>
          {grid.heads.map((head, at) => (
            <th
              key={columnId(head)}
              scope="col"
              className={printed(at)}
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
              <td key={columnId(head)} className={printed(at)}>
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
const FIGURE = { character: 0.47, rest: 2.9, mark: 1.4, least: 6.5 } as const;

const hasTwoMarks = ({ lines }: PivotGrid): boolean =>
  lines.some(({ cells }) => cells.some((cell) => marksIn(cell).length > 1));

const longestIn = ({ lines }: PivotGrid): number => {
  let longest = 0;
  for (const { cells } of lines) for (const cell of cells) longest = Math.max(longest, textOf(cell).length);
  return longest;
};

/** The table's width follows from the number of its columns and the longest of its figures. */
export function widthOf(grid: PivotGrid): CSSProperties {
  const figures =
    Math.max(FIGURE.least, longestIn(grid) * FIGURE.character + FIGURE.rest) + (hasTwoMarks(grid) ? FIGURE.mark : 0);
  return { '--columns': grid.heads.length, '--figures': `${figures.toFixed(2)}rem` } as CSSProperties;
}

/** Room for figures beside the names on A4, and what a figure takes of it in the type of the print, in px. */
const PAPER = { upright: 625, across: 940, character: 4.8, rest: 12 } as const;

/** Whether a print lies across, and the places of the columns for which even that has no room; the last one, of sums, stays. */
export function printFit(grid: PivotGrid): { isAcross: boolean; unprinted: ReadonlySet<number> } {
  const figure = longestIn(grid) * PAPER.character + PAPER.rest;
  const columns = grid.heads.length;
  const isAcross = columns * figure > PAPER.upright;
  const room = Math.max(2, Math.floor(PAPER.across / figure));
  const unprinted = columns > room ? grid.heads.map((_, at) => at).slice(room - 1, -1) : [];
  return { isAcross, unprinted: new Set(unprinted) };
}

interface ColumnsProps {
  grid: PivotGrid;
  unprinted?: ReadonlySet<number>;
}

/** Columns are as wide on the page of the server as in the grid of the client, so that nothing jumps. */
export function Columns({ grid, unprinted }: ColumnsProps) {
  return (
    <colgroup>
      <col className="pivot-names" />
      {grid.heads.map((head, at) => (
        <col key={columnId(head)} className={unprinted?.has(at) ? 'pivot-figures no-print' : 'pivot-figures'} />
      ))}
    </colgroup>
  );
}
