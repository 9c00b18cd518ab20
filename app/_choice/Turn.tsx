import { pagesAbout } from '../_components/Pager';

/** The pages of a form's list as its buttons, so that what is ticked goes along. */
export function Turn({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label="分页">
      <ul>
        {page > 1 && (
          <li>
            <button type="submit" name="page" value={page - 1} className="turn">
              上一页
            </button>
          </li>
        )}
        {pagesAbout(page, pages).map(({ page: one, skips }) => (
          <li key={one}>
            {skips && <span aria-hidden="true">… </span>}
            <button
              type="submit"
              name="page"
              value={one}
              className="turn"
              aria-current={one === page ? 'page' : undefined}
              aria-label={`第 ${one} 页`}
            >
              {one}
            </button>
          </li>
        ))}
        {page < pages && (
          <li>
            <button type="submit" name="page" value={page + 1} className="turn">
              下一页
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
