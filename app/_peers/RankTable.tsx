import type { RankedRow, RankingData } from '../../lib/panels/ranking';
import { accountPath } from '../../lib/selection';
import { Figure } from '../_components/Figure';

/** The table twin of a ranking: place, department, figure with its line, account. */
export function RankTable({ data, year }: { data: RankingData; year: number }) {
  const label = data.columns[0]?.label ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${data.title}（数据表）`}>
      <table>
        <thead>
          <tr>
            <th scope="col">名次</th>
            <th scope="col">部门</th>
            <th scope="col">地区</th>
            <th scope="col" className="figure">
              {label}
              {data.unit && <span className="small"> {data.unit}</span>}
            </th>
            <th scope="col">决算</th>
          </tr>
        </thead>
        <tbody>
          {data.ranked.map((row) => (
            <Row key={row.row.department} row={row} year={year} />
          ))}
        </tbody>
        {data.apart.length > 0 && (
          <tbody>
            {data.apart.map((row) => (
              <Row key={row.row.department} row={row} year={year} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

function Row({ row: { rank, row, cell, chosen }, year }: { row: RankedRow; year: number }) {
  return (
    <tr className={chosen ? 'marked' : undefined}>
      <td className="rank">{rank}</td>
      <th scope="row">
        <a href={`/departments/${row.department}`}>{row.name}</a>
      </th>
      <td className="short">{row.region?.name ?? '不明'}</td>
      <td className="figure">
        <Figure cell={cell} id={`rank-${row.department}`} />
      </td>
      <td className="short">
        <a href={accountPath(row.account)}>{year} 年度</a>
      </td>
    </tr>
  );
}
