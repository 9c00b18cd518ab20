import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { getPrintedLine } from '../../../db/queries/printedLine';
import { parseAccountId, sourcePath } from '../../../lib/selection';
import { asProblem, Problem, problemAnswer } from '../../_answers/problem';
import { STATEMENT_OF_FUND } from '../../_pivot/links';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

const asked = z.object({
  code: z.string().regex(/^2\d{2}(?:\d{2}){0,2}$/),
  fund: z.enum(['general', 'fund', 'capital']),
  nature: z.enum(['total', 'basic', 'project']).catch('total'),
});

/** Leads to the line that prints a fund's amount of a code; where none does, to the account's statement. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const account = parseAccountId(query.account ?? '');
    const { data } = asked.safeParse(query);
    if (!account || !data) throw new Problem(404, 'unknown_line', '没有找到', '地址里的决算、科目或资金不认得。');
    const { db } = await openStore();
    const line = await getPrintedLine(db, { account, ...data });
    const statement = `/accounts/${account}${STATEMENT_OF_FUND[data.fund] ?? ''}`;
    const to = line === undefined ? statement : sourcePath(account, { line });
    return new Response(null, { status: 307, headers: { Location: to, 'Cache-Control': 'public, max-age=60' } });
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
