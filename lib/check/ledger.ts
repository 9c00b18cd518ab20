import type { Claim, Fact, Reading, StatementLine, StatementReading } from '../facts';
import { measureOf } from '../measures';
import type { Place } from '../place';
import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../statements';
import { cellLabel } from './cellLabel';
import { type Figure, type FigureKind, Figures, UNNUMBERED } from './figures';
import { missingRows } from './missingRows';
import { type Span, spanOf, ZERO } from './ticks';

/** A printed row with its figures by column. */
export interface Row {
  statement: StatementId;
  side: Side | null;
  line: string;
  name: string;
  cells: Map<ColumnId, Figure>;
  place: Place | null;
  /** position in the statement */
  order: number;
}

/** One statement of the account as the identities see it. */
export interface Sheet {
  statement: StatementId;
  columns: ReadonlySet<ColumnId>;
  unit: string;
  rows: Row[];
  /** rows with figures whose line was not recognised, by their position and side */
  strangers: { side: Side | null; order: number }[];
  place: Place;
}

const SIGNED = /^(opening|closing|use_of_balance|distribution|other)/;
const key = (statement: StatementId, side: Side | null, line: string): string => `${statement}|${side ?? ''}|${line}`;

interface CellSource {
  kind: FigureKind;
  printed: string;
  decimals: number;
  unit: string;
  place: Place | null;
  fact: number | null;
}

const isCode = (line: string): boolean => /^\d+$/.test(line);
function sameRow(rows: readonly Row[]): boolean {
  const [first, ...rest] = rows;
  if (!first) return true;
  return rest.every((row) =>
    [...row.cells].every(([column, figure]) => {
      const other = first.cells.get(column);
      return !other || (figure.low <= other.high && other.low <= figure.high);
    }),
  );
}

/** The account as figures: rows and cells of its statements, claims of its narrative, and what the identities may ask of them. */
export class Ledger {
  readonly figures = new Figures();
  readonly sheets = new Map<StatementId, Sheet>();
  readonly claims: { claim: Claim; figure: Figure }[] = [];
  private readonly byLine = new Map<string, Row[]>();

  constructor(readonly reading: Reading) {
    for (const statement of reading.statements) this.addSheet(statement);
    for (const [index, claim] of reading.claims.entries()) this.addClaim(claim, index);
    for (const { statement, side, code, name } of missingRows(this)) {
      const sheet = this.sheets.get(statement);
      if (sheet && !this.has(statement, code, side)) this.addMissingRow(sheet, code, name, side);
    }
  }

  private addSheet(reading: StatementReading): void {
    if (reading.state === 'absent' || this.isOtherAccount(reading)) return;
    const columns = new Set<ColumnId>(reading.columns);
    const sheet: Sheet = this.sheets.get(reading.statement) ?? {
      statement: reading.statement,
      columns,
      unit: reading.unit,
      rows: [],
      strangers: [],
      place: reading.place,
    };
    for (const column of reading.columns) (sheet.columns as Set<ColumnId>).add(column);
    for (const line of reading.lines) this.addRow(sheet, line, reading);
    this.sheets.set(reading.statement, sheet);
  }

  /** A second statement of the same kind that is no continuation of the first belongs to another unit of the document. */
  private isOtherAccount(reading: StatementReading): boolean {
    const first = this.sheets.get(reading.statement);
    if (!first || reading.lines.length === 0) return false;
    const printed = new Set(first.rows.map((row) => `${row.side}|${row.line}`));
    const again = reading.lines.filter((line) => line.line !== null && printed.has(`${line.side}|${line.line}`));
    return again.length * 2 > reading.lines.length;
  }

  private addRow(sheet: Sheet, line: StatementLine, reading: StatementReading): void {
    const facts = line.facts.flatMap((index) => {
      const fact = this.reading.facts[index];
      return fact ? [{ fact, index }] : [];
    });
    const order = sheet.rows.length + sheet.strangers.length;
    if (line.line === null) {
      if (facts.length > 0) sheet.strangers.push({ side: line.side, order });
      return;
    }
    const row: Row = {
      statement: sheet.statement,
      side: line.side,
      line: line.line,
      name: line.name,
      cells: new Map(),
      place: line.place,
      order,
    };
    for (const { fact, index } of facts) this.addFact(row, fact, index, sheet);
    for (const column of this.columnsOf(row, reading))
      if (!row.cells.has(column)) this.addBlank(row, column, line, reading.unit);
    sheet.rows.push(row);
    const id = key(sheet.statement, line.side, line.line);
    this.byLine.set(id, [...(this.byLine.get(id) ?? []), row]);
  }

  /** A summary's revenue side has one column, its expenditure side the others. */
  private columnsOf(row: Row, reading: StatementReading): ColumnId[] {
    if (reading.statement !== 'fiscal_appropriation_summary') return reading.columns;
    return reading.columns.filter((column) => (row.side === 'revenue') === (column === 'final'));
  }

