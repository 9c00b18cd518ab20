import { briefPath, departmentOf, departmentPath } from '../../lib/departmentSelection';
import type { Account } from '../../lib/facts';
import { findPanel } from '../../lib/panels';
import { compare } from '../../lib/panels/comparison';
import { Figure } from '../_components/Figure';
import { MainFigures } from '../_components/MainFigures';

/** Who, which year, and the account's main figures. */
export function AccountHead({ account }: { account: Account }) {
  const data = findPanel('key-figures')?.build([account], {});
  const rest = data?.rows.filter((row) => row.depth === 0 && row.key !== 'total') ?? [];
  return (
    <header>
      <div className="page-head">
        <nav className="crumbs" aria-label="所在位置">
          <ol>
            <li>
              <a href="/accounts">全部决算</a>
            </li>
            <li>{account.region?.name ?? '行政区划不明'}</li>
            <li>
              <a href={departmentPath(departmentOf(account.id))}>{account.department}</a>
            </li>
            <li aria-current="page">{account.fiscalYear} 年度</li>
          </ol>
        </nav>
        <h1>
          {account.department} {account.fiscalYear} 年度部门决算
        </h1>
        <p className="ways no-print">
          <a href={departmentPath(departmentOf(account.id))}>这个部门的历年</a>
          <a href={briefPath([account.id])}>打印简报</a>
        </p>
      </div>
      {data && <MainFigures accounts={compare([account]).accounts} data={data} />}
      <dl className="entry-figures head-figures">
        {rest.map((row) =>
          row.cells[0]?.value == null ? null : (
            <div key={row.key}>
              <dt>{row.label}</dt>
              <dd>
                <Figure cell={row.cells[0]} id={`head-${row.key}`} /> <span className="small">{row.unit}</span>
              </dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}
