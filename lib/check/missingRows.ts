import type { ColumnId, Side, StatementId } from '../statements';
import type { Ledger, Row } from './ledger';

/** A row that a statement does not print although others show that it belongs there. */
export interface MissingRow {
  statement: StatementId;
  side: Side | null;
  code: string;
  name: string;
}

const CODED: readonly StatementId[] = [
  'revenue',
  'expenditure',
  'general_budget_expenditure',
  'government_fund',
  'state_capital',
];
/** Where a summary prints the classes that a coded statement breaks down. */
const SUMMARY_OF: Partial<Record<StatementId, { summary: StatementId; column: ColumnId }>> = {
  expenditure: { summary: 'revenue_expenditure_summary', column: 'final' },
  general_budget_expenditure: { summary: 'fiscal_appropriation_summary', column: 'general' },
  government_fund: { summary: 'fiscal_appropriation_summary', column: 'fund' },
  state_capital: { summary: 'fiscal_appropriation_summary', column: 'capital' },
};
const SUMMARIES = ['revenue_expenditure_summary', 'fiscal_appropriation_summary'] as const;

const isCode = (line: string): boolean => /^\d+$/.test(line);
const codesOf = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.filter((row) => isCode(row.line)).map((row) => [row.line, row.name]));

/** Codes that a statement should print because others do: 支出表 holds those of every fund, a fund's statement those of no other fund. */
function expectedCodes(statement: StatementId, printed: Map<StatementId, Map<string, string>>): [string, string][] {
  const funds = CODED.slice(2);
  const others = funds.includes(statement) ? CODED.slice(0, 2) : CODED.filter((other) => other !== statement);
  const foreign = funds.includes(statement) ? funds.filter((other) => other !== statement) : [];
  const expected = new Map(others.flatMap((other) => [...(printed.get(other) ?? [])]));
  for (const other of foreign) for (const code of printed.get(other)?.keys() ?? []) expected.delete(code);
  return [...expected].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Classes with an amount in a summary, for the statement that breaks it down. */
function expectedClasses(ledger: Ledger, statement: StatementId): [string, string][] {
  const source = SUMMARY_OF[statement];
  if (!source) return [];
  return ledger
    .rows(source.summary, 'expenditure')
    .filter((row) => isCode(row.line) && (row.cells.get(source.column)?.value ?? 0) !== 0)
    .map((row) => [row.line, row.name]);
}

/** The topmost rows only: below a row that is missing nothing is expected. Forms that leave a level out are left in peace. */
function missingCodes(codes: ReadonlyMap<string, string>, expected: readonly [string, string][]): [string, string][] {
  const printed = [...codes.keys()];
  const depth = Math.max(...printed.map((code) => code.length));
  return expected.filter(([code]) => {
    if (code.length > depth || printed.some((other) => other.startsWith(code))) return false;
    const parent = code.slice(0, -2);
    const isOrphan = code.length > 3 && !codes.has(parent);
    return !isOrphan || !printed.some((other) => other.length === parent.length);
  });
}

/** Classes that the breakdowns print and a summary leaves out. */
function missingClasses(ledger: Ledger): MissingRow[] {
  return SUMMARIES.flatMap((statement) => {
    const sheet = ledger.sheets.get(statement);
    const rows = ledger.rows(statement, 'expenditure').filter((row) => isCode(row.line));
    if (!sheet || rows.length === 0 || sheet.strangers.some((one) => one.side === 'expenditure')) return [];
    const sources = statement === 'revenue_expenditure_summary' ? CODED.slice(1) : CODED.slice(2);
    const classes = new Map(sources.flatMap((source) => [...codesOf(ledger.rows(source))]));
    return [...classes]
      .filter(([code]) => code.length === 3 && !ledger.has(statement, code, 'expenditure'))
      .map(([code, name]) => ({ statement, side: 'expenditure' as const, code, name }));
  });
}

/** Rows that other statements have and one does not: zeros that a lost row would fill. */
export function missingRows(ledger: Ledger): MissingRow[] {
  const printed = new Map(CODED.map((statement) => [statement, codesOf(ledger.rows(statement))]));
  const coded = [...printed].flatMap(([statement, codes]) => {
    if (codes.size === 0) return [];
    const expected = [...expectedCodes(statement, printed), ...expectedClasses(ledger, statement)];
    return missingCodes(codes, expected).map(([code, name]) => ({ statement, side: null, code, name }));
  });
  return [...coded, ...missingClasses(ledger)];
}
