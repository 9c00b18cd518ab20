import { type OverviewSelection, overviewPath, type State } from '../../lib/overviewSelection';
import { Pager } from '../_components/Pager';
import { Downloads } from '../_downloads/Downloads';
import { type AskedOverview, ROWS_A_PAGE } from './askOverview';
import { CoverageMap } from './CoverageMap';
import { formsOf } from './tablePath';

/** What is covered: the map, how it is cut, what its signs mean. */
export function CoverageSection({ overview }: { overview: AskedOverview }) {
  const { selection, pages } = overview;
  return (
    <section className="section" id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">收录了哪些部门、哪些年度的决算？</h2>
      <Cuts overview={overview} />
      <p className="note" role="status">
        {shownWords(overview)}
      </p>
      <CoverageMap overview={overview} />
      <Legend byRegion={overview.departments === null} />
      <Pager
        page={selection.page}
        pages={pages}
        hrefOf={(page) => overviewPath({ ...selection, page }, '/', 'coverage')}
        label="部门分页"
      />
      <p className="small">
        注：“没有收录”指库中没有这一年度的决算，不等于部门没有公开；部门以任一年度收录过决算的为准，从未收录的部门不在其中。
      </p>
      <Downloads of="收录情况表" forms={formsOf('coverage', selection)} />
    </section>
  );
}

const STATE_WORDS: Readonly<Record<State, string>> = { missing: '没有收录的', faulty: '有矛盾的' };

function Cuts({ overview: { selection, grain, regions, year } }: { overview: AskedOverview }) {
  const { state, level, kind } = selection;
  const to = (change: Partial<OverviewSelection>) =>
    overviewPath({ ...selection, state: undefined, grain: undefined, page: 1, ...change }, '/', 'coverage');
  const plain = state === undefined;
  const canSum = regions.length > 1 && level === undefined && kind === undefined;
  return (
    <nav className="options" aria-label="收录情况的分行">
      {canSum && (
        <a href={to({ grain: 'regions' })} aria-current={plain && grain === 'regions' ? 'true' : undefined}>
          按地区
        </a>
      )}
      <a href={to({ grain: 'departments' })} aria-current={plain && grain === 'departments' ? 'true' : undefined}>
        逐个部门
      </a>
      {year !== null &&
        (['missing', 'faulty'] as const).map((one) => (
          <a key={one} href={to({ state: one })} aria-current={state === one ? 'true' : undefined}>
            {year} 年度{STATE_WORDS[one]}
          </a>
        ))}
    </nav>
  );
}

function shownWords({ departments, regions, selection, year, known }: AskedOverview): string {
  if (!departments) return `${known} 个部门，按 ${regions.length} 个地区汇总；点地区看其中的部门。`;
  const { state, page } = selection;
  const { total, rows } = departments;
  const which = state && year !== null ? `${year} 年度${STATE_WORDS[state]}` : '';
  if (total === 0) return `没有${which}部门。`;
  const first = (page - 1) * ROWS_A_PAGE + 1;
  const part = total > rows.length ? `，现为第 ${first} 至 ${first + rows.length - 1} 个` : '';
  const order = state === 'faulty' ? '，矛盾最多的在前' : '';
  return `${which}${total} 个部门${part}${order}；点一格看那份决算。`;
}

function Legend({ byRegion }: { byRegion: boolean }) {
  const sign = (state: string, text: string) => (
    <span className="cover-key" data-cover={state} aria-hidden="true">
      {text === '' ? null : <span className="cover-sign">{text}</span>}
    </span>
  );
  if (byRegion)
    return (
      <p className="legend">
        <span>21/24　已收录／部门数；只写一个数的全部收录</span>
        <span>{sign('error', '3')}有矛盾的决算份数</span>
        <span>{sign('missing', '')}没有收录</span>
      </p>
    );
  return (
    <p className="legend">
      <span>{sign('clear', '✓')}已收录，没有矛盾与待查</span>
      <span>{sign('warning', '2')}待查的处数</span>
      <span>{sign('error', '3')}矛盾的处数</span>
      <span>{sign('missing', '')}没有收录</span>
    </p>
  );
}
