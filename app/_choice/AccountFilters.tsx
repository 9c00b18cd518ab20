import { type AccountOrder, type AccountSelection, accountsPath } from '../../lib/accountSelection';
import { LEVELS } from '../../lib/overviewSelection';
import { Select } from '../_components/Select';
import type { AskedList } from './askAccountList';

const ORDER_WORDS: Readonly<Record<AccountOrder, string>> = {
  name: '地区与部门',
  year: '年度，新的在前',
  findings: '矛盾最多的在前（同一年度）',
  amount: '支出最多的在前（同一年度）',
};

interface AccountFiltersProps {
  selection: AccountSelection;
  choices: Pick<AskedList, 'years' | 'regions' | 'kinds'>;
}

/** The fields that look for accounts; their button is the form's first, so that the return key looks. */
export function AccountFilters({ selection, choices: { years, regions, kinds } }: AccountFiltersProps) {
  const { text, year, region, level, kind, faulty, order, accounts } = selection;
  const isFiltered = accountsPath({ ...selection, page: 1 }) !== accountsPath({ accounts });
  return (
    <div className="filters">
      <div className="filter filter-text">
        <label htmlFor="accounts-text">部门、拼音、地区、年度</label>
        <input id="accounts-text" name="text" type="search" maxLength={60} defaultValue={text ?? ''} />
      </div>
      <Select
        id="accounts-year"
        name="year"
        label="年度"
        all="全部年度"
        chosen={year === undefined ? undefined : String(year)}
        options={years.toReversed().map((one) => ({ value: String(one), label: `${one} 年度` }))}
      />
      <Select
        id="accounts-region"
        name="region"
        label="地区"
        all="全部地区"
        chosen={region}
        options={regions.map(({ code, name, depth }) => ({ value: code, label: `${'　'.repeat(depth)}${name}` }))}
      />
      <Select
        id="accounts-level"
        name="level"
        label="级别"
        all="全部级别"
        chosen={level}
        options={LEVELS.map((value) => ({ value, label: `${value}部门` }))}
      />
      <Select
        id="accounts-kind"
        name="kind"
        label="部门类别"
        all="全部类别"
        chosen={kind}
        options={kinds.map(({ kind: value, departments }) => ({ value, label: `${value}（${departments}）` }))}
      />
      <Select
        id="accounts-order"
        name="order"
        label="次序"
        chosen={order ?? 'name'}
        options={Object.entries(ORDER_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <label className="filter-check">
        <input type="checkbox" name="faulty" value="1" defaultChecked={faulty} />
        只看有矛盾的
      </label>
      <div className="filter-actions">
        <button type="submit" className="action">
          查找
        </button>
        {isFiltered && <a href={accountsPath({ accounts })}>清除条件</a>}
      </div>
    </div>
  );
}
