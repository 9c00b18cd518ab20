interface PageLinksProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The pages next to the shown one, the first and the last. */
export function PageLinks({ page, pages, hrefOf }: PageLinksProps) {
  if (pages < 2) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  return (
    <nav className="pager" aria-label="分页">
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        )}
        {shown.map((one, at) => (
          <li key={one}>
            {at > 0 && one - (shown[at - 1] ?? one) > 1 && <span aria-hidden="true">… </span>}
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
