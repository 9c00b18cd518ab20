import { type NextRequest, NextResponse } from 'next/server';
import { findPanel } from '../../../lib/panels';
import { parseAccountList, parseView } from '../../../lib/selection';
import { askAccounts, askPanel } from '../../_store/panels';
import { openStore } from '../../_store/store';

/** A panel's chart as options for the interactive drawing, asked for when the reader comes near it. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ panel: string }> }): Promise<Response> {
  const panel = findPanel((await params).panel);
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { accounts: ids } = parseAccountList(query.accounts);
  if (!panel || ids.length < panel.accounts.min || ids.length > panel.accounts.max) return missing();
  const store = await openStore();
  const accounts = await askAccounts(store, ids);
  if (accounts.length < ids.length) return missing();
  const { data } = await askPanel(store, panel, accounts, parseView(query));
  if (!data.chart) return missing();
  const etag = `"${store.version}"`;
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, must-revalidate' };
  if (request.headers.get('if-none-match') === etag) return new NextResponse(null, { status: 304, headers });
  return NextResponse.json(data.chart, { headers });
}

const missing = (): Response => NextResponse.json({ message: '没有这张图' }, { status: 404 });
