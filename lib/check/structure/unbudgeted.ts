import { COLUMN_LABELS, type ColumnId } from '../../statements';
import { remark, type StructureCheck } from './structureCheck';

const card = {
  id: 'TP-04',
  title: '有决算数的项目应有预算数',
  formula: '“三公”经费、会议费、培训费：决算数 > 0 时预算数 > 0',
  kind: 'completeness',
  source: '“三公”经费表',
  severity: 'note',
} as const;

const COLUMNS: readonly ColumnId[] = [
  'overseas',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'conference',
  'training',
];

export const budgetedSpending: StructureCheck = {
  ...card,
  find(ledger) {
    if (!ledger.row('three_public', 'budget')) return [];
    return COLUMNS.flatMap((column) => {
      const spent = ledger.cell('three_public', 'final', column);
      const budget = ledger.cell('three_public', 'budget', column);
      if (!spent || spent.value <= 0 || !budget || budget.value !== 0) return [];
      const empty = budget.kind === 'blank' ? '空着' : '为零';
      return [
        remark(card, `${COLUMN_LABELS[column]}决算数 ${spent.printed} 万元，预算数${empty}`, [
          spent.place,
          budget.place,
        ]),
      ];
    });
  },
};
