import type { NextRequest } from 'next/server';
import { type DepartmentAccount, getDepartmentAccounts } from '../../../../db/queries/departmentAccounts';
import { parseBridgeSelection, parseDepartmentId } from '../../../../lib/departmentSelection';
import { statedPanel } from '../../../../lib/panels/stated';
import { makeAnswer, send } from '../../../_answers/answer';
import { Problem, problemAnswer } from '../../../_answers/problem';
import { askBridge } from '../../../_departments/askBridge';
import { bridgeTable, statedTable } from '../../../_departments/bridgeTable';
import { askAccounts } from '../../../_store/panels';
import { openStore, type Store } from '../../../_store/store';

export const dynamic = 'force-dynamic';

interface BridgeProps {
  params: Promise<{ department: string }>;
}

const NONE = new Problem(404, 'no_bridge', '没有这个比较', '这个部门不在库中，或不足两个年度公布了本年支出合计。');

/** A bridge as a table for spreadsheets: its rows sum to the change. */
export async function GET(request: NextRequest, { params }: BridgeProps): Promise<Response> {
  const store = await openStore();
  const id = parseDepartmentId((await params).department);
  const accounts = id ? await getDepartmentAccounts(store.db, id) : [];
  const selection = parseBridgeSelection(Object.fromEntries(request.nextUrl.searchParams));
  const years = accounts.map(({ year }) => year);
  const asked = id ? await askBridge(store, id, years, selection) : undefined;
  const body = asked?.bridge ? bridgeTable(asked.bridge) : await statedAlone(store, accounts);
  if (body === undefined) return problemAnswer(NONE);
  const name = `attachment; filename="bridge-${asked?.selection.from ?? 'stated'}-${asked?.selection.to ?? years.at(-1)}.csv"`;
  const headers = { 'Content-Disposition': name };
  return send(request, makeAnswer({ type: 'text/csv; charset=utf-8', body, version: store.version, headers }));
}

/** Of a department with one year: what its document says of the year before. */
async function statedAlone(store: Store, [only, ...more]: readonly DepartmentAccount[]): Promise<string | undefined> {
  if (!only || more.length > 0) return undefined;
  const [account] = await askAccounts(store, [only.account]);
  return account && statedTable(statedPanel(account), account.department);
}
