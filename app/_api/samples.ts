import { getAccountPage } from '../../db/queries/accountPages';
import type { Store } from '../_store/store';
import type { Samples } from './endpoint';

/** Stand in for the examples while nothing is stored. */
const NOTHING: Samples = {
  account: '610827-gongye-shangmao-ju-2023',
  department: '610827-gongye-shangmao-ju',
  region: '610827',
  accounts: '610827-gongye-shangmao-ju-2023',
};

/** So many accounts are looked at for two of different departments. */
const LOOKED = 30;

/** Accounts of the store that make the examples work: the last of the first ids, and one of another department. */
export function samplesOf({ db }: Store): Samples {
  const { rows } = getAccountPage(db, {}, { limit: LOOKED });
  const one = rows.at(-1);
  if (!one) return NOTHING;
  const other = rows.find(({ department }) => department !== one.department);
  return {
    account: one.account,
    department: one.department,
    region: one.region?.code ?? NOTHING.region,
    accounts: [one, ...(other ? [other] : [])].map(({ account }) => account).join(','),
  };
}
