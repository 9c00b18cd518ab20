import type { RegionSummary } from '../../db/queries/regions';
import {
  DIMENSION_WORDS,
  isDimensionOf,
  PIVOT_DIMENSIONS,
  PIVOT_LEVELS,
  PIVOT_VALUES,
  type PivotSelection,
  pivotPath,
  VALUE_WORDS,
} from '../../lib/pivot';

export interface PivotChoices {
  regions: readonly RegionSummary[];
  kinds: readonly { kind: string; departments: number }[];
  years: readonly number[];
}

interface PivotFormProps {
  selection: PivotSelection;
  choices: PivotChoices;
}

const FUNDS = [
  ['general', '一般公共预算'],
  ['fund', '政府性基金'],
  ['capital', '国有资本经营'],
  ['other', '其他资金或差额'],
] as const;
const NATURES = {
  functional: [
    ['basic', '基本支出'],
    ['project', '项目支出'],
    ['other', '其他支出或差额'],
  ],
  economic: [
    ['personnel', '人员经费'],
    ['operating', '公用经费'],
  ],
} as const;

/** Rows, columns, value and what is counted, as a plain form: what is chosen becomes the address. */
export function PivotForm({ selection, choices }: PivotFormProps) {
  const { list, rows, columns, value, departments } = selection;
  const dimensions = PIVOT_DIMENSIONS.filter((one) => isDimensionOf(list, one)).map(
    (one) => [one, DIMENSION_WORDS[one]] as const,
  );
  return (
    <form action="/pivot" method="get" className="filters pivot-form" aria-label="透视的行、列与范围">
      {(['行', '行内再分', '再分'] as const).map((label, at) => (
        <Choice
          key={label}
          name="rows"
          id={`rows-${at}`}
          label={label}
          none={at === 0 ? undefined : '不再分'}
          chosen={rows[at]}
          options={dimensions}
        />
      ))}
      {(['列', '列内再分'] as const).map((label, at) => (
        <Choice
          key={label}
          name="columns"
          id={`columns-${at}`}
          label={label}
          none={at === 0 ? ['none', '不分列'] : '不再分'}
          chosen={columns[at] ?? (at === 0 ? 'none' : undefined)}
          options={dimensions}
        />
      ))}
      <Choice
        name="value"
        label="数值"
        chosen={value}
        options={PIVOT_VALUES.map((one) => [one, `${VALUE_WORDS[one].label}（${VALUE_WORDS[one].unit}）`] as const)}
      />
      <More selection={selection} choices={choices} />
      {departments.length > 0 && (
        <label className="filter-check">
          <input type="checkbox" name="departments" value={departments.join(',')} defaultChecked />
          只看已选的 {departments.length} 个部门
        </label>
      )}
      <div className="filter-actions">
        <button type="submit" className="action">
          透视
        </button>
        {pivotPath(selection) !== pivotPath() && <a href={pivotPath()}>恢复默认</a>}
      </div>
    </form>
  );
}

/** What is counted; open where anything of it is chosen. */
function More({ selection, choices }: PivotFormProps) {
  const { list, codes } = selection;
  const years = choices.years.map((year) => [String(year), `${year} 年`] as const);
  const { region, level, kind, from, to, fund, nature, text } = selection;
  const chosen = [region, level, kind, from, to, fund, nature, text].filter((one) => one !== undefined).length;
  const count = chosen + (codes.length > 0 ? 1 : 0) + (selection.like ? 1 : 0) + (list === 'functional' ? 0 : 1);
  return (
    <details className="filter-wide pivot-more" open={count > 0}>
      <summary>范围与筛选：{count === 0 ? '全部' : `已选 ${count} 项`}</summary>
      <div className="filters">
        <Choice
          name="list"
          label="科目"
          chosen={list}
          options={[
            ['functional', '支出功能分类'],
            ['economic', '支出经济分类'],
          ]}
        />
        <Choice
          name="region"
          label="地区"
          none="全部地区"
          chosen={selection.region}
          options={choices.regions.map(({ code, name }) => [code, name] as const)}
        />
        <Choice
          name="level"
          label="级别"
          none="全部级别"
          chosen={selection.level}
          options={PIVOT_LEVELS.map((one) => [one, one] as const)}
        />
        <Choice
          name="kind"
          label="部门类别"
          none="各类部门"
          chosen={selection.kind}
          options={choices.kinds.map(({ kind, departments: count }) => [kind, `${kind}（${count}）`] as const)}
        />
        <Choice name="from" label="从" none="最早" chosen={selection.from} options={years} />
        <Choice name="to" label="到" none="最近" chosen={selection.to} options={years} />
        {list === 'functional' && (
          <Choice name="fund" label="资金" none="全部资金" chosen={selection.fund} options={FUNDS} />
        )}
        <Choice
          name="nature"
          label={list === 'functional' ? '基本/项目' : '人员/公用'}
          none="全部"
          chosen={selection.nature}
          options={NATURES[list]}
        />
        <Words name="codes" label="只看科目（编码，可多个）" value={codes.join(',')} />
        <Words name="text" label="行名包含" value={selection.text ?? ''} />
        {list === 'functional' && (
          <label className="filter-check">
            <input type="checkbox" name="like" value="1" defaultChecked={selection.like} />
            改过的科目并入现行科目
          </label>
        )}
      </div>
    </details>
  );
}

function Words({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="filter">
      <label htmlFor={`pivot-${name}`}>{label}</label>
      <input id={`pivot-${name}`} name={name} type="search" maxLength={160} defaultValue={value} />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  id?: string;
  label: string;
  /** for nothing chosen, with its value where that is not empty */
  none?: string | readonly [value: string, label: string] | undefined;
  options: readonly (readonly [value: string, label: string])[];
  chosen: string | number | undefined;
}

function Choice({ name, id = name, label, none, options, chosen }: ChoiceProps) {
  const [noneValue, noneLabel] = typeof none === 'string' ? ['', none] : (none ?? []);
  const isListed = chosen === undefined || chosen === noneValue || options.some(([value]) => value === String(chosen));
  return (
    <div className="filter">
      <label htmlFor={`pivot-${id}`}>{label}</label>
      <select id={`pivot-${id}`} name={name} defaultValue={chosen ?? noneValue ?? ''}>
        {noneLabel !== undefined && <option value={noneValue}>{noneLabel}</option>}
        {!isListed && <option value={chosen}>{chosen}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
