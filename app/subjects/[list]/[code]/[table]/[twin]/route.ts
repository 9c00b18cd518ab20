import {
  CODE_TABLES,
  parseSubjectCode,
  parseSubjectList,
  parseSubjectSelection,
} from '../../../../../../lib/subjectSelection';
import { Problem, quoted } from '../../../../../_answers/problem';
import { askCode } from '../../../../../_subjects/askCode';
import { codeTwin } from '../../../../../_subjects/codeTwin';
import { serveTwin } from '../../../../../_twins/serve';

export const dynamic = 'force-dynamic';

interface Asked {
  params: Promise<{ list: string; code: string; table: string; twin: string }>;
}

/** A table of a code's page, with the figures it shows under the same query. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { list: written, code: digits, table: name, twin } = await params;
  return serveTwin(request, twin, async (store, query) => {
    const list = parseSubjectList(written);
    const code = list && parseSubjectCode(list, digits);
    const table = CODE_TABLES.find((one) => one === name);
    const selection = parseSubjectSelection(query);
    const asked = list && code && table ? await askCode(store, list, code, selection) : undefined;
    if (!list || !table || !asked)
      throw new Problem(404, 'unknown_table', '没有这张表', `没有科目${quoted(digits)}的${quoted(name)}表。`);
    return codeTwin(store, list, table, selection, asked);
  });
}