  private addFact(row: Row, fact: Fact, index: number, sheet: Sheet): void {
    (sheet.columns as Set<ColumnId>).add(fact.column);
    const span = spanOf(fact.amount, fact.decimals, fact.unit);
    if (!span || row.cells.has(fact.column)) return;
    const { printed, decimals, unit, place } = fact;
    const source = { kind: 'printed' as const, printed, decimals, unit, place, fact: index };
    row.cells.set(fact.column, this.addCell(row, fact.column, span, source));
  }

  private addCell(row: Row, column: ColumnId, span: Span, source: CellSource): Figure {
    return this.figures.add({
      index: UNNUMBERED,
      value: span.value,
      low: span.low,
      high: span.high,
      kind: source.kind,
      label: cellLabel(row, column),
      statement: row.statement,
      side: row.side,
      line: row.line,
      column,
      measure: null,
      printed: source.printed,
      decimals: source.decimals,
      unit: source.unit,
      place: source.place,
      fact: source.fact,
      claim: null,
      signed: SIGNED.test(row.line) || SIGNED.test(column),
    });
  }

  private addBlank(row: Row, column: ColumnId, line: StatementLine, unit: string): void {
    const empty = line.empty.find((cell) => cell.column === column);
    if (empty?.kind === 'text') return;
    const place = empty?.place ?? line.place;
    const source = { kind: 'blank' as const, printed: empty?.printed ?? '', decimals: 2, unit, place, fact: null };
    row.cells.set(column, this.addCell(row, column, ZERO, source));
  }

  private addClaim(claim: Claim, index: number): void {
    const span = spanOf(claim.value, claim.decimals, claim.unit);
    if (!span) return;
    const figure = this.figures.add({
      index: UNNUMBERED,
      ...span,
      kind: 'claim',
      label: `文字说明 · ${claim.subject ?? measureOf(claim.measure).label}`,
      statement: null,
      side: null,
      line: null,
      column: null,
      measure: claim.measure,
      printed: claim.printed,
      decimals: claim.decimals,
      unit: claim.unit,
      place: claim.place,
      fact: null,
      claim: index,
      signed: false,
    });
    this.claims.push({ claim, figure });
  }

  private addMissingRow(sheet: Sheet, code: string, name: string, side: Side | null): void {
    const row: Row = { statement: sheet.statement, side, line: code, name, cells: new Map(), place: null, order: -1 };
    for (const column of sheet.columns) {
      if (sheet.statement === 'fiscal_appropriation_summary' && column === 'final') continue;
      const place = this.byLine.get(key(sheet.statement, side, code.slice(0, -2)))?.[0]?.place ?? sheet.place;
      const source = { kind: 'missing' as const, printed: '', decimals: 2, unit: sheet.unit, place, fact: null };
      row.cells.set(column, this.addCell(row, column, ZERO, source));
    }
    sheet.rows.push(row);
    this.byLine.set(key(sheet.statement, side, code), [row]);
  }

  rows(statement: StatementId, side: Side | null = null): Row[] {
    const rows = this.sheets.get(statement)?.rows ?? [];
    return STATEMENTS[statement].sided ? rows.filter((row) => row.side === side) : rows;
  }

  has(statement: StatementId, line: string, side: Side | null = null): boolean {
    return this.byLine.has(key(statement, side, line));
  }

  /** The first row of a line; statements repeat a row only over page breaks. */
  row(statement: StatementId, line: string, side: Side | null = null): Row | undefined {
    const rows = this.byLine.get(key(statement, side, line)) ?? [];
    return rows.length > 1 && !sameRow(rows) ? undefined : rows[0];
  }

  /** Rows printed again with the same figures (over a page break), to be counted once. */
  isRepetition(row: Row): boolean {
    const rows = this.byLine.get(key(row.statement, row.side, row.line)) ?? [];
    return rows[0] !== row && sameRow(rows);
  }

  /** Lines printed more than once with amounts that differ. */
  contradictoryRepeats(statement: StatementId): Row[][] {
    const lines = new Set(this.rows(statement, null).map((row) => row.line));
    return [...lines].flatMap((line) => {
      const rows = this.byLine.get(key(statement, null, line)) ?? [];
      return isCode(line) && !sameRow(rows) ? [rows] : [];
    });
  }

  cell(statement: StatementId, line: string, column: ColumnId, side: Side | null = null): Figure | undefined {
    return this.row(statement, line, side)?.cells.get(column);
  }

  hasColumn(statement: StatementId, column: ColumnId): boolean {
    return this.sheets.get(statement)?.columns.has(column) ?? false;
  }

  /** Whether a statement is known to hold nothing: printed empty, or listed as empty. */
  isEmpty(statement: StatementId): boolean {
    const found = this.reading.statements.filter((one) => one.statement === statement);
    return found.some((one) => one.state === 'empty' || (one.state === 'absent' && one.listedEmpty === true));
  }
}
