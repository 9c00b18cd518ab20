import type { ReactNode } from 'react';
import type { AccountEntry } from '../../db/queries/accountList';
import { COMPARABLE } from '../../lib/selection';
import { Entry } from './Entry';

interface AccountChoiceProps {
  accounts: readonly AccountEntry[];
  /** ids that are ticked at first */
  chosen?: readonly string[];
  /** stands between the head of the form and its entries, e.g. a field to search with */
  before?: ReactNode;
  /** further ticks below the entries */
  after?: ReactNode;
}

/** Accounts with their key figures, in a form that leads to their comparison without any script. */
export function AccountChoice({ accounts, chosen = [], before, after }: AccountChoiceProps) {
  return (
    <form action="/compare" method="get" aria-label="选择要比较的决算">
      {before}
      <ul className="entries">
        {accounts.map((account) => (
          <Entry key={account.id} account={account} checked={chosen.includes(account.id)} />
        ))}
      </ul>
      {after}
      <div className="choose">
        <button type="submit" className="action">
          比较所选决算
        </button>
        <p className="note">
          勾选 {COMPARABLE.min} 至 {COMPARABLE.max} 份决算，可以是不同部门，也可以是同一部门的不同年度。
        </p>
      </div>
    </form>
  );
}
