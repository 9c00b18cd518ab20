import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Query } from '../../lib/selection';
import { askDepartmentHits } from '../_components/departmentHits';
import { LinkedChart } from '../_components/LinkedChart';
import { Pager } from '../_components/Pager';
import { describeTool } from '../_downloads/describePage';
import { askScatter } from '../_peers/askScatter';
import { Marking } from '../_peers/Marking';
import { PeerForm } from '../_peers/PeerForm';
import { NoPeers, PeerHead, PeerNotes } from '../_peers/PeerHead';
import { PeerTabs } from '../_peers/PeerTabs';
import { PointTable } from '../_peers/PointTable';
import { parsePeerSelection, peersPath } from '../_peers/peerSelection';
import { openStore } from '../_store/store';
import { Downloads } from '../_twins/Downloads';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return describeTool({
    title: '两项对照',
    description: '同一年度各部门的两个指标互相对照。',
    path: peersPath('scatter', parsePeerSelection(await searchParams).selection),
  });
}

export default async function Scatter({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const store = await openStore();
  const { asked, data, rows, pages } = await askScatter(store, query);
  const { selection, misread, chosen } = asked;
  if (misread.length === 0 && Object.values(query).includes('')) redirect(peersPath('scatter', selection));
  const path = peersPath('scatter', { ...selection, text: undefined });
  const hits = await askDepartmentHits(store, selection.text);
  const shown = new Set(data.points.map(({ point }) => point.department));
  const lacking = chosen.filter(({ department }) => !shown.has(department)).map(({ name }) => name);
  return (
    <>
      <PeerHead data={data} asked={asked} />
      <PeerForm page="scatter" asked={asked} />
      <PeerTabs page="scatter" asked={asked} />
      <div className="with-side">
        <div>
          {data.chart ? (
            <LinkedChart store={store} path={path} name="scatter" answer={data.answer} chart={data.chart} />
          ) : (
            <NoPeers asked={asked} />
          )}
          <PeerNotes notes={data.notes} />
        </div>
        <Marking page="scatter" asked={asked} hits={hits} lacking={lacking} />
      </div>
      {data.chart && (
        <section className="section" aria-labelledby="table-title" id="table">
          <h2 id="table-title">数据表</h2>
          <PointTable data={data} rows={rows} year={selection.year} />
          <Pager
            page={selection.page}
            pages={pages}
            hrefOf={(page) => `${peersPath('scatter', { ...selection, page })}#table`}
          />
          <Downloads path={path} drawn />
        </section>
      )}
    </>
  );
}
