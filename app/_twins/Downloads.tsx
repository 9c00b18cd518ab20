import { FORM_WORDS, TWIN_FORMS } from './twin';

/** The page's address and its figures to take along. */
export function Downloads({ path, drawn }: { path: string; drawn: boolean }) {
  const [page = '', query] = path.split('?');
  const tail = query === undefined ? '' : `?${query}`;
  return (
    <p className="twin-links small no-print">
      <span>下载</span>
      {TWIN_FORMS.filter((form) => drawn || form !== 'chart.svg').map((form) => (
        <a key={form} href={`${page}/${form}${tail}`}>
          {FORM_WORDS[form]}
        </a>
      ))}
      <a href={path}>本页链接（可复制）</a>
    </p>
  );
}
