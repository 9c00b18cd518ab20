import type { SubjectYear } from '../../db/queries/subjectTree';
import { isDoubtful } from '../../lib/panels/codeAmounts';
import { type CodeView, VIEW_UNITS, viewCell } from '../../lib/panels/codeViews';
import { MARKS } from '../_components/Figure';

interface YearAmountProps {
  year: number;
  of: SubjectYear | undefined;
  /** where the amount's spenders are listed */
  href: string;
  /** any account of the year is stored */
  stored: boolean;
  view: CodeView;
  /** all years of the code */
  years: readonly SubjectYear[];
}

const disputeWords = ({ disputed, departments }: SubjectYear): string =>
  departments === 1
    ? MARKS.disputed.meaning
    : `${departments === null ? '' : `${departments} 个部门中`}有 ${disputed} 个部门公布的数字互相矛盾`;

/** A year's amount on a code: a gap where nobody prints it, marked where it is in dispute. */
export function YearAmount({ year, of, href, stored, view, years }: YearAmountProps) {
  if (!of)
    return (
      <span className="missing" title={stored ? `${year} 年没有部门列支` : `${year} 年没有收录的决算`}>
        <span className="visually-hidden">{year} 年 </span>
        {stored ? '—' : ''}
      </span>
    );
  const disputed = of.disputed > 0;
  const cell = viewCell(view, of, years);
  const moved = of.mappedFrom.length > 0 ? `按现行科目归并：${of.mappedFrom.join('、')}` : undefined;
  return (
    <span
      className={cell.value === null ? 'missing' : isDoubtful(of) ? 'disputed' : undefined}
      title={moved ?? (view.view === 'amount' ? undefined : cell.reason)}
    >
      <a className="cell-link" href={href} aria-label={`${year} 年 ${cell.text} ${VIEW_UNITS[view.view]}`}>
        {cell.text}
      </a>
      {moved && <abbr className="mark">并</abbr>}
      {disputed && (
        <abbr className="mark mark-disputed" title={disputeWords(of)}>
          {MARKS.disputed.sign}
        </abbr>
      )}
    </span>
  );
}
