import type { DepartmentEntry } from '../../db/queries/departments';
import type { RegionSummary } from '../../db/queries/regions';
import {
  FUND_CHOICES,
  NATURE_CHOICES,
  SUBJECT_VIEWS,
  type SubjectList,
  type SubjectSelection,
  subjectsPath,
} from '../../lib/subjectSelection';
import { FUND_WORDS, NATURE_WORDS, VIEW_WORDS } from './words';

export interface ScopeChoices {
  regions: readonly RegionSummary[];
  departments: readonly DepartmentEntry[];
  /** how many departments the region has; the list above may be cut */
  known: number;
  /** years with accounts */
  years: readonly number[];
}

interface ScopeFormProps {
  /** where the form leads */
  action: string;
  list: SubjectList;
  selection: SubjectSelection;
  choices: ScopeChoices;
}

/** Whose spending, which years, which money: a plain form, what is chosen becomes the address. */
export function ScopeForm({ action, list, selection, choices }: ScopeFormProps) {
  const functional = list === 'functional';
  const isTree = action === subjectsPath(list);
  const years = choices.years.map((year) => ({ value: String(year), label: `${year} 年` }));
  return (
    <form action={action} method="get" className="filters" aria-label="选择范围">
      <Choice
        name="region"
        label="地区"
        all="全部地区"
        chosen={selection.region}
        options={choices.regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Choice name="from" label="从" all={isTree ? '最近五年' : '最早'} chosen={selection.from} options={years} />
      <Choice name="to" label="到" all="最近" chosen={selection.to} options={years} />
      {functional && (
        <>
          <Choice
            name="fund"
            label="资金"
            all="全部资金"
            chosen={selection.fund}
            options={FUND_CHOICES.map((fund) => ({ value: fund, label: FUND_WORDS[fund] }))}
          />
          <Choice
            name="nature"
            label="基本或项目"
            all="基本支出和项目支出"
            chosen={selection.nature}
            options={NATURE_CHOICES.map((nature) => ({ value: nature, label: NATURE_WORDS[nature] }))}
          />
        </>
      )}
      <Choice
        name="view"
        label="怎样看"
        all={VIEW_WORDS.amount}
        chosen={selection.view === 'amount' ? undefined : selection.view}
        options={SUBJECT_VIEWS.slice(1).map((view) => ({ value: view, label: VIEW_WORDS[view] }))}
      />
      {selection.view === 'index' && (
        <Choice name="base" label="基年" all="各科目最早的一年" chosen={selection.base} options={years} />
      )}
      {functional && (
        <label className="filter-check">
          <input type="checkbox" name="like" value="1" defaultChecked={selection.like} />
          改过的科目并入现行科目
        </label>
      )}
      <Departments selection={selection} choices={choices} />
      {selection.codes.length > 0 && <input type="hidden" name="codes" value={selection.codes.join(',')} />}
      {selection.order !== 'amount' && <input type="hidden" name="order" value={selection.order} />}
      <div className="filter-actions">
        <button type="submit" className="action">
          查看
        </button>
        {isTree && subjectsPath(list, selection) !== action && <a href={action}>恢复全部</a>}
      </div>
    </form>
  );
}

function Departments({ selection, choices: { departments, known } }: Pick<ScopeFormProps, 'selection' | 'choices'>) {
  const chosen = new Set(selection.departments);
  return (
    <details className="filter-wide" open={chosen.size > 0}>
      <summary>部门：{chosen.size === 0 ? '全部' : `已选 ${chosen.size} 个`}</summary>
      <ul className="choices">
        {departments.map(({ department, name, region, firstYear, lastYear }) => (
          <li key={department}>
            <label>
              <input type="checkbox" name="departments" value={department} defaultChecked={chosen.has(department)} />
              {region && !name.startsWith(region.name) && <span className="small">{region.name} </span>}
              {name}
              <span className="small"> {firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`}</span>
            </label>
          </li>
        ))}
      </ul>
      {known > departments.length && (
        <p className="small">
          共 {known} 个部门，这里列出 {departments.length} 个；先选地区，可以看到其余的。
        </p>
      )}
    </details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  options: readonly { value: string; label: string }[];
  chosen: string | number | undefined;
}

function Choice({ name, label, all, options, chosen }: ChoiceProps) {
  const isListed = chosen === undefined || options.some(({ value }) => value === String(chosen));
  return (
    <div className="filter">
      <label htmlFor={`scope-${name}`}>{label}</label>
      <select id={`scope-${name}`} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {!isListed && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
