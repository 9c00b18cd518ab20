import { STATEMENTS, type StatementId } from '../../statements';
import type { Ledger, Row } from '../ledger';
import { remark, type StructureCheck } from './structureCheck';

const CODED: readonly StatementId[] = [
  'revenue',
  'expenditure',
  'general_budget_expenditure',
  'government_fund',
  'state_capital',
  'general_budget_basic_expenditure',
];
const LEVELS = new Map([
  [3, '类'],
  [5, '款'],
  [7, '项'],
]);
/** A form that leaves out more than this share of its upper rows does so on purpose. */
const FEW = 0.34;

const card = {
  id: 'X-26',
  title: '科目的上级行齐全',
  formula: '列到款、项的表，每个款、项的上级类、款都有一行',
  kind: 'completeness',
  source: '决算表的列示方式',
  severity: 'warning',
} as const;

interface Gap {
  code: string;
  below: Row;
}

function gapsOf(rows: readonly Row[], length: number): Gap[] {
  const codes = new Set(rows.map((row) => row.line));
  const above = new Map<string, Row>();
  for (const row of rows) {
    const code = row.line.slice(0, length);
    if (row.line.length > length && !codes.has(code) && !above.has(code)) above.set(code, row);
  }
  const printed = rows.filter((row) => row.line.length === length).length;
  return above.size > Math.max(1, FEW * (printed + above.size)) || printed === 0
    ? []
    : [...above].map(([code, below]) => ({ code, below }));
}

export const levelsComplete: StructureCheck = {
  ...card,
  find: (ledger: Ledger) =>
    CODED.flatMap((statement) => {
      const rows = ledger.rows(statement).filter((row) => row.place !== null && /^\d+$/.test(row.line));
      const hasStrangers = (ledger.sheets.get(statement)?.strangers.length ?? 0) > 0;
      const gaps = hasStrangers ? [] : [3, 5].flatMap((length) => gapsOf(rows, length));
      return gaps.map(({ code, below }) =>
        remark(
          card,
          `${STATEMENTS[statement].short}列有 ${below.line} ${below.name}，却没有其上级 ${code}（${LEVELS.get(code.length)}）一行`,
          [below.place],
        ),
      );
    }),
};
