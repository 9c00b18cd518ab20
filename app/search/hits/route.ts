import type { NextRequest } from 'next/server';
import { searchGroups } from '../../../db/queries/search';
import { makeAnswer, send } from '../../_answers/answer';
import { asProblem, problemAnswer } from '../../_answers/problem';
import { parseSearch } from '../../_search/parseSearch';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

/** So many hits of a kind stand in the palette. */
const IN_PALETTE = 6;

/** What the palette shows while somebody types: the best hits of each kind. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const { db, version } = await openStore();
    const { text } = parseSearch(Object.fromEntries(request.nextUrl.searchParams));
    const groups = await searchGroups(db, text, { limit: IN_PALETTE });
    return send(
      request,
      makeAnswer({ type: 'application/json; charset=utf-8', body: JSON.stringify(groups), version }),
    );
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
