import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Query } from '../../lib/selection';
import { MOST_LINES, parseTrendSelection, trendsPath } from '../../lib/trendSelection';
import { DataTable } from '../_components/DataTable';
import { DepartmentChooser } from '../_components/DepartmentChooser';
import { askDepartmentHits } from '../_components/departmentHits';
import { LinkedChart } from '../_components/LinkedChart';
import { Misunderstood } from '../_components/Misunderstood';
import { describeTool } from '../_downloads/describePage';
import { openStore, type Store } from '../_store/store';
import { type AskedTrends, askTrends } from '../_trends/askTrends';
import { TrendForm } from '../_trends/TrendForm';
import { TrendBreaks, TrendKey, TrendSources } from '../_trends/TrendKey';
import { TrendSwitches } from '../_trends/TrendSwitches';
import { Downloads } from '../_twins/Downloads';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return describeTool({
    title: '趋势',
    description: '部门决算的一个指标或科目历年怎样变化：公布的数、占比、人均或指数；空缺、推算、矛盾与口径变化都标出。',
    path: trendsPath(parseTrendSelection(await searchParams).selection),
  });
}

export default async function Trends({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const store = await openStore();
  const asked = await askTrends(store, query);
  const { selection, data, misread, known } = asked;
  if (misread.length === 0 && Object.values(query).includes('')) redirect(trendsPath(selection));
  if (known === 0) return <Empty />;
  const hits = await askDepartmentHits(store, selection.text);
  const usual = selection.departments.length === 0;
  const { departments: _departments, text: _text, ...rest } = selection;
  const kept = Object.fromEntries(
    new URL(trendsPath({ ...rest, departments: selection.departments }), 'http://x').searchParams,
  );
  return (
    <>
      <header className="page-head">
        <h1>{data.title}</h1>
        <p className="small">{data.subtitle}</p>
        <p className="lead">{data.answer}</p>
        {usual && <p className="note">{usualWords(asked)}</p>}
        <Misunderstood misread={misread} />
      </header>
      <TrendForm asked={asked} />
      <TrendSwitches selection={selection} />
      <div className="with-side">
        <Drawn store={store} asked={asked} />
        <div>
          <TrendKey data={data} />
          <DepartmentChooser
            action={trendsPath()}
            kept={kept}
            title="画哪些部门"
            chosen={usual ? [] : asked.departments}
            most={MOST_LINES}
            text={selection.text}
            hits={hits}
            hrefOf={(departments) => trendsPath({ ...rest, departments: [...departments] })}
          />
        </div>
      </div>
      <TrendBreaks data={data} />
      <section className="section" aria-labelledby="table-title" id="table">
        <h2 id="table-title">数据表</h2>
        <DataTable name="trends" label={`${data.title}（数据表）`} columns={data.columns} rows={data.rows} />
        <p className="small no-print">点击数字，到原文中印着它的那一行；带虚线的数字先列出说明和出处。</p>
        <TrendSources data={data} />
        <Downloads path={pinnedPath(asked)} drawn={data.chart !== null} />
      </section>
    </>
  );
}

/** The address that shows the same departments tomorrow, too. */
const pinnedPath = ({ selection, data }: AskedTrends): string =>
  trendsPath({ ...selection, text: undefined, departments: data.lines.map(({ department }) => department) });

const usualWords = ({ known, departments, data }: AskedTrends): string =>
  known <= departments.length
    ? `画出了库中的全部 ${known} 个部门。`
    : `还没有选部门，先画出${data.years.length > 0 ? '最近一年' : ''}支出最多的 ${departments.length} 个；在下面查找，可以换成任何部门。`;

function Drawn({ store, asked }: { store: Store; asked: AskedTrends }) {
  const { data } = asked;
  if (!data.chart)
    return <p className="note empty">所选部门在这些年度都没有公布这个指标；换一个指标、年度或部门再看。</p>;
  return (
    <div>
      <LinkedChart store={store} path={pinnedPath(asked)} name="trends" answer={data.answer} chart={data.chart} />
      <ul className="panel-notes">
        {data.notes.map((note) => (
          <li key={note}>注：{note}</li>
        ))}
      </ul>
    </div>
  );
}

const Empty = () => (
  <header className="page-head">
    <h1>各部门历年怎样变化？</h1>
    <p className="lead">
      库中还没有决算。用 <code>npx juesuan load 文件夹</code> 载入后，这里画出各部门历年的变化。
    </p>
  </header>
);
