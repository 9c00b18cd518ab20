import type { StatementId } from '../../statements';
import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { countedRows, hierarchySums, rowSums } from '../lines';
import { equal, type Relation, terms } from '../relation';

/** opening + revenue = spent + closing, in each row, where the form has all four columns. */
export function balanceRows(identity: string, ledger: Ledger, statement: StatementId): Relation[] {
  const columns = ['opening', 'revenue', 'total', 'closing'] as const;
  if (!columns.every((column) => ledger.hasColumn(statement, column))) return [];
  return countedRows(ledger, statement).flatMap(({ cells }) =>
    columns.every((column) => cells.has(column))
      ? equal(
          identity,
          terms([cells.get('revenue'), cells.get('opening')]),
          terms([cells.get('total'), cells.get('closing')]),
        )
      : [],
  );
}

const T5 = 'general_budget_expenditure';

export const GENERAL_BUDGET: readonly Identity[] = [
  {
    id: 'T5-01',
    title: '小计等于基本支出与项目支出之和',
    formula: '各行：小计 = 基本支出 + 项目支出',
    kind: 'sum',
    source: '公开05表',
    severity: 'error',
    relations: (ledger) => rowSums('T5-01', ledger, T5, 'total', ['basic', 'project']),
  },
  {
    id: 'T5-02',
    title: '合计等于各类之和，类等于款之和，款等于项之和',
    formula: '各栏：合计 = Σ 类，类 = Σ 款，款 = Σ 项',
    kind: 'sum',
    source: '公开05表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T5-02', ledger, T5, () => true),
  },
  {
    id: 'T5-03',
    title: '基本支出等于人员经费与公用经费之和',
    formula: '各行：基本支出 = 人员经费 + 公用经费（分列时）',
    kind: 'sum',
    source: '陕西格式（至2021年度）',
    severity: 'error',
    relations: (ledger) => rowSums('T5-03', ledger, T5, 'basic', ['personnel', 'operating']),
  },
  {
    id: 'T5-04',
    title: '年初结转、本年收入与支出、年末结转平衡',
    formula: '各行：年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余（分列时）',
    kind: 'balance',
    source: '收入支出决算表格式',
    severity: 'error',
    relations: (ledger) => balanceRows('T5-04', ledger, T5),
  },
];
