import type { Metadata } from 'next';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { briefPath } from '../../../lib/departmentSelection';
import { findPanel } from '../../../lib/panels';
import { type Comparison, compare, type Limit } from '../../../lib/panels/comparison';
import {
  COMPARABLE,
  choosePath,
  comparePath,
  parseAccountList,
  parseView,
  type Query,
  viewOfPanel,
} from '../../../lib/selection';
import { MainFigures } from '../../_components/MainFigures';
import { PanelView } from '../../_components/PanelView';
import { metadataWhenFound, whenFound } from '../../_components/whenFound';
import { askReasons } from '../../_departments/askReasons';
import { ComparedReasons } from '../../_departments/Reasons';
import { cardPath } from '../../_downloads/addresses';
import { comparisonDataset } from '../../_downloads/datasets';
import { describePage, pageOrigin } from '../../_downloads/describePage';
import { JsonLd } from '../../_downloads/JsonLd';
import { askAccounts, askPanels, type DrawnPanel } from '../../_store/panels';
import { openStore } from '../../_store/store';
import NotStored from './not-found';

export const dynamic = 'force-dynamic';

interface CompareProps {
  params: Promise<{ accounts: string }>;
  searchParams: Promise<Query>;
}

async function askSelection({ params, searchParams }: CompareProps) {
  const [{ accounts: path }, query] = await Promise.all([params, searchParams]);
  const { accounts: ids, malformed, repeated } = parseAccountList(path);
  if (malformed.length > 0) notFound();
  if (ids.length < COMPARABLE.min || ids.length > COMPARABLE.max) redirect(choosePath(ids));
  const view = parseView(query);
  if (repeated) permanentRedirect(comparePath(ids, view));
  const store = await openStore();
  const accounts = await askAccounts(store, ids);
  if (accounts.length < ids.length) notFound();
  return { store, accounts, ids, view };
}

async function metadataOf(props: CompareProps): Promise<Metadata> {
  const { accounts, ids, view } = await askSelection(props);
  const totals = findPanel('totals')?.build(accounts, viewOfPanel(view, 'totals'));
  return describePage({
    title: compare(accounts).title,
    description: totals?.answer ?? '',
    path: comparePath(ids),
    image: cardPath('totals', ids, viewOfPanel(view, 'totals')),
    alt: totals?.answer ?? '',
  });
}

async function Compare(props: CompareProps) {
  const { store, accounts, ids, view } = await askSelection(props);
  const comparison = compare(accounts);
  const panels = await askPanels(store, accounts, view);
  const reasons = await Promise.all(
    comparison.accounts.map(async (named, at) => ({
      ...named,
      reasons: accounts[at] ? await askReasons(store, accounts[at]) : [],
    })),
  );
  const [first] = panels;
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">
          {accounts.length} 份决算比较
          <a className="no-print" href={choosePath(ids)}>
            增减要比较的决算
          </a>
          <a className="no-print" href={briefPath(ids)}>
            打印简报
          </a>
        </p>
        <h1>
          <Title comparison={comparison} />
        </h1>
      </header>
      <JsonLd data={comparisonDataset(comparison.title, accounts, await pageOrigin())} />
      {first && <MainFigures accounts={comparison.accounts} data={first.data} />}
      <Limits limits={comparison.limits} />
      <Contents panels={panels} />
      {panels.map((panel, at) => (
        <PanelView key={panel.data.panel} panel={panel} number={at + 1} accounts={ids} view={view}>
          {panel.data.panel === 'growth' && <ComparedReasons accounts={reasons} />}
        </PanelView>
      ))}
    </>
  );
}

/** The title with each name, and the mark after it, kept in one piece where the line is long enough. */
function Title({ comparison: { title, accounts } }: { comparison: Comparison }) {
  const names = accounts.map(({ name, year }) => `${name} ${year} 年度`);
  const pieces = names.reduce<string[]>(
    (parts, name) => {
      const rest = parts.at(-1) ?? '';
      const end = rest.indexOf(name) + name.length;
      const whole = rest.slice(0, rest[end] === '、' ? end + 1 : end);
      return rest.includes(name) ? [...parts.slice(0, -1), whole, rest.slice(whole.length)] : parts;
    },
    [title],
  );
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
    <span key={at} className="whole">
      {piece}
    </span>
  ));
}

function Limits({ limits }: { limits: readonly Limit[] }) {
  if (limits.length === 0) return null;
  return (
    <section className="section limits" aria-labelledby="limits-title">
      <h2 id="limits-title">比较之前须知</h2>
      <ul className="dotted">
        {limits.map((limit) => (
          <li key={limit.text} className={limit.kind === 'disputed' ? 'disputed-limit' : undefined}>
            {limit.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contents({ panels }: { panels: readonly DrawnPanel[] }) {
  return (
    <nav className="section contents" aria-label="本页内容">
      <ol>
        {panels.map(({ data }, at) => (
          <li key={data.panel}>
            <span className="code">{at + 1}</span>
            <a href={`#${data.panel}`}>{data.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(Compare, NotStored);
