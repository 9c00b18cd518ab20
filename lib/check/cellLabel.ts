import { COLUMN_LABELS, type ColumnId, LINE_LABELS, STATEMENTS, type StatementId } from '../statements';
import type { Row } from './ledger';

/** What the forms print over the column of totals. */
const TOTAL_HEADS: Readonly<Record<StatementId, string>> = {
  revenue_expenditure_summary: '决算数',
  revenue: '本年收入合计',
  expenditure: '本年支出合计',
  fiscal_appropriation_summary: '合计',
  general_budget_expenditure: '小计',
  general_budget_basic_expenditure: '决算数',
  government_fund: '本年支出小计',
  state_capital: '合计',
  three_public: '合计',
};

function lineLabel(line: string, name: string): string {
  if (/^\d/.test(line)) return `${line} ${name}`.trim();
  return name || (line in LINE_LABELS ? LINE_LABELS[line as keyof typeof LINE_LABELS] : line);
}

/** A cell in words: statement, line and column, e.g. 支出表 · 合计 · 基本支出. */
export function cellLabel({ statement, side, line, name }: Row, column: ColumnId): string {
  const row = lineLabel(line, name);
  const sided = side && STATEMENTS[statement].sided ? (side === 'revenue' ? '收入' : '支出') : '';
  const head = column === 'total' ? TOTAL_HEADS[statement] : column === 'final' ? '决算数' : COLUMN_LABELS[column];
  return `${STATEMENTS[statement].short}${sided ? `（${sided}）` : ''} · ${row} · ${head}`;
}
