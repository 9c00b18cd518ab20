import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Query } from '../../lib/selection';
import { askDepartmentHits } from '../_components/departmentHits';
import { LinkedChart } from '../_components/LinkedChart';
import { describeTool } from '../_downloads/describePage';
import { askDistribution } from '../_peers/askDistribution';
import { Marking } from '../_peers/Marking';
import { PeerForm } from '../_peers/PeerForm';
import { NoPeers, PeerHead, PeerNotes } from '../_peers/PeerHead';
import { PeerTabs } from '../_peers/PeerTabs';
import { parsePeerSelection, peersPath } from '../_peers/peerSelection';
import { SpreadTables } from '../_peers/SpreadTables';
import { openStore } from '../_store/store';
import { Downloads } from '../_twins/Downloads';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return describeTool({
    title: '分布',
    description: '同一年度各部门的一个指标怎样分布，所选部门在哪里。',
    path: peersPath('distribution', parsePeerSelection(await searchParams).selection),
  });
}

export default async function Distribution({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const store = await openStore();
  const { asked, data } = await askDistribution(store, query);
  const { selection, misread, chosen } = asked;
  if (misread.length === 0 && Object.values(query).includes('')) redirect(peersPath('distribution', selection));
  const path = peersPath('distribution', { ...selection, text: undefined });
  const hits = await askDepartmentHits(store, selection.text);
  const shown = new Set(data.chosen.map(({ row }) => row.department));
  const lacking = chosen.filter(({ department }) => !shown.has(department)).map(({ name }) => name);
  return (
    <>
      <PeerHead data={data} asked={asked} />
      <PeerForm page="distribution" asked={asked} />
      <PeerTabs page="distribution" asked={asked} />
      <div className="with-side">
        <div>
          {data.chart ? (
            <LinkedChart store={store} path={path} name="distribution" answer={data.answer} chart={data.chart} />
          ) : (
            <NoPeers asked={asked} />
          )}
          <PeerNotes notes={data.notes} />
        </div>
        <Marking page="distribution" asked={asked} hits={hits} lacking={lacking} />
      </div>
      {data.chart && (
        <section className="section" aria-labelledby="table-title" id="table">
          <h2 id="table-title">数据表</h2>
          <SpreadTables data={data} year={selection.year} />
          <Downloads path={path} drawn />
        </section>
      )}
    </>
  );
}
