import type { ColumnId, StatementId } from '../../lib/statements';
import type { AccountSource, CellSource, ClaimSource, RowSource, StatementSource } from './account';

type Lines = Record<string, CellSource>;

const sided = (side: 'revenue' | 'expenditure', lines: Lines): RowSource[] =>
  Object.entries(lines).map(([line, final]) => ({ side, line, cells: { final } }));

/** 收入支出决算总表 with the lines given. */
export const summary = (revenue: Lines, expenditure: Lines = {}): StatementSource => ({
  statement: 'revenue_expenditure_summary',
  columns: ['final'],
  rows: [...sided('revenue', revenue), ...sided('expenditure', expenditure)],
});

/** 财政拨款收入支出决算总表: revenue lines, and expenditure rows of 合计, 一般公共预算, 政府性基金, 国有资本经营. */
export const fiscal = (revenue: Lines, expenditure: Record<string, readonly CellSource[]> = {}): StatementSource => ({
  statement: 'fiscal_appropriation_summary',
  columns: ['final', 'total', 'general', 'fund', 'capital'],
  rows: [
    ...sided('revenue', revenue),
    ...Object.entries(expenditure).map(([line, [total, general, fund, capital]]) => ({
      side: 'expenditure' as const,
      line,
      cells: { total, general, fund, capital },
    })),
  ],
});

/** A statement of coded rows: each row's cells in the order of the columns. */
export const table = (
  statement: StatementId,
  columns: readonly ColumnId[],
  rows: Record<string, readonly CellSource[]>,
): StatementSource => ({
  statement,
  columns,
  rows: Object.entries(rows).map(([line, cells]) => ({
    line,
    cells: Object.fromEntries(columns.map((column, at) => [column, cells[at]])),
  })),
});

export const account = (...statements: StatementSource[]): AccountSource => ({ statements });

export const narrated = (claims: readonly ClaimSource[], ...statements: StatementSource[]): AccountSource => ({
  statements,
  claims: [...claims],
});
