import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { codeName } from '../../../../db/queries/codeNames';
import { codeViewChart, codeYearsChart } from '../../../../lib/panels/codeCharts';
import { VIEW_UNITS } from '../../../../lib/panels/codeViews';
import type { Query } from '../../../../lib/selection';
import {
  codeTablePath,
  parseSubjectCode,
  parseSubjectList,
  parseSubjectSelection,
  readSubjectSelection,
  type SubjectList,
  type SubjectSelection,
  subjectPath,
} from '../../../../lib/subjectSelection';
import { DataTable } from '../../../_components/DataTable';
import { Markup } from '../../../_components/Markup';
import { Misunderstood } from '../../../_components/Misunderstood';
import { Section } from '../../../_components/Section';
import { metadataWhenFound, whenFound } from '../../../_components/whenFound';
import { describePage } from '../../../_downloads/describePage';
import { askMarkup } from '../../../_store/markup';
import { openStore } from '../../../_store/store';
import { askChoices } from '../../../_subjects/askChoices';
import { type AskedCode, askCode, codeYears, SPENDERS } from '../../../_subjects/askCode';
import { Beside } from '../../../_subjects/Beside';
import { CodeCrumbs } from '../../../_subjects/CodeCrumbs';
import { answerOf, CodeHead } from '../../../_subjects/CodeHead';
import { CodeHistory } from '../../../_subjects/CodeHistory';
import { CodeTable } from '../../../_subjects/CodeTable';
import { LikeChanges } from '../../../_subjects/LikeChanges';
import { ScopeForm } from '../../../_subjects/ScopeForm';
import { Spenders } from '../../../_subjects/Spenders';
import { StillChart } from '../../../_subjects/StillChart';
import { TableForms } from '../../../_subjects/TableForms';
import { viewMarks, viewOf } from '../../../_subjects/views';
import { LEVEL_WORDS, LISTS, moneyWords, scopeWords, VIEW_WORDS } from '../../../_subjects/words';
import { yearRows } from '../../../_subjects/yearRows';
import NoSubject from '../not-found';

export const dynamic = 'force-dynamic';

interface CodeProps {
  params: Promise<{ list: string; code: string }>;
  searchParams: Promise<Query>;
}

async function askPage({ params, searchParams }: CodeProps) {
  const [{ list: written, code: digits }, query] = await Promise.all([params, searchParams]);
  const list = parseSubjectList(written);
  const code = list && parseSubjectCode(list, digits);
  if (!list || !code) notFound();
  const { selection, misread } = readSubjectSelection(query);
  if (Object.values(query).includes('')) redirect(subjectPath(list, code, selection));
  const store = await openStore();
  const asked = await askCode(store, list, code, selection);
  if (!asked) notFound();
  const { total } = asked.spenders;
  const pages = Math.max(1, Math.ceil(total / SPENDERS));
  if (selection.page > pages) redirect(subjectPath(list, code, { ...selection, page: pages }, 'spenders'));
  return { store, list, code, selection, misread, asked };
}

async function metadataOf({ params, searchParams }: CodeProps): Promise<Metadata> {
  const { list, code } = await params;
  const known = parseSubjectList(list);
  if (!known || !parseSubjectCode(known, code)) return { title: '没有这个科目' };
  const path = subjectPath(known, code, parseSubjectSelection(await searchParams));
  const { db } = await openStore();
  return describePage({
    title: `${code} ${codeName(db, known, code) ?? `${LISTS[known].title}科目`}`,
    description: `${LISTS[known].scope}：科目 ${code} 各年的金额，哪些部门列支，列在原文的哪一行。`,
    path,
    image: `/cards/subject.png?list=${known}&code=${code}${path.includes('?') ? `&${path.split('?')[1]}` : ''}`,
    alt: `科目 ${code} 各年的金额`,
  });
}

