import { STATEMENTS } from '../../statements';
import type { Ledger, Row } from '../ledger';
import { remark, type StructureCheck } from './structureCheck';

const GENERAL = 'general_budget_expenditure';
const FUNDS = ['government_fund', 'state_capital'] as const;

const hasAmount = (row: Row): boolean => (row.cells.get('total')?.value ?? 0) !== 0;
const items = (ledger: Ledger, statement: (typeof FUNDS)[number] | typeof GENERAL): Row[] =>
  ledger.rows(statement).filter((row) => row.place !== null && /^\d{7}$/.test(row.line) && hasAmount(row));

const card = {
  id: 'X-16',
  title: '政府性基金、国有资本经营的科目不列入一般公共预算',
  formula: '政府性基金表、国有资本经营表的项级科目不出现在一般公共预算支出表',
  kind: 'completeness',
  source: '政府收支分类科目',
  severity: 'warning',
} as const;

export const fundsApart: StructureCheck = {
  ...card,
  find(ledger) {
    const general = new Map(items(ledger, GENERAL).map((row) => [row.line, row]));
    return FUNDS.flatMap((fund) =>
      items(ledger, fund).flatMap((row) => {
        const twice = general.get(row.line);
        if (!twice) return [];
        const message = `科目 ${row.line} ${row.name} 同时列在${STATEMENTS[GENERAL].short}和${STATEMENTS[fund].short}`;
        return [remark(card, message, [twice.place, row.place])];
      }),
    );
  },
};
