import { askTrends } from '../../_trends/askTrends';
import { trendsTwin } from '../../_trends/trendsTwin';
import { serveTwin } from '../../_twins/serve';

export const dynamic = 'force-dynamic';

/** The figures of the page of trends as a table or a picture. */
export async function GET(request: Request, { params }: { params: Promise<{ twin: string }> }): Promise<Response> {
  return serveTwin(request, (await params).twin, async (store, query) => trendsTwin(await askTrends(store, query)));
}