async function Code(props: CodeProps) {
  const { store, list, code, selection, misread, asked } = await askPage(props);
  const stored = asked.published.map(({ year }) => year);
  const choices = await askChoices(store, selection, stored);
  const known = asked.published[0]?.known ?? 0;
  const answer = answerOf(selection, asked, known === 0 ? '库中的决算' : scopeWords(selection, choices.names, known));
  const html = await askMarkup(store, `code ${subjectPath(list, code, selection)}`, () => (
    <Body list={list} selection={selection} asked={asked} answer={answer} />
  ));
  return (
    <>
      <header className="page-head">
        <CodeCrumbs list={list} selection={selection} chain={[...asked.above, asked.subject]} />
        <CodeHead asked={asked} answer={answer} />
        <Misunderstood misread={[...misread, ...choices.unknown]} />
      </header>
      <ScopeForm action={subjectPath(list, code)} list={list} selection={selection} choices={choices} />
      <Markup html={html} />
    </>
  );
}

/** Everything below the head: text by the time it is sent, for its cells are many. */
function Body({ list, selection, asked, answer }: ByYearProps) {
  const { code, years } = asked.subject;
  return (
    <>
      {years.length > 0 && (
        <>
          <ByYear list={list} selection={selection} asked={asked} answer={answer} />
          <Section id="spenders" title="哪些部门列支">
            <Spenders list={list} selection={selection} asked={asked} />
            <TableForms path={(form) => codeTablePath(list, code, 'spenders', form, selection)} />
          </Section>
        </>
      )}
      <Family list={list} selection={selection} asked={asked} />
      <Section id="beside" title="与其他科目比较">
        <Beside list={list} selection={selection} asked={asked} />
      </Section>
      <Section id="history" title="原来的编码与名称">
        <CodeHistory list={list} subject={asked.subject} />
      </Section>
    </>
  );
}

interface ByYearProps extends FamilyProps {
  answer: string;
}

function ByYear({ list, selection, asked, answer }: ByYearProps) {
  const { subject, span } = asked;
  const rows = yearRows(list, selection, asked);
  const columns = span.map((year) => ({ key: String(year), label: `${year} 年`, unit: null }));
  const chart =
    selection.view === 'amount'
      ? codeYearsChart(subject.code, LISTS[list], codeYears(subject.years, asked), answer)
      : codeViewChart(subject.code, VIEW_WORDS[selection.view], viewMarks(selection, asked), answer);
  return (
    <Section id="years" title="各年的金额">
      <p className="small">
        {selection.view === 'amount'
          ? '金额单位：万元'
          : `${VIEW_WORDS[selection.view]}，${VIEW_UNITS[selection.view]}`}
        　{LISTS[list].scope}
        {moneyWords(selection) && `，只计${moneyWords(selection)}`}
        。空着的年度没有收录的决算；斜纹表示列支的部门有一半以上公布的数字互相矛盾；分项与合计对不上的，只画合计。
      </p>
      <StillChart name="years" answer={answer} chart={chart} />
      <DataTable name="years" label="各年的金额（数据表）" columns={columns} rows={rows} />
      <LikeChanges asked={asked} like={selection.like} />
      <TableForms path={(form) => codeTablePath(list, subject.code, 'years', form, selection)} />
    </Section>
  );
}

interface FamilyProps {
  list: SubjectList;
  selection: SubjectSelection;
  asked: AskedCode;
}

function Family({ list, selection, asked }: FamilyProps) {
  const { subject, children, siblings, span, published, wholes } = asked;
  const last = span.at(-1) ?? 0;
  const shared = { list, selection, of: subject.code, years: span, stored: new Set(published.map(({ year }) => year)) };
  const whole = new Map(subject.years.map(({ year, amount }) => [year, amount]));
  const own = subject.years.find(({ year }) => year === last)?.amount ?? null;
  const level = LEVEL_WORDS[subject.level];
  return (
    <>
      {children.length > 0 && (
        <Section id="children" title="下级科目">
          <CodeTable
            label="下级科目（表格）"
            rows={children}
            whole={own}
            view={viewOf(selection, asked, whole)}
            {...shared}
          />
          <TableForms path={(form) => codeTablePath(list, subject.code, 'children', form, selection)} />
        </Section>
      )}
      {siblings.length > 0 && (
        <Section id="siblings" title={`同级科目（${level}）`}>
          <CodeTable
            label="同级科目"
            rows={siblings}
            whole={wholes.get(last) ?? null}
            view={viewOf(selection, asked, wholes)}
            {...shared}
          />
          <TableForms path={(form) => codeTablePath(list, subject.code, 'siblings', form, selection)} />
        </Section>
      )}
    </>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(Code, NoSubject);
