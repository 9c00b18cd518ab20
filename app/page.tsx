import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { overviewPath, parseOverviewSelection } from '../lib/overviewSelection';
import type { Query } from '../lib/selection';
import { FEW } from './_choice/askChoice';
import { Markup } from './_components/Markup';
import { Unread } from './_components/Unread';
import { describeTool } from './_downloads/describePage';
import { StoreData } from './_downloads/StoreData';
import { askOverview } from './_overview/askOverview';
import { askFew } from './_overview/FewAccounts';
import { Overview } from './_overview/Overview';
import { scopeWords } from './_overview/words';
import { askMarkup } from './_store/markup';
import { openStore } from './_store/store';

export const dynamic = 'force-dynamic';

/** The home page bears the name of the whole, which the layout gives. */
export async function generateMetadata(): Promise<Metadata> {
  const { title: _title, ...described } = await describeTool({
    title: '部门的钱从哪里来，花到哪里去',
    description: '部门决算公开文件的阅读、核对与比较：每个数字都能回到原文的那一行。',
    path: '/',
  });
  return described;
}

const isOurs = (query: Query): boolean =>
  Object.values(query).every((value) => typeof value === 'string' && value !== '');

export default async function Home({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { selection, unread } = parseOverviewSelection(query);
  if (!isOurs(query)) redirect(overviewPath(selection));
  const store = await openStore();
  const overview = await askOverview(store, selection);
  if (overview.choices.years.length === 0) return <Empty />;
  if (selection.page > overview.pages) redirect(overviewPath({ ...selection, page: overview.pages }));
  const whole = scopeWords(selection, undefined) === '';
  const few = whole && overview.accounts <= FEW ? await askFew(store) : [];
  const html = await askMarkup(store, `overview ${overviewPath(selection)}`, () => (
    <Overview overview={overview} few={few} />
  ));
  return (
    <>
      <Unread names={unread} />
      <Markup html={html} />
      <StoreData store={store} />
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
