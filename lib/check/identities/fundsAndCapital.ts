import type { Identity } from '../identity';
import { hierarchySums, rowSums } from '../lines';
import { balanceRows } from './generalBudget';

const TF = 'government_fund';
const TS = 'state_capital';

export const FUNDS_AND_CAPITAL: readonly Identity[] = [
  {
    id: 'TF-01',
    title: '政府性基金各行收支平衡',
    formula: '各行：年初结转和结余 + 本年收入 = 本年支出小计 + 年末结转和结余',
    kind: 'balance',
    source: '政府性基金表',
    severity: 'error',
    relations: (ledger) => balanceRows('TF-01', ledger, TF),
  },
  {
    id: 'TF-02',
    title: '小计等于基本支出与项目支出之和',
    formula: '各行：本年支出小计 = 基本支出 + 项目支出',
    kind: 'sum',
    source: '政府性基金表',
    severity: 'error',
    relations: (ledger) => rowSums('TF-02', ledger, TF, 'total', ['basic', 'project']),
  },
  {
    id: 'TF-03',
    title: '合计等于各类之和，类等于款之和，款等于项之和',
    formula: '各栏：合计 = Σ 类，类 = Σ 款，款 = Σ 项',
    kind: 'sum',
    source: '政府性基金表',
    severity: 'error',
    relations: (ledger) => hierarchySums('TF-03', ledger, TF, () => true),
  },
  {
    id: 'TS-01',
    title: '国有资本经营预算各栏、各级相加',
    formula: '各行：合计 = 基本支出 + 项目支出；各栏：合计 = Σ 类，类 = Σ 款，款 = Σ 项',
    kind: 'sum',
    source: '国有资本经营表',
    severity: 'error',
    relations: (ledger) => [
      ...rowSums('TS-01', ledger, TS, 'total', ['basic', 'project']),
      ...hierarchySums('TS-01', ledger, TS, () => true),
    ],
  },
  {
    id: 'TS-02',
    title: '国有资本经营预算各行收支平衡',
    formula: '各行：年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余（分列时）',
    kind: 'balance',
    source: '国有资本经营表（收入支出格式）',
    severity: 'error',
    relations: (ledger) => balanceRows('TS-02', ledger, TS),
  },
];
