import type { PanelColumn, PanelRow } from '../../lib/panels/panel';
import { Figure, MARKS, Mark, type MarkId, marksOf } from './Figure';

interface DataTableProps {
  /** unique in the page: ids of the provenance cards start with it */
  name: string;
  /** what the table shows, for readers who cannot see its surroundings */
  label: string;
  columns: readonly PanelColumn[];
  rows: readonly PanelRow[];
}

/** The table twin of a panel: every figure with its provenance. */
export function DataTable({ name, label, columns, rows }: DataTableProps) {
  const used = new Set(rows.flatMap((row) => row.cells.flatMap(marksOf)));
  const unitOnRows = new Set(rows.map((row) => row.unit)).size > 1;
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="sticky">
                <span className="visually-hidden">项目</span>
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="figure">
                  {column.label}
                  {column.unit && <span className="small"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} name={name} columns={columns} unit={unitOnRows} />
            ))}
          </tbody>
        </table>
      </section>
      <Legend used={used} />
    </div>
  );
}

function Row({
  row,
  name,
  columns,
  unit,
}: {
  row: PanelRow;
  name: string;
  columns: readonly PanelColumn[];
  unit: boolean;
}) {
  return (
    <tr data-depth={row.depth}>
      <th scope="row" className="sticky">
        <span className="label">
          {row.code && <span className="code">{row.code}</span>}
          {row.label}
          {unit && row.unit && <span className="small"> {row.unit}</span>}
        </span>
      </th>
      {row.cells.map((cell, index) => (
        <td key={columns[index]?.key ?? index} className="figure">
          <Figure cell={cell} id={`${name}-${row.key}-${index}`} />
        </td>
      ))}
    </tr>
  );
}

function Legend({ used }: { used: ReadonlySet<MarkId> }) {
  if (used.size === 0) return null;
  return (
    <p className="legend">
      {(Object.keys(MARKS) as MarkId[])
        .filter((mark) => used.has(mark))
        .map((mark) => (
          <span key={mark}>
            <Mark mark={mark} />
            {MARKS[mark].meaning}
          </span>
        ))}
    </p>
  );
}
