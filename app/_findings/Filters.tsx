import type { FindingCount, FindingCounts } from '../../db/queries/findingCounts';
import { SEVERITIES, SEVERITY_WORDS } from '../../lib/findings';
import { type FindingSelection, findingsPath } from '../../lib/selection';

interface FiltersProps {
  selection: FindingSelection;
  counts: FindingCounts;
}

/** The filters as a plain form: what is chosen becomes the address. */
export function Filters({ selection, counts }: FiltersProps) {
  const severities = SEVERITIES.map((value) => ({
    value,
    label: SEVERITY_WORDS[value],
    count: counts.severities[value],
  }));
  return (
    <search>
      <form action={findingsPath()} method="get" className="filters" aria-label="筛选核对发现">
        <Choice name="severity" label="程度" all="全部" options={severities} chosen={selection.severity} />
        <Choice name="year" label="年度" all="全部" options={counts.years} chosen={selection.year} />
        <Choice
          name="region"
          label="地区"
          all="全部"
          options={counts.regions.map(indented)}
          chosen={selection.region}
        />
        <Choice
          name="department"
          label="部门"
          all={counts.manyDepartments ? '全部（先选地区，可以看到部门）' : '全部'}
          options={counts.departments}
          chosen={selection.department}
        />
        <Choice
          name="check"
          label="核对规则"
          all="全部"
          options={counts.checks.map((one) => ({ ...one, label: `${one.value} ${one.label}` }))}
          chosen={selection.check}
        />
        <div className="filter">
          <label htmlFor="filter-text">包含文字</label>
          <input id="filter-text" name="text" type="search" maxLength={60} defaultValue={selection.text ?? ''} />
        </div>
        <div className="filter-actions">
          <button type="submit" className="action">
            筛选
          </button>
          {findingsPath({ ...selection, page: 1 }) !== findingsPath() && <a href={findingsPath()}>清除全部条件</a>}
        </div>
      </form>
    </search>
  );
}

/** Cities stand under their province, counties under their city. */
function indented({ value, label, count }: FindingCount<string>): FindingCount<string> {
  const depth = value.endsWith('0000') ? 0 : value.endsWith('00') ? 1 : 2;
  return { value, label: `${'　'.repeat(depth)}${label}`, count };
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  options: readonly FindingCount<string | number>[];
  chosen: string | number | undefined;
}

function Choice({ name, label, all, options, chosen }: ChoiceProps) {
  const isListed = options.some(({ value }) => value === chosen);
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {chosen !== undefined && !isListed && <option value={chosen}>{chosen}（0）</option>}
        {options.map(({ value, label: text, count }) => (
          <option key={value} value={value}>
            {text}（{count}）
          </option>
        ))}
      </select>
    </div>
  );
}
