import { LEVELS, overviewPath } from '../../lib/overviewSelection';
import { Select } from '../_components/Select';
import type { AskedOverview } from './askOverview';

/** Year, region, level and kind as a plain form: what is chosen becomes the address. */
export function OverviewFilters({ overview: { selection, choices, year } }: { overview: AskedOverview }) {
  const { region, level, kind, figure, order } = selection;
  const years = choices.years.toReversed().map((one) => ({ value: String(one), label: `${one} 年度` }));
  const regions = choices.regions.map(({ code, name, depth }) => ({
    value: code,
    label: `${'　'.repeat(depth)}${name}`,
  }));
  const isFiltered = overviewPath({ ...selection, page: 1 }) !== overviewPath();
  return (
    <search>
      <form action="/" method="get" className="filters overview-filters" aria-label="选择年度与部门">
        <Select
          id="overview-year"
          name="year"
          label="年度"
          chosen={year === null ? 'all' : String(year)}
          options={[...years, { value: 'all', label: '全部年度' }]}
        />
        <Select id="overview-region" name="region" label="地区" all="全部地区" chosen={region} options={regions} />
        <Select
          id="overview-level"
          name="level"
          label="级别"
          all="全部级别"
          chosen={level}
          options={LEVELS.map((value) => ({ value, label: `${value}部门` }))}
        />
        <Select
          id="overview-kind"
          name="kind"
          label="部门类别"
          all="全部类别"
          chosen={kind}
          options={choices.kinds.map(({ kind: value, departments }) => ({
            value,
            label: `${value}（${departments}）`,
          }))}
        />
        {figure !== undefined && <input type="hidden" name="figure" value={figure} />}
        {order !== undefined && <input type="hidden" name="order" value={order} />}
        <div className="filter-actions">
          <button type="submit" className="action">
            查看
          </button>
          {isFiltered && <a href={overviewPath()}>恢复全部</a>}
        </div>
      </form>
    </search>
  );
}
