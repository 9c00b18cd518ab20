import { askScatter } from '../../_peers/askScatter';
import { scatterTwin } from '../../_peers/peerTwins';
import { serveTwin } from '../../_twins/serve';

export const dynamic = 'force-dynamic';

/** The figures of the page as a table or a picture. */
export async function GET(request: Request, { params }: { params: Promise<{ twin: string }> }): Promise<Response> {
  return serveTwin(request, (await params).twin, async (store, query) =>
    scatterTwin(await askScatter(store, query, { whole: true })),
  );
}
