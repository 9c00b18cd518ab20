import { type FindingSelection, findingsPath } from '../../lib/selection';

/** The pages next to the shown one, the first and the last. */
export function Pager({ selection, pages }: { selection: FindingSelection; pages: number }) {
  if (pages < 2) return null;
  const { page } = selection;
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  const link = (to: number, text: string, rel?: string) => (
    <a href={findingsPath({ ...selection, page: to })} rel={rel}>
      {text}
    </a>
  );
  return (
    <nav className="pager" aria-label="分页">
      <ul>
        {page > 1 && <li>{link(page - 1, '上一页', 'prev')}</li>}
        {shown.map((one, at) => (
          <li key={one}>
            {at > 0 && one - (shown[at - 1] ?? one) > 1 && <span aria-hidden="true">… </span>}
            {one === page ? (
              <a href={findingsPath(selection)} aria-current="page" aria-label={`第 ${one} 页`}>
                {one}
              </a>
            ) : (
              <a href={findingsPath({ ...selection, page: one })} aria-label={`第 ${one} 页`}>
                {one}
              </a>
            )}
          </li>
        ))}
        {page < pages && <li>{link(page + 1, '下一页', 'next')}</li>}
      </ul>
    </nav>
  );
}
