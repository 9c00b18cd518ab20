import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { COMPARABLE, comparePath, parseAccountList, parseView, type Query } from '../../../lib/selection';
import { PanelView } from '../../_components/PanelView';
import { askAccounts, askPanels } from '../../_store/panels';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

interface CompareProps {
  params: Promise<{ accounts: string }>;
  searchParams: Promise<Query>;
}

async function askSelection({ params, searchParams }: CompareProps) {
  const [{ accounts: path }, query] = await Promise.all([params, searchParams]);
  const { accounts: ids, malformed, repeated } = parseAccountList(path);
  if (malformed.length > 0) notFound();
  if (ids.length < COMPARABLE.min || ids.length > COMPARABLE.max) redirect(`/compare?accounts=${ids.join()}`);
  const view = parseView(query);
  if (repeated) permanentRedirect(comparePath(ids, view));
  const store = await openStore();
  const accounts = await askAccounts(store, ids);
  if (accounts.length < ids.length) notFound();
  return { store, accounts, ids, view };
}

export default async function Compare(props: CompareProps) {
  const { store, accounts, ids, view } = await askSelection(props);
  const panels = await askPanels(store, accounts, view);
  return (
    <>
      <header className="page-head">
        <h1>{accounts.map((account) => `${account.department} ${account.fiscalYear}`).join(' 与 ')}</h1>
      </header>
      {panels.map(({ data, drawings }, at) => (
        <PanelView key={data.panel} data={data} drawings={drawings} number={at + 1} accounts={ids} view={view} />
      ))}
    </>
  );
}
