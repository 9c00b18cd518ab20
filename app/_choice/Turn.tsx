/** The pages of a form's list as its buttons, so that what is ticked goes along. */
export function Turn({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((one, other) => one - other);
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
        {shown.map((one, at) => (
          <li key={one}>
            {at > 0 && one - (shown[at - 1] ?? one) > 1 && <span aria-hidden="true">… </span>}
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
