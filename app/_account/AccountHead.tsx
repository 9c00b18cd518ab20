import type { Account } from '../../lib/facts';
import { findPanel } from '../../lib/panels';
import { Figure } from '../_components/Figure';

/** Who, which year, and the account's main figures. */
export function AccountHead({ account }: { account: Account }) {
  const rows = ['totals', 'structure'].flatMap((id) => findPanel(id)?.build([account], {}).rows ?? []);
  const total = rows[0];
  const rest = rows.slice(1).filter((row) => row.cells[0]?.value != null);
  return (
    <header className="page-head">
      <nav className="crumbs" aria-label="所在位置">
        <ol>
          <li>
            <a href="/">全部决算</a>
          </li>
          <li>{account.region?.name ?? '行政区划不明'}</li>
          <li aria-current="page">{account.department}</li>
        </ol>
      </nav>
      <h1>
        {account.department} {account.fiscalYear} 年度部门决算
      </h1>
      {total?.cells[0] && (
        <div className="main-figure">
          <p className="small">{total.label}</p>
          <p className="amount">
            <Figure cell={total.cells[0]} id="total" />
            <span className="unit">{total.unit}</span>
          </p>
        </div>
      )}
      <dl className="entry-figures">
        {rest.map((row) =>
          row.cells[0] ? (
            <div key={row.key}>
              <dt>{row.label}</dt>
              <dd>
                <Figure cell={row.cells[0]} id={`head-${row.key}`} /> <span className="small">{row.unit}</span>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </header>
  );
}
