import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { accountsPath, parseAccountSelection } from '../../lib/accountSelection';
import type { Query } from '../../lib/selection';
import { AccountFilters } from '../_choice/AccountFilters';
import { AccountTable } from '../_choice/AccountTable';
import { askAccountList, LISTED } from '../_choice/askAccountList';
import { Ticked } from '../_choice/Ticked';
import { Turn } from '../_choice/Turn';
import { Unread } from '../_components/Unread';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: '全部决算' };

const isOurs = (query: Query): boolean =>
  Object.values(query).every((value) => typeof value === 'string' && value !== '');

/** All accounts, a page at a time: looked for, sorted, ticked for a comparison; the ticks are part of the address. */
export default async function Accounts({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { selection, unread } = parseAccountSelection(query);
  if (!isOurs(query)) redirect(accountsPath(selection));
  const list = await askAccountList(await openStore(), selection);
  if (selection.page > list.pages) redirect(accountsPath({ ...selection, page: list.pages }));
  return (
    <>
      <header className="page-head">
        <h1>全部决算</h1>
        <p className="lead">勾选 2 至 8 份就能并排比较；翻页、查找时，勾选都会留着。</p>
      </header>
      <Unread names={unread} />
      <form action="/accounts" method="get" aria-label="查找并选择决算">
        <AccountFilters selection={selection} choices={list} />
        <Ticked selection={selection} ticked={list.ticked} shown={list.rows} />
        <p className="note" role="status">
          {resultWords(list.total, selection.page, list.rows.length)}
        </p>
        {list.rows.length > 0 && <AccountTable rows={list.rows} chosen={selection.accounts} />}
        <Turn page={selection.page} pages={list.pages} />
      </form>
    </>
  );
}

function resultWords(total: number, page: number, shown: number): string {
  if (total === 0) return '没有符合条件的决算。换一个条件再找；可以只写部门或地区的一部分，或拼音首字母。';
  const first = (page - 1) * LISTED + 1;
  return total > shown ? `${total} 份决算，现为第 ${first} 至 ${first + shown - 1} 份。` : `${total} 份决算。`;
}
