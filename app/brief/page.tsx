import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { BRIEFED, briefPath, parseBriefSelection } from '../../lib/departmentSelection';
import { choosePath, type Query } from '../../lib/selection';
import { originOf } from '../_answers/origin';
import { askBrief } from '../_brief/askBrief';
import { BriefPage, BriefWays } from '../_brief/BriefPage';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: '打印简报' };

interface BriefProps {
  searchParams: Promise<Query>;
}

export default async function BriefOfAccounts({ searchParams }: BriefProps) {
  const { accounts, malformed, tooMany } = parseBriefSelection(await searchParams);
  const store = await openStore();
  const asked = await askBrief(store, accounts);
  if (!asked) return <NoBrief written={[...accounts, ...malformed]} />;
  const path = briefPath(asked.brief.accounts.map(({ id }) => id));
  const request = new Request(`http://localhost${path}`, { headers: await headers() });
  const problems = [
    ...(malformed.length > 0 ? [`没有看懂：${malformed.map((one) => one.slice(0, 60)).join('、')}。`] : []),
    ...(asked.unknown.length > 0 ? [`库中没有：${asked.unknown.join('、')}。`] : []),
    ...(tooMany ? [`一份简报最多 ${BRIEFED.max} 份决算，只取了前 ${BRIEFED.max} 份。`] : []),
  ];
  return (
    <>
      {problems.length > 0 && (
        <p role="status" className="note">
          {problems.join('')}
        </p>
      )}
      <BriefWays brief={asked.brief} />
      <BriefPage asked={asked} address={`${originOf(request)}${path}`} />
    </>
  );
}

function NoBrief({ written }: { written: readonly string[] }) {
  return (
    <header className="page-head">
      <h1>简报要先选定决算</h1>
      <p className="lead">
        {written.length > 0 && `库中没有：${written.map((one) => one.slice(0, 60)).join('、')}。`}
        请在<a href={choosePath()}>比较</a>中选一到 {BRIEFED.max} 份决算，或从部门、决算、比较各页的“打印简报”进来。
      </p>
    </header>
  );
}
