import type { Hit } from '../../db/queries/search';
import {
  type SubjectList,
  type SubjectSelection,
  scopeOf,
  subjectPath,
  subjectsPath,
} from '../../lib/subjectSelection';
import { LISTS } from './words';

interface CodeSearchProps {
  list: SubjectList;
  selection: SubjectSelection;
  /** undefined: nothing was asked for */
  hits: readonly Hit[] | undefined;
}

/** A field for codes, names, pinyin and initials, and below it what was found. */
export function CodeSearch({ list, selection, hits }: CodeSearchProps) {
  const { region, from, to, fund, nature, departments, like, text } = selection;
  const kept = { region, from, to, fund, nature, departments: departments.join(','), like: like ? 1 : undefined };
  return (
    <search>
      <form action={subjectsPath(list)} method="get" className="code-search">
        <label htmlFor="subject-text">查找科目</label>
        <input
          id="subject-text"
          name="text"
          type="search"
          maxLength={60}
          defaultValue={text ?? ''}
          placeholder="编码、名称、拼音或首字母"
        />
        {Object.entries(kept).map(([name, value]) =>
          value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit" className="action">
          查找
        </button>
      </form>
      {hits && text !== undefined && <Hits list={list} selection={selection} hits={hits} text={text} />}
    </search>
  );
}

function Hits({
  list,
  selection,
  hits,
  text,
}: {
  list: SubjectList;
  selection: SubjectSelection;
  hits: readonly Hit[];
  text: string;
}) {
  return (
    <section className="code-hits" aria-label="找到的科目">
      <p className="note" role="status">
        {hits.length === 0
          ? `没有科目与“${text}”相符。可以输入编码的开头、名称的一部分、拼音或首字母。`
          : `与“${text}”相符的科目：`}
        <a href={subjectsPath(list, { ...selection, text: undefined })}>清除查找</a>
      </p>
      <ul>
        {hits.map(({ kind, id, label, context, accounts }) => (
          <li key={`${kind} ${id}`}>
            <a href={subjectPath(kind as SubjectList, id, scopeOf(selection))}>
              <span className="code">{id}</span>
              {label}
            </a>
            <span className="small">
              {' '}
              {[kind === list ? '' : LISTS[kind as SubjectList].title, context, accountWords(accounts)]
                .filter(Boolean)
                .join('　')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const accountWords = (accounts: number | null): string =>
  accounts === null ? '' : accounts === 0 ? '尚无决算列支' : `${accounts} 份决算`;
