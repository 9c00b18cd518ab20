import type { NextRequest } from 'next/server';
import { parsePivot } from '../../../lib/pivotSelection';
import { makeAnswer, send } from '../../_answers/answer';
import { originOf } from '../../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../../_answers/problem';
import { fileOf, isPivotFile, PIVOT_FILES } from '../../_pivot/pivotFiles';
import { queryOf } from '../../_pivot/queryOf';
import { openStore } from '../../_store/store';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ file: string }>;
}

/** A pivot as compact JSON for the grid, as CSV, or as a workbook; `If-None-Match` costs an empty 304. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  try {
    const { file } = await params;
    if (!isPivotFile(file))
      throw new Problem(
        404,
        'unknown_file',
        '没有这个文件',
        `透视没有 ${quoted(file)}；有 ${PIVOT_FILES.join('、')}。`,
      );
    const store = await openStore();
    const { selection } = parsePivot(queryOf(request.nextUrl.searchParams));
    return send(
      request,
      makeAnswer({ version: store.version, ...(await fileOf(store, file, selection, originOf(request))) }),
    );
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
