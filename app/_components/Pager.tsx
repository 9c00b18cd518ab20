interface PagerProps {
  /** the one shown, from 1 */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** what is paged, where a page has several lists */
  label?: string;
}

/** Of so many pages the first, the last and those about the shown one; `skips` tells that some before it are left out. */
export function pagesAbout(page: number, pages: number): { page: number; skips: boolean }[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  return shown.map((one, at) => ({ page: one, skips: at > 0 && one - (shown[at - 1] ?? one) > 1 }));
}

/** The pages next to the shown one, the first and the last. */
export function Pager({ page, pages, hrefOf, label = '分页' }: PagerProps) {
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label={label}>
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        )}
        {pagesAbout(page, pages).map(({ page: one, skips }) => (
          <li key={one}>
            {skips && <span aria-hidden="true">… </span>}
            <a href={hrefOf(one)} aria-current={one === page ? 'page' : undefined} aria-label={`第 ${one} 页`}>
              {one}
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              下一页
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
