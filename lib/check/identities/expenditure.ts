import type { Identity } from '../identity';
import { hierarchySums, isSubject, isTotal, rowSums } from '../lines';

const T3 = 'expenditure';

export const EXPENDITURE: readonly Identity[] = [
  {
    id: 'T3-01',
    title: '本年支出合计等于各栏之和',
    formula: '各行：本年支出合计 = 基本 + 项目 + 上缴上级 + 经营 + 对附属单位补助',
    kind: 'sum',
    source: '公开03表',
    severity: 'error',
    relations: (ledger) =>
      rowSums(
        'T3-01',
        ledger,
        T3,
        'total',
        ['basic', 'project', 'superior_remittance', 'business', 'affiliate_subsidy'],
        ['basic', 'project'],
      ),
  },
  {
    id: 'T3-02',
    title: '合计等于各类之和',
    formula: '各栏：合计 = Σ 类',
    kind: 'sum',
    source: '公开03表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T3-02', ledger, T3, isTotal),
  },
  {
    id: 'T3-03',
    title: '类等于款之和，款等于项之和',
    formula: '各栏：类 = Σ 款，款 = Σ 项',
    kind: 'sum',
    source: '公开03表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T3-03', ledger, T3, isSubject),
  },
];
