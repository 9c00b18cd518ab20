import type { Metadata } from 'next';
import { type HitGroup, searchGroups } from '../../db/queries/search';
import type { Query } from '../../lib/selection';
import { HitList } from '../_search/HitList';
import { KIND_WORDS, type SearchSelection, searchPath, totalOf } from '../_search/hitLinks';
import { MOST_TEXT, parseSearch } from '../_search/parseSearch';
import { SearchExamples } from '../_search/SearchExamples';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: '查找', robots: { index: false } };

/** Hits of a kind among others, and alone on a page. */
const [SOME, MANY] = [8, 40];

export default async function Search({ searchParams }: { searchParams: Promise<Query> }) {
  const selection = parseSearch(await searchParams);
  const { text, kind, page } = selection;
  const { db } = await openStore();
  const bounds = kind ? { kinds: [kind], limit: MANY, offset: (page - 1) * MANY } : { limit: SOME };
  const groups = text === '' ? [] : await searchGroups(db, text, bounds);
  return (
    <>
      <header className="page-head">
        <h1>查找</h1>
        <search>
          <form action="/search" method="get" className="code-search">
            <label htmlFor="search-text">部门、地区、科目、指标、核对规则</label>
            <input id="search-text" name="q" type="search" maxLength={MOST_TEXT} defaultValue={text} />
            <button type="submit" className="action">
              查找
            </button>
          </form>
        </search>
        {text !== '' && (
          <p className="note" role="status">
            {groups.length === 0
              ? `没有与“${text}”相符的内容。换一个词，或只写开头几个字、编码的前几位、拼音首字母。`
              : `与“${text}”相符的有 ${totalOf(groups)} 项${kind ? `${KIND_WORDS[kind]}` : ''}。`}
            {kind && <a href={searchPath({ text })}>查找全部种类</a>}
          </p>
        )}
      </header>
      {groups.length === 0 && <SearchExamples />}
      {groups.map((group) => (
        <Group key={group.kind} group={group} selection={selection} />
      ))}
    </>
  );
}

function Group({ group: { kind, total, hits }, selection }: { group: HitGroup; selection: SearchSelection }) {
  const { text, page } = selection;
  const pages = Math.ceil(total / MANY);
  const to = (other: number, label: string, rel?: string) => (
    <li>
      <a href={searchPath({ text, kind, page: other })} rel={rel}>
        {label}
      </a>
    </li>
  );
  return (
    <section className="section hit-group" aria-labelledby={`hits-${kind}`}>
      <h2 id={`hits-${kind}`}>
        {KIND_WORDS[kind]} <span className="small">{total}</span>
      </h2>
      <HitList hits={hits} />
      {!selection.kind && total > hits.length && (
        <p className="small">
          <a href={searchPath({ text, kind })}>
            全部 {total} 项{KIND_WORDS[kind]}
          </a>
        </p>
      )}
      {selection.kind && pages > 1 && (
        <nav className="pager" aria-label="分页">
          <ul>
            {page > 1 && to(Math.min(page - 1, pages), '上一页', 'prev')}
            <li>
              第 {page}/{pages} 页
            </li>
            {page < pages && to(page + 1, '下一页', 'next')}
          </ul>
        </nav>
      )}
    </section>
  );
}
