import { missingCell } from '../../lib/panels/cells';
import type { CodeAmount } from '../../lib/panels/codeAmounts';
import { type CodeView, viewCell } from '../../lib/panels/codeViews';
import type { PanelCell } from '../../lib/panels/panel';
import type { SubjectSelection } from '../../lib/subjectSelection';
import type { AskedCode } from './askCode';

/** How a selection shows amounts, as shares of what is given. */
export const viewOf = (
  { view, base }: SubjectSelection,
  { people }: Pick<AskedCode, 'people'>,
  wholes: ReadonlyMap<number, CodeAmount>,
): CodeView => ({ view, base, wholes, people });

/** The code's own years under the view, for its chart. */
export function viewMarks(selection: SubjectSelection, asked: AskedCode): { year: number; cell: PanelCell }[] {
  const { span, subject, wholes } = asked;
  const view = viewOf(selection, asked, wholes);
  return span.map((year) => {
    const own = subject.years.find((one) => one.year === year);
    return { year, cell: own ? viewCell(view, own, subject.years) : missingCell('没有数字') };
  });
}
