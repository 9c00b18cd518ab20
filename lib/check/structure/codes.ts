import { STATEMENTS, type StatementId } from '../../statements';
import type { Ledger, Row } from '../ledger';
import { isPurelyFiscal, isWithoutCarryOver } from '../money';
import { isReported, type LostRows, remark, type StructureCheck } from './structureCheck';

const FUNDS: readonly StatementId[] = ['general_budget_expenditure', 'government_fund', 'state_capital'];

const card = {
  id: 'X-17',
  title: '各表的科目互相对应',
  formula: '一般公共预算、政府性基金、国有资本经营表的科目都在支出表；没有结转时收入表与支出表科目一致',
  kind: 'completeness',
  source: '公开02、03、05表',
  severity: 'warning',
} as const;

const printedRows = (ledger: Ledger, statement: StatementId): Row[] =>
  ledger.rows(statement).filter((row) => row.place !== null && /^\d+$/.test(row.line));

/** Rows with an amount in one statement that another, printed to the same depth, does not have. */
function absent(ledger: Ledger, from: StatementId, into: StatementId): Row[] {
  const target = printedRows(ledger, into);
  const levels = new Set(target.map((row) => row.line.length));
  const codes = new Set(target.map((row) => row.line));
  return printedRows(ledger, from).filter(
    (row) => levels.has(row.line.length) && !codes.has(row.line) && (row.cells.get('total')?.value ?? 0) !== 0,
  );
}

function missing(ledger: Ledger, lost: LostRows, from: StatementId, into: StatementId) {
  if (!ledger.sheets.has(into) || (ledger.sheets.get(into)?.strangers.length ?? 0) > 0) return [];
  const rows = absent(ledger, from, into).filter((row) => !isReported(lost, into, row.line));
  if (rows.length === 0) return [];
  const names = rows.slice(0, 4).map((row) => `${row.line} ${row.name}`);
  const more = rows.length > 4 ? ` 等 ${rows.length} 个科目` : '';
  const message = `${STATEMENTS[into].short}没有${STATEMENTS[from].short}所列的 ${names.join('、')}${more}`;
  return [remark(card, message, [ledger.sheets.get(into)?.place ?? null, ...rows.map((row) => row.place)])];
}

export const codesAgree: StructureCheck = {
  ...card,
  find(ledger, lost) {
    const spent = FUNDS.flatMap((fund) => missing(ledger, lost, fund, 'expenditure'));
    if (!isPurelyFiscal(ledger) || !isWithoutCarryOver(ledger)) return spent;
    return [
      ...spent,
      ...missing(ledger, lost, 'revenue', 'expenditure'),
      ...missing(ledger, lost, 'expenditure', 'revenue'),
    ];
  },
};
