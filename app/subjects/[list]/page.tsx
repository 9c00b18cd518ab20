import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { search } from '../../../db/queries/search';
import { publishedIn } from '../../../db/queries/subjectTree';
import { spanOf } from '../../../lib/panels/codeAmounts';
import { VIEW_UNITS } from '../../../lib/panels/codeViews';
import type { Query } from '../../../lib/selection';
import {
  CODE_LISTS,
  parseSubjectList,
  readSubjectSelection,
  type SubjectList,
  type SubjectSelection,
  scopeOf,
  subjectPath,
  subjectsPath,
  treeTablePath,
} from '../../../lib/subjectSelection';
import { Markup } from '../../_components/Markup';
import { Misunderstood } from '../../_components/Misunderstood';
import { metadataWhenFound, whenFound } from '../../_components/whenFound';
import { askMarkup } from '../../_store/markup';
import { openStore, type Store } from '../../_store/store';
import { askChoices } from '../../_subjects/askChoices';
import { type AskedTree, askTree } from '../../_subjects/askTree';
import { CodeSearch } from '../../_subjects/CodeSearch';
import { pairedOnly } from '../../_subjects/growth';
import { LikeNotes } from '../../_subjects/LikeNotes';
import { ScopeForm } from '../../_subjects/ScopeForm';
import { SubjectTree } from '../../_subjects/SubjectTree';
import { TableForms } from '../../_subjects/TableForms';
import { rowsOf } from '../../_subjects/treeTwin';
import { LISTS, moneyWords, scopeWords } from '../../_subjects/words';
import NoSubject from './not-found';

export const dynamic = 'force-dynamic';

interface TreeProps {
  params: Promise<{ list: string }>;
  searchParams: Promise<Query>;
}

async function metadataOf({ params }: TreeProps): Promise<Metadata> {
  const list = parseSubjectList((await params).list);
  return { title: list ? `${LISTS[list].title}科目` : '没有找到' };
}

/** The code's own page where the words are exactly one code. */
async function askHits({ db }: Store, list: SubjectList, selection: SubjectSelection) {
  if (selection.text === undefined) return undefined;
  const hits = await search(db, selection.text, { kinds: [...CODE_LISTS], limit: 40 });
  const exact = hits.find(({ kind, id }) => kind === list && id === selection.text);
  if (exact) redirect(subjectPath(list, exact.id, scopeOf(selection)));
  return hits.filter(({ kind }) => kind === list).concat(hits.filter(({ kind }) => kind !== list));
}

async function Tree({ params, searchParams }: TreeProps) {
  const [{ list: written }, query] = await Promise.all([params, searchParams]);
  const list = parseSubjectList(written);
  if (!list) notFound();
  const { selection, misread } = readSubjectSelection(query);
  if (Object.values(query).includes('')) redirect(subjectsPath(list, selection));
  const store = await openStore();
  const [hits, tree] = await Promise.all([askHits(store, list, selection), askTree(store, list, selection)]);
  const { departments, region } = selection;
  const stored = publishedIn(store.db, { region, ...(departments.length > 0 ? { departments } : {}) });
  const choices = await askChoices(
    store,
    selection,
    stored.years.map(({ year }) => year),
  );
  const known = tree.years[0]?.known ?? 0;
  const money = list === 'functional' ? moneyWords(selection) : '';
  return (
    <>
      <header className="page-head">
        <Lists list={list} selection={selection} />
        <h1>{LISTS[list].title}科目</h1>
        <p className="lead">
          {known === 0 ? LISTS[list].scope : `${scopeWords(selection, choices.names, known)}。${LISTS[list].scope}`}
          {money && `，只计${money}`}。单位：{VIEW_UNITS[selection.view]}。
        </p>
        <Misunderstood misread={[...misread, ...choices.unknown]} />
        <CodeSearch list={list} selection={selection} hits={hits} />
      </header>
      {choices.regions.length === 0 && choices.departments.length === 0 ? (
        <Empty />
      ) : (
        <>
          <ScopeForm action={subjectsPath(list)} list={list} selection={selection} choices={choices} />
          <Body store={store} list={list} selection={selection} tree={tree} />
        </>
      )}
    </>
  );
}

function Lists({ list, selection }: { list: SubjectList; selection: SubjectSelection }) {
  return (
    <nav className="options" aria-label="科目分类">
      {CODE_LISTS.map((one) => (
        <a
          key={one}
          href={subjectsPath(one, { ...scopeOf(selection), text: selection.text })}
          aria-current={one === list ? 'page' : undefined}
        >
          {LISTS[one].title}
        </a>
      ))}
    </nav>
  );
}

/** Share, growth and departments stand beside so many years; more are listed when they are asked for. */
const RECENT_YEARS = 5;

interface BodyProps {
  store: Store;
  list: SubjectList;
  selection: SubjectSelection;
  tree: AskedTree;
}

async function Body({ store, list, selection, tree }: BodyProps) {
  const all = spanOf(tree.years.map(({ year }) => year));
  const years = selection.from === undefined ? all.slice(-RECENT_YEARS) : all;
  if (tree.branches.length === 0)
    return (
      <p className="note" role="status">
        这个范围内没有按{LISTS[list].title}列出的支出。换一个地区、部门或年度再看。
      </p>
    );
  const key = `subjects ${subjectsPath(list, { ...selection, text: undefined })}`;
  const html = await askMarkup(store, key, () => (
    <SubjectTree list={list} selection={selection} tree={tree} years={years} />
  ));
  return (
    <>
      <Coverage tree={tree} years={years} />
      <Markup html={html} />
      <LikeNotes rows={rowsOf(tree.branches)} />
      <TableForms path={(form) => treeTablePath(list, form, selection)} />
      <p className="note">
        点行首的加号，就在原处看到下级科目；点名称看这个科目的各年与各部门，点金额看当年是哪些部门列支、印在原文哪一行。
        占上级、比上年与部门数都指 {years.at(-1)} 年。
        {years.length < all.length && (
          <>
            表中是最近 {years.length} 年，
            <a href={subjectsPath(list, { ...selection, from: all[0] })}>列出全部 {all.length} 年</a>。
          </>
        )}
      </p>
    </>
  );
}

/** A sum over departments of which some have not published says so. */
function Coverage({ tree, years }: { tree: AskedTree; years: readonly number[] }) {
  const published = new Map(tree.years.map(({ year, published: count }) => [year, count]));
  const known = tree.years[0]?.known ?? 0;
  const short = years.filter((year) => (published.get(year) ?? 0) < known);
  if (short.length === 0) return null;
  const last = years.at(-1);
  const paired = last === undefined ? undefined : pairedOnly(tree.years, last);
  return (
    <p className="note">
      各年收录的部门不全，合计只是已收录部门之和：
      {years.map((year) => `${year} 年 ${published.get(year) ?? 0}/${known} 个`).join('，')}。
      {last !== undefined && paired !== undefined && `比上年只比 ${last - 1}、${last} 两年都收录的 ${paired} 个部门。`}
    </p>
  );
}

function Empty() {
  return (
    <p className="note" role="status">
      库中还没有决算。用 <code>npx juesuan load 文件夹</code> 载入后，这里按科目列出支出；科目表现在就可以查找。
    </p>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(Tree, NoSubject);
