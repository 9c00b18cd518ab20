import type { CoverageCell, CoverageRow, YearCoverage } from '../../db/queries/coverage';
import type { RegionCoverage } from '../../db/queries/regionCoverage';
import { departmentPath } from '../../lib/departmentSelection';
import { type OverviewSelection, overviewPath } from '../../lib/overviewSelection';
import { accountPath } from '../../lib/selection';
import type { AskedOverview } from './askOverview';
import { amountIn, findingWords, unitOf } from './words';

/** Rows × years: what is published, what is missing, what the checks say; every cell leads on. */
export function CoverageMap({ overview }: { overview: AskedOverview }) {
  const { span, departments, regions, selection, year } = overview;
  const rows = departments ? departments.rows.length : regions.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll coverage-scroll" tabIndex={0} aria-label="收录情况表" data-long={rows > 14}>
      <table className="coverage">
        <thead>
          <tr>
            <th scope="col" className="sticky">
              {departments ? '部门' : '地区'}
            </th>
            {span.map((one) => (
              <th key={one} scope="col" aria-current={one === year ? 'true' : undefined}>
                <a className="cell-link" href={overviewPath({ ...selection, year: one, page: 1 })}>
                  {one}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <YearSums overview={overview} />
        <tbody>
          {departments
            ? departments.rows.map((row) => <DepartmentRow key={row.department} row={row} span={span} />)
            : regions.map((row) => <RegionRow key={row.code} row={row} span={span} selection={selection} />)}
        </tbody>
      </table>
    </section>
  );
}

/** The summary by year above the rows: how many have published, what they spent, how many contradict themselves. */
function YearSums({ overview: { span, years, totals } }: { overview: AskedOverview }) {
  const unit = unitOf([...totals.values()].map(({ value }) => value));
  const of = (year: number) => years.find((one) => one.year === year);
  return (
    <tbody className="coverage-sums">
      <tr>
        <th scope="row" className="sticky">
          已收录
        </th>
        {span.map((year) => (
          <td key={year}>
            <Share of={of(year)} known={years[0]?.known ?? 0} />
          </td>
        ))}
      </tr>
      {totals.size > 1 && (
        <tr>
          <th scope="row" className="sticky">
            支出总计<span className="small"> {unit}</span>
          </th>
          {span.map((year) => {
            const total = totals.get(year);
            return (
              <td key={year}>
                {total?.value == null ? <span className="missing">—</span> : amountIn(total.value, unit)}
                {total && total.value !== null && !total.complete && <Incomplete of={total.accounts} />}
              </td>
            );
          })}
        </tr>
      )}
      <tr>
        <th scope="row" className="sticky">
          有矛盾的决算
        </th>
        {span.map((year) => (
          <td key={year}>{of(year)?.faulty ?? <span className="missing">—</span>}</td>
        ))}
      </tr>
    </tbody>
  );
}

const Incomplete = ({ of }: { of: number }) => (
  <abbr className="mark" title={`只是 ${of} 个部门之和，合计不完整`}>
    缺
  </abbr>
);

function Share({ of, known }: { of: YearCoverage | undefined; known: number }) {
  const published = of?.published ?? 0;
  return (
    <>
      {published}
      <span className="small">/{known}</span>
    </>
  );
}

function DepartmentRow({ row, span }: { row: CoverageRow; span: readonly number[] }) {
  const { department, name, region, cells } = row;
  return (
    <tr>
      <th scope="row" className="sticky">
        <a href={departmentPath(department)}>{name}</a>
        {region && !name.includes(region.name) && <span className="small"> {region.name}</span>}
      </th>
      {span.map((year) => (
        <AccountCell key={year} cell={cells.find((one) => one.year === year)} />
      ))}
    </tr>
  );
}

function AccountCell({ cell }: { cell: CoverageCell | undefined }) {
  if (!cell)
    return (
      <td className="cover" data-cover="missing">
        <span className="visually-hidden">没有收录</span>
      </td>
    );
  const { errors, warnings, account } = cell;
  const state = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'clear';
  const words = findingWords(cell);
  return (
    <td className="cover" data-cover={state}>
      <a href={accountPath(account)} title={`已收录，${words}`}>
        <span className="cover-sign" aria-hidden="true">
          {state === 'error' ? errors : state === 'warning' ? warnings : '✓'}
        </span>
        <span className="visually-hidden">已收录，{words}</span>
      </a>
    </td>
  );
}

function RegionRow({
  row,
  span,
  selection,
}: {
  row: RegionCoverage;
  span: readonly number[];
  selection: OverviewSelection;
}) {
  const { code, name, depth, years, known } = row;
  return (
    <tr data-depth={depth}>
      <th scope="row" className="sticky">
        <span className="label">
          <a href={overviewPath({ ...selection, region: code, grain: undefined, page: 1 })}>{name}</a>
          <span className="small"> {known} 个</span>
        </span>
      </th>
      {span.map((year) => (
        <RegionCell
          key={year}
          of={years.find((one) => one.year === year)}
          known={known}
          href={overviewPath({ ...selection, region: code, year, grain: undefined, page: 1 })}
        />
      ))}
    </tr>
  );
}

function RegionCell({ of, known, href }: { of: YearCoverage | undefined; known: number; href: string }) {
  if (!of)
    return (
      <td className="cover" data-cover="missing">
        <span className="visually-hidden">没有收录</span>
      </td>
    );
  const { published, faulty } = of;
  const full = published === known;
  return (
    <td className="cover" data-cover={full ? 'full' : 'part'}>
      <a href={href}>
        {published}
        {!full && <span className="small">/{known}</span>}
        {faulty > 0 && (
          <span className="cover-sign" data-sign="error">
            <span className="visually-hidden">，有矛盾的 </span>
            {faulty}
          </span>
        )}
      </a>
    </td>
  );
}
