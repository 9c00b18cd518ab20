import type { NextRequest } from 'next/server';
import { parseFindingSelection } from '../../../lib/selection';
import { makeAnswer, send } from '../../_answers/answer';
import { askCards } from '../../_findings/askFindings';
import { findingTable } from '../../_findings/findingTable';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

/** The findings under the filters of the list, as a table for spreadsheets. */
export async function GET(request: NextRequest): Promise<Response> {
  const store = await openStore();
  const selection = parseFindingSelection(Object.fromEntries(request.nextUrl.searchParams));
  const body = await findingTable(store, selection, await askCards(store));
  const name = `attachment; filename="findings.csv"; filename*=UTF-8''${encodeURIComponent('核对发现.csv')}`;
  const headers = { 'Content-Disposition': name };
  return send(request, makeAnswer({ type: 'text/csv; charset=utf-8', body, version: store.version, headers }));
}
