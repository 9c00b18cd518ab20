import { type PivotSelection, pivotPath } from '../../lib/pivot';

/** Rows of a page that comes without scripts. */
export const PAGE_LINES = 100;

export function pageOf({ page }: PivotSelection, lines: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(lines / PAGE_LINES));
  return { page: Math.min(page, pages), pages };
}

interface PivotPagesProps {
  selection: PivotSelection;
  page: number;
  pages: number;
  count: number;
}

export function PivotPages({ selection, page, pages, count }: PivotPagesProps) {
  if (pages < 2) return null;
  const to = (other: number): string => pivotPath({ ...selection, page: other });
  return (
    <nav className="pager" aria-label="分页">
      <p className="small">
        共 {count} 行，现为第 {(page - 1) * PAGE_LINES + 1} 至 {Math.min(page * PAGE_LINES, count)} 行。
      </p>
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        )}
        <li aria-current="page">
          第 {page}/{pages} 页
        </li>
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              下一页
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={to(pages)}>最后一页</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
