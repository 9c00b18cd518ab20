import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Query } from '../../lib/selection';
import { askDepartmentHits } from '../_components/departmentHits';
import { LinkedChart } from '../_components/LinkedChart';
import { Pager } from '../_components/Pager';
import { describeTool } from '../_downloads/describePage';
import { askRanking } from '../_peers/askRanking';
import { Marking } from '../_peers/Marking';
import { PeerForm } from '../_peers/PeerForm';
import { NoPeers, PeerHead, PeerNotes } from '../_peers/PeerHead';
import { PeerTabs } from '../_peers/PeerTabs';
import { parsePeerSelection, peersPath } from '../_peers/peerSelection';
import { RankTable } from '../_peers/RankTable';
import { openStore } from '../_store/store';
import { Downloads } from '../_twins/Downloads';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return describeTool({
    title: '排名',
    description: '同一年度各部门按一个指标的名次：四舍五入范围重叠的并列，没有收录的说明。',
    path: peersPath('rankings', parsePeerSelection(await searchParams).selection),
  });
}

export default async function Rankings({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const store = await openStore();
  const { asked, data, pages } = await askRanking(store, query);
  const { selection, misread, chosen } = asked;
  if (misread.length === 0 && Object.values(query).includes('')) redirect(peersPath('rankings', selection));
  const path = peersPath('rankings', { ...selection, text: undefined });
  const hits = await askDepartmentHits(store, selection.text);
  const shown = new Set([...data.ranked, ...data.apart].map(({ row }) => row.department));
  const lacking = chosen.filter(({ department }) => !shown.has(department)).map(({ name }) => name);
  const pager = (
    <Pager page={selection.page} pages={pages} hrefOf={(page) => peersPath('rankings', { ...selection, page })} />
  );
  return (
    <>
      <PeerHead data={data} asked={asked} />
      <PeerForm page="rankings" asked={asked} />
      <PeerTabs page="rankings" asked={asked} />
      <div className="with-side">
        <div>
          {data.chart ? (
            <LinkedChart store={store} path={path} name="rankings" answer={data.answer} chart={data.chart} />
          ) : (
            <NoPeers asked={asked} />
          )}
          <PeerNotes notes={data.notes} />
          {pager}
        </div>
        <Marking page="rankings" asked={asked} hits={hits} lacking={lacking} />
      </div>
      {data.chart && (
        <section className="section" aria-labelledby="table-title" id="table">
          <h2 id="table-title">数据表</h2>
          <RankTable data={data} year={selection.year} />
          {pager}
          <Downloads path={path} drawn />
        </section>
      )}
    </>
  );
}
