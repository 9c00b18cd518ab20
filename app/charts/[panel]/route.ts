import type { NextRequest } from 'next/server';
import { findPanel } from '../../../lib/panels';
import { parseAccountList, parseView, type Query } from '../../../lib/selection';
import { type Answer, makeAnswer, send } from '../../_answers/answer';
import { Problem, problemAnswer } from '../../_answers/problem';
import { Kept } from '../../_store/kept';
import { askAccounts, askPanel, type DrawnPanel } from '../../_store/panels';
import { openStore, type Store } from '../../_store/store';

const answers = new Kept<Answer>(512);

/** A panel's chart as options for the interactive drawing, asked for when the reader comes near it. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ panel: string }> }): Promise<Response> {
  const { search, searchParams } = request.nextUrl;
  const store = await openStore();
  const key = `${store.db.path} ${store.version} ${(await params).panel}${search}`;
  const known = answers.get(key);
  if (known) return send(request, known);
  const drawn = await ask(store, (await params).panel, Object.fromEntries(searchParams));
  if (!drawn?.data.chart)
    return problemAnswer(new Problem(404, 'unknown_chart', '没有这张图', '没有这个图，或者要比较的决算没有找全。'));
  const body = JSON.stringify(drawn.data.chart);
  return send(
    request,
    await answers.ask(key, () => makeAnswer({ type: 'application/json; charset=utf-8', body, version: store.version })),
  );
}

async function ask(store: Store, id: string, query: Query): Promise<DrawnPanel | undefined> {
  const panel = findPanel(id);
  const { accounts: ids } = parseAccountList(query.accounts);
  if (!panel || ids.length < panel.accounts.min || ids.length > panel.accounts.max) return undefined;
  const accounts = await askAccounts(store, ids);
  return accounts.length < ids.length ? undefined : askPanel(store, panel, accounts, parseView(query));
}
