import { type ColumnId, STATEMENTS, type StatementId } from '../statements';
import type { Ledger, Row } from './ledger';
import { evaluate, type Relation, sumOf, type Term, term } from './relation';

const isCode = (line: string): boolean => /^\d+$/.test(line);
const STRANGERS = '有未识别的行';

/** Rows to be counted: a row repeated over a page break counts once. */
export const countedRows = (ledger: Ledger, statement: StatementId): Row[] =>
  ledger.rows(statement).filter((row) => !ledger.isRepetition(row));

/** The rows directly below each row: their nearest printed ancestor, or the total row for those that have none. */
export function childrenOf(ledger: Ledger, statement: StatementId): Map<string, Row[]> {
  const rows = countedRows(ledger, statement).filter((row) => isCode(row.line));
  const lines = new Set(rows.map((row) => row.line));
  const children = new Map<string, Row[]>();
  for (const row of rows) {
    let parent = row.line.slice(0, -2);
    while (parent.length >= 3 && !lines.has(parent)) parent = parent.slice(0, -2);
    const above = parent.length >= 3 ? parent : 'total';
    children.set(above, [...(children.get(above) ?? []), row]);
  }
  return children;
}

/** Whether rows that were not recognised stand below a row, so that its parts may be incomplete. */
function hidesStrangers(ledger: Ledger, statement: StatementId, parent: string): boolean {
  const sheet = ledger.sheets.get(statement);
  if (!sheet || sheet.strangers.length === 0) return false;
  if (!isCode(parent)) return true;
  const row = ledger.row(statement, parent);
  if (!row) return true;
  const next = sheet.rows
    .filter((other) => other.order > row.order && !(isCode(other.line) && other.line.startsWith(parent)))
    .reduce((nearest, other) => Math.min(nearest, other.order), Number.POSITIVE_INFINITY);
  return sheet.strangers.some((one) => one.order > row.order && one.order < next);
}

/** Marks a broken sum as not checkable where unrecognised rows could be its missing parts. */
export function unlessStrangers(relations: Relation[], strangers: boolean): Relation[] {
  return strangers
    ? relations.map((relation) => (evaluate(relation).gap > 0 ? { ...relation, unchecked: STRANGERS } : relation))
    : relations;
}

/** parent = Σ children, in each column, for the parents asked for. */
export function hierarchySums(
  identity: string,
  ledger: Ledger,
  statement: StatementId,
  wanted: (parent: string) => boolean,
): Relation[] {
  return [...childrenOf(ledger, statement)].flatMap(([parent, rows]) => {
    const above = wanted(parent) ? ledger.row(statement, parent) : undefined;
    if (!above) return [];
    const sums = [...above.cells].flatMap(([column, total]) => {
      const parts = rows.flatMap((row) => row.cells.get(column) ?? []).map((figure) => term(figure));
      return parts.length < rows.length ? [] : sumOf(identity, total, parts).map((sum) => ({ ...sum, parent }));
    });
    return unlessStrangers(sums, hidesStrangers(ledger, statement, parent));
  });
}

export const isTotal = (parent: string): boolean => parent === 'total';
export const isSubject = (parent: string): boolean => parent !== 'total';

/**
 * What a statement prints for a code: its row, else the sum of the rows below it; no terms when the statement holds no such
 * subject (zero), undefined when that cannot be said.
 */
export function lineTerms(ledger: Ledger, statement: StatementId, code: string, column: ColumnId): Term[] | undefined {
  const sheet = ledger.sheets.get(statement);
  if (!sheet) return ledger.isEmpty(statement) ? [] : undefined;
  const rows = ledger.rows(statement);
  if (rows.some((row) => row.line === code)) {
    const figure = ledger.row(statement, code)?.cells.get(column);
    return figure ? [term(figure)] : undefined;
  }
  const coded = rows.filter((row) => isCode(row.line));
  const below = coded.filter((row) => row.line.startsWith(code));
  const tops = below.filter((row) => !below.some((other) => other !== row && row.line.startsWith(other.line)));
  const figures = tops.flatMap((row) => row.cells.get(column) ?? []);
  if (tops.length > 0) return figures.length === tops.length ? figures.map((figure) => term(figure)) : undefined;
  if (coded.length === 0 || sheet.strangers.length > 0) return ledger.isEmpty(statement) ? [] : undefined;
  return coded.some((row) => row.line.length >= code.length) ? [] : undefined;
}

/** All codes printed in any of the statements. */
export function codesIn(ledger: Ledger, statements: readonly StatementId[]): string[] {
  const codes = new Set<string>();
  for (const statement of statements) {
    const side = STATEMENTS[statement].sided ? 'expenditure' : null;
    for (const row of ledger.rows(statement, side)) if (isCode(row.line)) codes.add(row.line);
  }
  return [...codes].sort();
}

const UNREAD_COLUMN = '另有未识别的栏';

/**
 * Marks the broken rows as not checkable where a column was not read: totals exceed their parts in the total row and below it,
 * and what is left over adds up from row to row like a column of its own.
 */
function unlessUnreadColumn(
  ledger: Ledger,
  statement: StatementId,
  sums: { row: Row; relation: Relation }[],
): Relation[] {
  const rest = new Map<string, { residual: number; slack: number }>();
  for (const { row, relation } of sums) {
    const { residual, slack } = evaluate(relation);
    rest.set(row.line, { residual, slack });
  }
  const broken = sums.filter(({ relation }) => evaluate(relation).gap > 0);
  const children = childrenOf(ledger, statement);
  const addsUp = broken.every(({ row }) => {
    const below = children.get(row.line) ?? [];
    const own = rest.get(row.line);
    if (!own || own.residual < 0) return false;
    if (below.length === 0) return true;
    const sum = below.reduce((whole, child) => whole + (rest.get(child.line)?.residual ?? 0), 0);
    return Math.abs(sum - own.residual) <= own.slack * (below.length + 1);
  });
  const isColumn = broken.length > 1 && broken.some(({ row }) => row.line === 'total') && addsUp;
  return sums.map(({ relation }) =>
    isColumn && evaluate(relation).gap > 0 ? { ...relation, unchecked: UNREAD_COLUMN } : relation,
  );
}

/** total = Σ of the columns that the form has, in each row. */
export function rowSums(
  identity: string,
  ledger: Ledger,
  statement: StatementId,
  total: ColumnId,
  parts: readonly ColumnId[],
  required: readonly ColumnId[] = parts,
): Relation[] {
  if (!required.every((column) => ledger.hasColumn(statement, column))) return [];
  const sums = countedRows(ledger, statement).flatMap((row) => {
    const figures = parts.flatMap((column) => row.cells.get(column) ?? []);
    if (required.some((column) => !row.cells.has(column))) return [];
    const relations = sumOf(
      identity,
      row.cells.get(total),
      figures.map((figure) => term(figure)),
    );
    return relations.map((relation) => ({ row, relation }));
  });
  return unlessUnreadColumn(ledger, statement, sums);
}
