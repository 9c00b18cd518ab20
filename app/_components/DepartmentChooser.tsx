import type { DepartmentEntry } from '../../db/queries/departments';
import type { Hit } from '../../db/queries/search';
import { MOST_HITS } from './departmentHits';

interface DepartmentChooserProps {
  /** where the form leads */
  action: string;
  /** what of the address goes along */
  kept: Readonly<Record<string, string | undefined>>;
  title: string;
  chosen: readonly DepartmentEntry[];
  most: number;
  text: string | undefined;
  /** undefined: nothing was looked for */
  hits: readonly Hit[] | undefined;
  /** the address with other departments and no words to look for */
  hrefOf: (departments: readonly string[]) => string;
}

/** Looks departments up by name, region, pinyin or initials and adds them one by one: forms and links, however many there are. */
export function DepartmentChooser(props: DepartmentChooserProps) {
  const { action, kept, title, chosen, most, text, hits, hrefOf } = props;
  const ids = chosen.map(({ department }) => department);
  return (
    <section className="chooser no-print" aria-label={title} id="departments">
      <h2 className="chooser-title">{title}</h2>
      {chosen.length > 0 && (
        <ul className="chosen">
          {chosen.map(({ department, name }) => (
            <li key={department}>
              {name}
              <a href={hrefOf(ids.filter((id) => id !== department))} aria-label={`移除${name}`}>
                移除
              </a>
            </li>
          ))}
        </ul>
      )}
      {chosen.length >= most ? (
        <p className="small">已选 {most} 个，先移除一个，才能再加。</p>
      ) : (
        <search>
          <form action={action} method="get" className="code-search">
            <label htmlFor="department-text">查找部门</label>
            <input
              id="department-text"
              name="text"
              type="search"
              maxLength={60}
              defaultValue={text ?? ''}
              placeholder="名称、地区、拼音或首字母"
            />
            {Object.entries(kept).map(([name, value]) =>
              value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
            )}
            <button type="submit" className="action">
              查找
            </button>
          </form>
        </search>
      )}
      {hits && text !== undefined && <Hits {...props} hits={hits} text={text} ids={ids} />}
    </section>
  );
}

function Hits({
  hits,
  text,
  ids,
  hrefOf,
}: DepartmentChooserProps & { hits: readonly Hit[]; text: string; ids: string[] }) {
  const fresh = hits.filter(({ id }) => !ids.includes(id));
  return (
    <>
      <p className="note" role="status">
        {fresh.length === 0
          ? `没有可加入的部门与“${text}”相符。可以输入部门或地区名称的一部分、拼音或首字母，几个词用空格分开。`
          : `与“${text}”相符的部门${fresh.length >= MOST_HITS ? `（前 ${MOST_HITS} 个，加上地区可以缩小范围）` : ''}：`}
        <a href={hrefOf(ids)}>清除查找</a>
      </p>
      <ul className="candidates">
        {fresh.map(({ id, label, context, accounts }) => (
          <li key={id}>
            <a href={hrefOf([...ids, id])}>加入 {label}</a>
            <span className="small">
              {' '}
              {[context, accounts === null ? '' : `${accounts} 份决算`].filter(Boolean).join('　')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
