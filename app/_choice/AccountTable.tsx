import type { AccountEntry } from '../../db/queries/accountList';
import { accountFindingsPath, accountPath, sourcePath } from '../../lib/selection';
import { EntryAmount } from './Entry';

/** A page of accounts with their verdicts, each with its tick. */
export function AccountTable({ rows, chosen }: { rows: readonly AccountEntry[]; chosen: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="决算列表">
      <table className="account-list">
        <thead>
          <tr>
            <th scope="col" className="sticky">
              部门
            </th>
            <th scope="col">年度</th>
            <th scope="col" className="figure">
              支出总计<span className="small"> 万元</span>
            </th>
            <th scope="col" className="figure">
              矛盾
            </th>
            <th scope="col" className="figure">
              待查
            </th>
            <th scope="col" className="figure">
              提示
            </th>
            <th scope="col" className="figure">
              有数的表
            </th>
            <th scope="col">原文</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} checked={chosen.includes(row.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, checked }: { row: AccountEntry; checked: boolean }) {
  const { id, name, region, year, errors, warnings, notes, filled, statements } = row;
  const counts = [
    ['errors', errors],
    ['warnings', warnings],
    ['notes', notes],
  ] as const;
  return (
    <tr>
      <th scope="row" className="sticky">
        <span className="tick-name">
          <input
            type="checkbox"
            name="accounts"
            value={id}
            defaultChecked={checked}
            aria-label={`勾选 ${name} ${year} 年度`}
          />
          <span>
            <a href={accountPath(id)}>{name}</a>
            {region && !name.includes(region.name) && <span className="small"> {region.name}</span>}
          </span>
        </span>
      </th>
      <td>{year}</td>
      <td className="figure">
        <EntryAmount account={row} figure="total_expenditure" />
      </td>
      {counts.map(([kind, count]) => (
        <td key={kind} className="figure">
          {count === 0 ? <span className="missing">0</span> : <a href={accountFindingsPath(id)}>{count}</a>}
        </td>
      ))}
      <td className="figure">
        {filled}
        <span className="small">/{statements}</span>
      </td>
      <td>
        <a href={sourcePath(id)}>原文</a>
      </td>
    </tr>
  );
}
