import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MOST_SEARCHED } from '../../db/queries/findingConditions';
import {
  type FindingSelection,
  findingsPath,
  parseFindingSelection,
  type Query,
  readFindingSelection,
} from '../../lib/selection';
import { Misunderstood } from '../_components/Misunderstood';
import { Pager } from '../_components/Pager';
import { forPeople } from '../_downloads/addresses';
import { Downloads } from '../_downloads/Downloads';
import { describePage } from '../_downloads/describePage';
import { askCards, askFindings, PAGE_SIZE } from '../_findings/askFindings';
import { Filters } from '../_findings/Filters';
import { FindingList } from '../_findings/FindingList';
import { MOST_IN_TABLE } from '../_findings/findingTable';
import { SeverityCounts } from '../_findings/Overview';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  const selection = parseFindingSelection(await searchParams);
  return describePage({
    title: '核对发现',
    description: '部门决算按公布的勾稽关系核对到末位：矛盾、待查与提示，每条都有算式、可能的数和原文。',
    path: findingsPath(selection),
    image: findingsPath({ ...selection, page: 1 }, '/cards/findings.png'),
    alt: '核对发现的矛盾、待查和提示各有多少处',
  });
}

export default async function Findings({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { selection, misread } = readFindingSelection(query);
  if (Object.values(query).includes('')) redirect(findingsPath(selection));
  const store = await openStore();
  const [{ entries, counts, pages, searchedAll }, cardOf] = await Promise.all([
    askFindings(store, selection),
    askCards(store),
  ]);
  if (selection.page > pages) redirect(findingsPath({ ...selection, page: pages }));
  return (
    <>
      <header className="page-head">
        <h1>核对发现</h1>
        <p className="lead">
          每份决算都按公布的勾稽关系核对到末位。四舍五入能解释的差额不算矛盾；算式、可能的数和原文都在每条后面。
        </p>
        <Misunderstood misread={misread} />
      </header>
      <SeverityCounts
        counts={counts.severities}
        hrefOf={(severity) => findingsPath({ ...selection, severity, page: 1 })}
      />
      <Filters selection={selection} counts={counts} />
      <p className="note" role="status">
        {resultWords(selection, counts.total, counts.accounts)}
        {!searchedAll &&
          `文字只在按次序的前 ${MOST_SEARCHED} 处发现中查找；加上地区、年度或规则的条件，可以查到其余的。`}
      </p>
      {counts.total > 0 && (
        <Downloads
          of={counts.total > MOST_IN_TABLE ? `前 ${MOST_IN_TABLE} 处发现` : '这些发现'}
          forms={[
            { label: 'CSV', href: forPeople(findingsPath({ ...selection, page: 1 }, '/findings/table')) },
            { label: 'XLSX', href: findingsPath({ ...selection, page: 1 }, '/findings/table.xlsx') },
          ]}
        />
      )}
      {counts.total === 0 && <NoFindings selection={selection} />}
      <FindingList entries={entries} selection={selection} cardOf={cardOf} />
      <Pager page={selection.page} pages={pages} hrefOf={(page) => findingsPath({ ...selection, page })} />
    </>
  );
}

function resultWords({ page }: FindingSelection, total: number, accounts: number): string {
  if (total === 0) return '没有符合条件的发现。';
  const [first, last] = [(page - 1) * PAGE_SIZE + 1, Math.min(page * PAGE_SIZE, total)];
  const part = total > PAGE_SIZE ? `，现为第 ${first} 至 ${last} 处` : '';
  return `${accounts} 份决算中的 ${total} 处${part}。`;
}

function NoFindings({ selection }: { selection: FindingSelection }) {
  const isFiltered = findingsPath({ ...selection, page: 1 }) !== findingsPath();
  return isFiltered ? (
    <p className="note">
      换一个条件，或<a href={findingsPath()}>清除全部条件</a>再看。
    </p>
  ) : (
    <p className="note">
      库中还没有决算，或所有决算都没有可报告之处。用 <code>npx juesuan load 文件</code> 载入决算后，这里列出核对结果。
    </p>
  );
}
