import { type AccountSummary, getAccounts } from '../db/queries/accounts';
import { AccountChoice } from './_components/AccountChoice';
import { openStore } from './_store/store';

export const dynamic = 'force-dynamic';

const yearsOf = (accounts: readonly AccountSummary[]): string => {
  const years = accounts.map((account) => account.fiscalYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first} 年度` : `${first} 至 ${last} 年度`;
};

export default async function Home() {
  const { db } = await openStore();
  const accounts = await getAccounts(db);
  if (accounts.length === 0) return <Empty />;
  const departments = new Set(accounts.map((account) => `${account.region?.code} ${account.slug}`)).size;
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">
          {departments} 个部门　{accounts.length} 份决算　{yearsOf(accounts)}
        </p>
        <h1>部门的钱从哪里来，花到哪里去</h1>
        <p className="lead">
          这里收录各部门公开的年度决算，逐字保存、逐数核对。点任何一个数字，都能看到它在原文中的那一行；勾选几份决算，就能并排比较。
        </p>
      </header>
      <AccountChoice accounts={accounts} chosen={accounts.length === 2 ? accounts.map(({ id }) => id) : []} />
    </>
  );
}

function Empty() {
  return (
    <header className="page-head">
      <h1>还没有决算</h1>
      <p className="lead">
        把公开的决算文件放进一个文件夹，运行 <code>npx juesuan load 文件夹</code>，刷新本页即可看到，不必重新启动。
      </p>
    </header>
  );
}
