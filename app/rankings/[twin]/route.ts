import { askRanking } from '../../_peers/askRanking';
import { rankingTwin } from '../../_peers/peerTwins';
import { serveTwin } from '../../_twins/serve';

export const dynamic = 'force-dynamic';

/** The whole ranking as a table, or the page's drawing as a picture. */
export async function GET(request: Request, { params }: { params: Promise<{ twin: string }> }): Promise<Response> {
  const { twin } = await params;
  return serveTwin(request, twin, async (store, query) =>
    rankingTwin(await askRanking(store, query, { whole: twin !== 'chart.svg' })),
  );
}
