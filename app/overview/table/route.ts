import type { NextRequest } from 'next/server';
import { parseOverviewSelection } from '../../../lib/overviewSelection';
import { makeAnswer, send } from '../../_answers/answer';
import { writeCsv } from '../../_answers/csv';
import { Problem, problemAnswer, quoted } from '../../_answers/problem';
import { PARTS } from '../../_overview/tablePath';
import { overviewTable } from '../../_overview/tables';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

const TITLES = { coverage: '收录情况', movements: '变动', disputes: '存疑的数字' } as const;

/** A part of the overview under its filters, as a table for spreadsheets. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const part = PARTS.find((one) => one === (query.part ?? 'coverage'));
  if (!part) {
    const detail = `没有${quoted(query.part ?? '')}这张表；可以取 ${PARTS.join('、')}。`;
    return problemAnswer(new Problem(404, 'unknown_table', '没有这张表', detail, { allowed: PARTS }));
  }
  const store = await openStore();
  const rows = await overviewTable(store, part, parseOverviewSelection(query).selection);
  const name = `attachment; filename="${part}.csv"; filename*=UTF-8''${encodeURIComponent(`${TITLES[part]}.csv`)}`;
  const body = writeCsv(rows, { mark: true });
  const headers = { 'Content-Disposition': name };
  return send(request, makeAnswer({ type: 'text/csv; charset=utf-8', body, version: store.version, headers }));
}
