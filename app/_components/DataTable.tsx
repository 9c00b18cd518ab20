import type { PanelColumn, PanelRow } from '../../lib/panels/panel';
import { accountPath } from '../../lib/selection';
import { CodeLink } from './CodeLink';
import { departmentStyle } from './departmentStyle';
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
  const owners = [...new Set(columns.map((column) => column.account))];
  const used = new Set(rows.flatMap((row) => row.cells.flatMap(marksOf)));
  const usual = usualUnit(rows);
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
                <ColumnHead key={column.key} column={column} position={owners.indexOf(column.account)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} name={name} columns={columns} usual={usual} />
            ))}
          </tbody>
        </table>
      </section>
      <Legend used={used} />
    </div>
  );
}

function ColumnHead({ column, position }: { column: PanelColumn; position: number }) {
  return (
    <th scope="col" className="figure">
      {column.account ? (
        <a href={accountPath(column.account)} className="cell-link">
          <span className="swatch" style={departmentStyle(position)} />
          {column.label}
        </a>
      ) : (
        column.label
      )}
      {column.unit && <span className="small"> {column.unit}</span>}
    </th>
  );
}

function Row({
  row,
  name,
  columns,
  usual,
}: {
  row: PanelRow;
  name: string;
  columns: readonly PanelColumn[];
  /** the unit that the panel's subtitle names; only others are said at the row */
  usual: string | null;
}) {
  return (
    <tr data-depth={row.depth}>
      <th scope="row" className="sticky">
        <span className="label">
          {row.code && <CodeLink code={row.code} />}
          {row.label}
          {row.unit && row.unit !== usual && <span className="small">（{row.unit}）</span>}
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

/** The unit of most rows. */
function usualUnit(rows: readonly PanelRow[]): string | null {
  const count = (unit: string | null) => rows.filter((row) => row.unit === unit).length;
  return rows.reduce<string | null>((most, row) => (count(row.unit) > count(most) ? row.unit : most), null);
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
