import { Decimal, FEN_PER_UNIT, type MoneyUnit } from '../../lib/amount';
import type { Claim, EmptyCell, Fact, Reading, StatementLine, StatementReading } from '../../lib/facts';
import type { AspectId, MeasureId } from '../../lib/measures';
import { placeAt } from '../../lib/place';
import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../../lib/statements';

/** What a cell of a made-up statement prints: true amounts in 分 are rounded, texts stand as they are, null is a blank. */
export type CellSource = number | string | null | undefined;

export interface RowSource {
  side?: Side;
  line: string;
  name?: string;
  cells: Partial<Record<ColumnId, CellSource>>;
}

export interface StatementSource {
  statement: StatementId;
  columns: readonly ColumnId[];
  rows: RowSource[];
  unit?: MoneyUnit;
  decimals?: number;
  /** trailing zeros left out, as spreadsheets do */
  trimmed?: boolean;
}

export interface ClaimSource {
  measure: MeasureId;
  aspect?: AspectId;
  value: CellSource;
  unit?: string;
  subject?: string;
  subjectPath?: string[];
  section?: string;
  decimals?: number;
}

export interface AccountSource {
  statements: StatementSource[];
  claims?: ClaimSource[];
  /** statements listed as empty and not printed */
  empty?: StatementId[];
  year?: number;
}

const PRINTED = /^-?\d*\.?\d+$/;

/** A true amount in 分 as a statement prints it. */
export function print(fen: number, unit: MoneyUnit, decimals: number, trimmed: boolean): string {
  const text = new Decimal(fen).div(FEN_PER_UNIT[unit]).toFixed(decimals);
  return trimmed ? new Decimal(text).toString() : text;
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;
const plain = (text: string): string => (text.startsWith('.') ? `0${text}` : text);

class Writer {
  readonly facts: Fact[] = [];
  line = 0;

  statement(source: StatementSource): StatementReading {
    this.line += 3;
    const place = placeAt(this.line);
    const lines = source.rows.map((row) => this.row(source, row));
    return {
      statement: source.statement,
      title: STATEMENTS[source.statement].title,
      number: null,
      state: lines.some((line) => line.facts.length > 0) ? 'filled' : 'empty',
      reason: null,
      listedEmpty: null,
      unit: source.unit ?? '万元',
      columns: [...source.columns],
      lines,
      notes: [],
      place,
    };
  }

  private row(source: StatementSource, row: RowSource): StatementLine {
    this.line += 1;
    const code = /^\d+$/.test(row.line) ? row.line : null;
    const line: StatementLine = {
      side: row.side ?? null,
      code,
      name: row.name ?? row.line,
      line: row.line,
      facts: [],
      empty: [],
      place: placeAt(this.line),
    };
    for (const [index, column] of source.columns.entries()) {
      if (!(column in row.cells)) continue;
      this.cell(source, line, column, row.cells[column], index + 2);
    }
    return line;
  }

  private cell(source: StatementSource, line: StatementLine, column: ColumnId, value: CellSource, cell: number): void {
    const unit = source.unit ?? '万元';
    const text = typeof value === 'number' ? print(value, unit, source.decimals ?? 2, source.trimmed ?? false) : value;
    const place = placeAt(this.line, cell);
    if (text === null || text === undefined || !PRINTED.test(text)) {
      const kind: EmptyCell['kind'] = text ? (text === '—' ? 'dash' : 'text') : 'blank';
      line.empty.push({ column, printed: text ?? '', kind, place });
      return;
    }
    line.facts.push(this.facts.length);
    this.facts.push({
      statement: source.statement,
      side: line.side,
      code: line.code,
      name: line.name,
      line: line.line,
      column,
      printed: text,
      amount: plain(text),
      decimals: decimalsOf(text),
      unit,
      place,
    });
  }

  claim(source: ClaimSource): Claim {
    this.line += 1;
    const unit = source.unit ?? '万元';
    const printed =
      typeof source.value === 'number'
        ? print(source.value, unit as MoneyUnit, source.decimals ?? 2, false)
        : (source.value ?? '0');
    return {
      measure: source.measure,
      aspect: source.aspect ?? 'final',
      subject: source.subject ?? null,
      subjectPath: source.subjectPath ?? (source.subject ? [source.subject] : []),
      value: plain(printed),
      unit,
      decimals: decimalsOf(printed),
      direction: null,
      base: null,
      year: null,
      printed,
      sentence: `${source.measure} ${printed} ${unit}`,
      section: source.section ? [source.section] : [],
      place: placeAt(this.line),
    };
  }
}

/** A reading of a made-up account, as a reader would deliver it. */
export function readingOf(source: AccountSource): Reading {
  const writer = new Writer();
  const statements = source.statements.map((statement) => writer.statement(statement));
  const claims = (source.claims ?? []).map((claim) => writer.claim(claim));
  for (const statement of source.empty ?? [])
    statements.push({
      statement,
      title: STATEMENTS[statement].title,
      number: null,
      state: 'absent',
      reason: '不涉及',
      listedEmpty: true,
      unit: '万元',
      columns: [],
      lines: [],
      notes: [],
      place: placeAt(1),
    });
  return {
    document: {
      file: 'made-up.txt',
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      title: null,
      department: '某市某局',
      region: null,
      fiscalYear: source.year ?? 2022,
    },
    statements,
    facts: writer.facts,
    claims,
    performance: [],
    unread: [],
  };
}
