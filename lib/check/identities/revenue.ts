import type { Identity } from '../identity';
import { countedRows, hierarchySums, isSubject, isTotal, rowSums } from '../lines';
import { atMost, term } from '../relation';

const T2 = 'revenue';

export const REVENUE: readonly Identity[] = [
  {
    id: 'T2-01',
    title: '本年收入合计等于各栏之和',
    formula: '各行：本年收入合计 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他',
    kind: 'sum',
    source: '公开02表',
    severity: 'error',
    relations: (ledger) =>
      rowSums(
        'T2-01',
        ledger,
        T2,
        'total',
        ['fiscal_appropriation', 'superior_subsidy', 'institution', 'business', 'affiliate_remittance', 'other'],
        ['fiscal_appropriation', 'other'],
      ),
  },
  {
    id: 'T2-02',
    title: '合计等于各类之和',
    formula: '各栏：合计 = Σ 类',
    kind: 'sum',
    source: '公开02表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T2-02', ledger, T2, isTotal),
  },
  {
    id: 'T2-03',
    title: '类等于款之和，款等于项之和',
    formula: '各栏：类 = Σ 款，款 = Σ 项',
    kind: 'sum',
    source: '公开02表',
    severity: 'error',
    relations: (ledger) => hierarchySums('T2-03', ledger, T2, isSubject),
  },
  {
    id: 'T2-04',
    title: '教育收费不大于事业收入',
    formula: '各行：其中：教育收费 ≤ 事业收入小计',
    kind: 'at most',
    source: '公开02表（分列教育收费的格式）',
    severity: 'error',
    relations: (ledger) =>
      countedRows(ledger, T2).flatMap((row) => {
        const [fees, whole] = [row.cells.get('education_fees'), row.cells.get('institution')];
        return fees && whole && fees.value !== 0 ? atMost('T2-04', [term(fees)], [term(whole)]) : [];
      }),
  },
];
