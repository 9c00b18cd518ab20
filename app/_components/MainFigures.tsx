import type { Comparison } from '../../lib/panels/comparison';
import type { PanelCell, PanelData } from '../../lib/panels/panel';
import { accountPath } from '../../lib/selection';
import { departmentStyle } from './departmentStyle';
import { Figure } from './Figure';

/** Each account's largest number with its movement on the year, from the first rows of the key figures. */
export function MainFigures({ accounts, data }: { accounts: Comparison['accounts']; data: PanelData }) {
  const row = (key: string) => data.rows.find((candidate) => candidate.key === key);
  const total = row('total');
  return (
    <div className="main-figures">
      {accounts.map((account, at) => {
        const cell = total?.cells[at];
        return (
          <div key={account.id} className="main-figure" style={departmentStyle(at)}>
            {accounts.length > 1 && (
              <p className="name">
                <a href={accountPath(account.id)}>
                  {account.name} <span className="year">{account.year} 年度</span>
                </a>
              </p>
            )}
            {cell && (
              <div className="amount">
                <Figure cell={cell} id={`main-${at}`} />
                {cell.value !== null && <span className="unit">{total?.unit}</span>}
              </div>
            )}
            <p className="note">
              {total?.label}
              {movement(row('total_change')?.cells[at], row('total_growth_published')?.cells[at], total?.unit ?? '')}
            </p>
          </div>
        );
      })}
    </div>
  );
}

function movement(change: PanelCell | undefined, growth: PanelCell | undefined, unit: string): string {
  if (change?.value == null) return '';
  const rate = growth?.value == null ? '' : `（公布 ${growth.text}%）`;
  return `，比上年 ${change.text} ${unit}${rate}`;
}
