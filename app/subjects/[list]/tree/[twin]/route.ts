import { parseSubjectList, parseSubjectSelection } from '../../../../../lib/subjectSelection';
import { Problem, quoted } from '../../../../_answers/problem';
import { askTree } from '../../../../_subjects/askTree';
import { treeTwin } from '../../../../_subjects/treeTwin';
import { serveTwin } from '../../../../_twins/serve';

export const dynamic = 'force-dynamic';

interface Asked {
  params: Promise<{ list: string; twin: string }>;
}

/** The tree of codes as far as the page shows it. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { list: written, twin } = await params;
  return serveTwin(request, twin, async (store, query) => {
    const list = parseSubjectList(written);
    if (!list)
      throw new Problem(404, 'unknown_list', '没有这个科目分类', `没有${quoted(written)}，可用 functional、economic。`);
    const selection = parseSubjectSelection(query);
    return treeTwin(list, selection, await askTree(store, list, selection));
  });
}
