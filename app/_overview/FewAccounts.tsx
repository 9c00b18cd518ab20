import { type AccountEntry, getAccountList } from '../../db/queries/accountList';
import { COMPARABLE, comparePath } from '../../lib/selection';
import { AccountChoice } from '../_choice/AccountChoice';
import { FEW } from '../_choice/askChoice';
import type { Store } from '../_store/store';

/** All accounts, where there are few. */
export const askFew = async ({ db }: Store): Promise<AccountEntry[]> => (await getAccountList(db, { limit: FEW })).rows;

interface FewProps {
  accounts: readonly AccountEntry[];
}

/** While the store is small enough for one comparison, the comparison is one click away. */
export function FewLead({ accounts }: FewProps) {
  if (accounts.length < COMPARABLE.min || accounts.length > COMPARABLE.max) return null;
  return (
    <p className="few-lead no-print">
      <a className="action" href={comparePath(accounts.map(({ id }) => id))}>
        并排比较这 {accounts.length} 份决算
      </a>
      <span className="small">{accounts.map(({ name, year }) => `${name} ${year}`).join('、')}</span>
    </p>
  );
}

/** The accounts of a small store with their key figures, to be ticked and compared. */
export function FewAccounts({ accounts }: FewProps) {
  return (
    <section className="section" id="accounts" aria-labelledby="accounts-title">
      <h2 id="accounts-title">收录的决算</h2>
      <AccountChoice
        accounts={accounts}
        chosen={accounts.length === COMPARABLE.min ? accounts.map(({ id }) => id) : []}
      />
    </section>
  );
}

/** From the overview of a large store into its list of accounts. */
export function ManyAccounts() {
  return (
    <section className="section no-print" id="accounts" aria-labelledby="accounts-title">
      <h2 id="accounts-title">找一份决算，或比较几份</h2>
      <search>
        <form action="/accounts" method="get" className="choice-find" aria-label="查找决算">
          <div className="filter">
            <label htmlFor="overview-text">部门、拼音、地区、年度</label>
            <input id="overview-text" name="text" type="search" maxLength={60} />
          </div>
          <button type="submit" className="action">
            查找
          </button>
          <p className="note">
            <a href="/accounts">全部决算</a>　<a href="/compare">选择要比较的决算</a>
          </p>
        </form>
      </search>
    </section>
  );
}
