import { STATEMENTS, type StatementId } from '../../statements';
import type { Ledger, Row } from '../ledger';
import { isReported, remark, type StructureCheck } from './structureCheck';

const CODED: readonly StatementId[] = [
  'revenue',
  'expenditure',
  'general_budget_expenditure',
  'government_fund',
  'state_capital',
  'general_budget_basic_expenditure',
];
/** So many rows of a level must be broken down before one that is not stands out. */
const ENOUGH = 3;

const card = {
  id: 'X-28',
  title: '有金额的类、款列有下级科目',
  formula: '列到款、项的表，有金额的类、款下至少列有一个下级科目',
  kind: 'completeness',
  source: '决算表的列示方式',
  severity: 'warning',
} as const;

const hasAmount = (row: Row): boolean => (row.cells.get('total')?.value ?? 0) !== 0;

/** Rows with an amount and nothing below them, where nearly all others of their level are broken down. */
function childless(ledger: Ledger, statement: StatementId, length: number): Row[] {
  const rows = ledger.rows(statement).filter((row) => row.place !== null && /^\d+$/.test(row.line));
  const level = rows.filter((row) => row.line.length === length && hasAmount(row));
  const bare = level.filter((row) => !rows.some((other) => other !== row && other.line.startsWith(row.line)));
  const isRule = level.length - bare.length >= ENOUGH && bare.length <= 1;
  return isRule ? bare : [];
}

export const brokenDown: StructureCheck = {
  ...card,
  find: (ledger, lost) =>
    CODED.flatMap((statement) => {
      if ((ledger.sheets.get(statement)?.strangers.length ?? 0) > 0) return [];
      return [3, 5]
        .flatMap((length) => childless(ledger, statement, length))
        .filter((row) => !isReported(lost, statement, row.line))
        .map((row) =>
          remark(card, `${STATEMENTS[statement].short}中 ${row.line} ${row.name} 有金额，却没有列出下级科目`, [
            row.place,
          ]),
        );
    }),
};
