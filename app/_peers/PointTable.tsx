import type { ScatterData, ScatterRow } from '../../lib/panels/scatter';
import { accountPath } from '../../lib/selection';
import { Figure } from '../_components/Figure';

interface PointTableProps {
  data: ScatterData;
  rows: readonly ScatterRow[];
  year: number;
}

/** The table twin of a scatter: both figures of a department, each with its line. */
export function PointTable({ data, rows, year }: PointTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${data.title}（数据表）`}>
      <table>
        <thead>
          <tr>
            <th scope="col">部门</th>
            <th scope="col">地区</th>
            {data.columns.map(({ key, label, unit }) => (
              <th key={key} scope="col" className="figure">
                {label}
                {unit && <span className="small"> {unit}</span>}
              </th>
            ))}
            <th scope="col">决算</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, x, y, chosen }) => (
            <tr key={point.department} className={chosen ? 'marked' : undefined}>
              <th scope="row">
                <a href={`/departments/${point.department}`}>{point.name}</a>
              </th>
              <td className="short">{point.region?.name ?? '不明'}</td>
              <td className="figure">
                <Figure cell={x} id={`x-${point.department}`} />
              </td>
              <td className="figure">
                <Figure cell={y} id={`y-${point.department}`} />
              </td>
              <td className="short">
                <a href={accountPath(point.account)}>{year} 年度</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
