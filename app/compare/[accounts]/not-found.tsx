import { getAccounts } from '../../../db/queries/accounts';
import { AccountChoice } from '../../_components/AccountChoice';
import { openStore } from '../../_store/store';

export default async function NotStored() {
  const { db } = await openStore();
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">404</p>
        <h1>要比较的决算没有找全</h1>
        <p className="lead">地址里有的编号写错了，或者那份决算还没有收录。请从下面已经收录的决算中选择。</p>
      </header>
      <AccountChoice accounts={await getAccounts(db)} />
    </>
  );
}
