import type { NextRequest } from 'next/server';
import { getDepartmentAccounts } from '../../../../db/queries/departmentAccounts';
import { parseBridgeSelection, parseDepartmentId } from '../../../../lib/departmentSelection';
import { makeAnswer, send } from '../../../_answers/answer';
import { Problem, problemAnswer } from '../../../_answers/problem';
import { askBridge } from '../../../_departments/askBridge';
import { bridgeTable } from '../../../_departments/bridgeTable';
import { openStore } from '../../../_store/store';

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
  if (!asked?.bridge) return problemAnswer(NONE);
  const body = bridgeTable(asked.bridge);
  const { from, to } = asked.selection;
  const name = `attachment; filename="bridge-${from}-${to}.csv"`;
  const headers = { 'Content-Disposition': name };
  return send(request, makeAnswer({ type: 'text/csv; charset=utf-8', body, version: store.version, headers }));
}
