import type { NextRequest } from 'next/server';
import { findPanel } from '../../../lib/panels';
import { parseAccountList, parseView, type Query } from '../../../lib/selection';
import { type Answer, makeAnswer, send } from '../../_answers/answer';
import { asProblem, Problem, problemAnswer, quoted } from '../../_answers/problem';
import { Kept } from '../../_store/kept';
import { askAccounts, askPanel } from '../../_store/panels';
import { openStore, type Store } from '../../_store/store';

const answers = new Kept<Answer>(512);

/** A panel's chart as options for the interactive drawing, asked for when the reader comes near it. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ panel: string }> }): Promise<Response> {
  try {
    const { search, searchParams } = request.nextUrl;
    const { panel } = await params;
    const store = await openStore();
    const query = Object.fromEntries(searchParams);
    const answer = await answers.ask(`${store.db.path} ${store.version} ${panel}${search}`, () =>
      drawChart(store, panel, query),
    );
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}

async function drawChart(store: Store, id: string, query: Query): Promise<Answer> {
  const panel = findPanel(id);
  if (!panel) throw new Problem(404, 'unknown_panel', '没有这张图', `没有名为${quoted(id)}的图。`);
  const { accounts: ids } = parseAccountList(query.accounts);
  const { min, max } = panel.accounts;
  if (ids.length < min || ids.length > max)
    throw new Problem(
      400,
      'account_count',
      '决算份数不合',
      `这张图要 ${min} 至 ${max} 份决算，给了 ${ids.length} 份。`,
      {
        parameter: 'accounts',
        min,
        max,
      },
    );
  const accounts = await askAccounts(store, ids);
  const missing = ids.find((one) => accounts.every((account) => account.id !== one));
  if (missing) throw new Problem(404, 'unknown_account', '没有这份决算', `没有编号为${quoted(missing)}的决算。`);
  const { chart } = (await askPanel(store, panel, accounts, parseView(query))).data;
  if (!chart) throw new Problem(404, 'no_chart', '这里没有图', '这一问只有表，没有图。');
  const body = JSON.stringify(chart);
  return makeAnswer({ type: 'application/json; charset=utf-8', body, version: store.version });
}
