import type { DistributionData } from '../../lib/panels/distribution';
import { accountPath } from '../../lib/selection';
import { Figure } from '../_components/Figure';

/** The table twin of a distribution: its quantiles, the marked departments, the departments a bin. */
export function SpreadTables({ data, year }: { data: DistributionData; year: number }) {
  const { unit, quantiles, chosen, bins } = data;
  const unitWords = unit === '' ? '' : `（${unit}）`;
  return (
    <div className="spread-tables">
      {quantiles.length > 0 && (
        <table>
          <caption>分位数{unitWords}</caption>
          <tbody>
            {quantiles.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="figure">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen.length > 0 && (
        <table>
          <caption>
            {bins.length > 0 ? '标出的部门' : '各部门'}
            {unitWords}
          </caption>
          <tbody>
            {chosen.map(({ rank, row, cell }) => (
              <tr key={row.department}>
                <th scope="row">
                  <a href={accountPath(row.account)}>
                    {row.name} {year} 年度
                  </a>
                  <span className="small whole">　第 {rank}</span>
                </th>
                <td className="figure">
                  <Figure cell={cell} id={`spread-${row.department}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bins.length > 0 && (
        <table>
          <caption>各段的部门数</caption>
          <thead>
            <tr>
              <th scope="col">从{unitWords}</th>
              <th scope="col" className="figure">
                到
              </th>
              <th scope="col" className="figure">
                部门数
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ low, high, count, href }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name
              <tr key={at}>
                <td>{low}</td>
                <td className="figure">{high}</td>
                <td className="figure">
                  {count === 0 ? (
                    0
                  ) : (
                    <a href={href} aria-label={`${low} 至 ${high}：${count} 个部门，看排名`}>
                      {count}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
