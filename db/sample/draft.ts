import { parseNumber } from '../../lib/amount';
import type { Claim, EmptyCell, Fact, Reading, StatementLine, StatementReading } from '../../lib/facts';
import { placeAt } from '../../lib/place';
import type { ColumnId, Side, StatementId } from '../../lib/statements';
import type { SampleAmounts } from './amounts';

const FEN_PER_CENT_OF_WAN = 10_000;

/** 分 as 万元 with two decimals, rounded half away from zero, as the forms print it. */
export function printedWan(fen: number): string {
  const hundredths = Math.floor(Math.abs(fen) / FEN_PER_CENT_OF_WAN + 0.5);
  return `${fen < 0 && hundredths > 0 ? '-' : ''}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** A row of a statement in one of its blocks: what identifies it, and the cell of each column. */
export interface RowBlock {
  side?: Side;
  code?: string;
  name: string;
  line: string;
  /** cell that holds the code, else the name */
  at: number;
  cells: readonly { column: ColumnId; cell: number }[];
}

/** Part of a sentence: text, or a number that makes a claim. */
export type Piece =
  | string
  | (Pick<Claim, 'measure' | 'aspect' | 'unit' | 'printed'> &
      Partial<Pick<Claim, 'direction' | 'base' | 'year' | 'subject' | 'subjectPath'>>);

/** A row as it was printed. */
export interface PrintedRow {
  line: number;
  texts: readonly string[];
}

type Slip = (printed: string) => string;

/** A document in the making: its lines, and at the same time what a reader finds in them. */
export class Draft {
  readonly lines: string[] = [];
  readonly statements: StatementReading[] = [];
  readonly facts: Fact[] = [];
  readonly claims: Claim[] = [];
  readonly amounts: SampleAmounts;
  #section: string[] = [];
  /** counts the numbers of statements and narrative, so that one of them can slip */
  #numbers = 0;
  readonly #slips: ReadonlyMap<number, Slip>;

  constructor(amounts: SampleAmounts, slips: ReadonlyMap<number, Slip> = new Map()) {
    this.amounts = amounts;
    this.#slips = slips;
  }

  get numbers(): number {
    return this.#numbers;
  }

  /** The number as it gets printed: nearly always as it should be. */
  #print(text: string): string {
    const slip = this.#slips.get(this.#numbers);
    this.#numbers += 1;
    return slip ? slip(text) : text;
  }

  /** Adds a line and returns its number. */
  line(text = ''): number {
    this.lines.push(text);
    return this.lines.length;
  }

  paragraph(text: string): void {
    this.line(text);
    this.line();
  }

  /** A heading of the narrative; `depth` 0 for a 部分, then 一、, then what stands below it. */
  heading(text: string, depth: number): void {
    this.#section = [...this.#section.slice(0, depth), text.replace(/\s+/g, '')];
    this.paragraph(text);
  }

  /** A paragraph of sentences, each a list of pieces. */
  sentences(...sentences: readonly (readonly Piece[])[]): void {
    const line = this.lines.length + 1;
    const texts = sentences.map((pieces) => this.#sentence(pieces, line));
    this.paragraph(texts.join(''));
  }

  /** A paragraph of one sentence behind its number. */
  item(number: string, pieces: readonly Piece[]): void {
    this.paragraph(`${number}${this.#sentence(pieces, this.lines.length + 1)}`);
  }

  #sentence(pieces: readonly Piece[], line: number): string {
    const printed = pieces.map((piece) => (typeof piece === 'string' ? piece : this.#print(piece.printed)));
    const sentence = printed.join('');
    for (const [index, piece] of pieces.entries()) {
      if (typeof piece === 'string') continue;
      const number = parseNumber(printed[index] ?? '');
      if (!number) continue;
      this.claims.push({
        measure: piece.measure,
        aspect: piece.aspect,
        subject: piece.subject ?? null,
        subjectPath: piece.subjectPath ?? [],
        value: number.value,
        unit: piece.unit,
        decimals: number.decimals,
        direction: piece.direction ?? null,
        base: piece.base ?? null,
        year: piece.year ?? null,
        printed: number.printed,
        sentence,
        section: this.#section,
        place: placeAt(line),
      });
    }
    return sentence;
  }

  /** Begins a statement; its title is the line that is added now. */
  statement(
    id: StatementId,
    title: string,
    number: string,
    columns: readonly ColumnId[],
    more: Partial<StatementReading> = {},
  ): StatementReading {
    const statement: StatementReading = {
      statement: id,
      title,
      number,
      state: 'filled',
      reason: null,
      listedEmpty: false,
      unit: '万元',
      columns: [...columns],
      lines: [],
      notes: [],
      place: placeAt(this.line(title)),
      ...more,
    };
    this.statements.push(statement);
    return statement;
  }

  /** A row of cells, amounts in 分, null for a blank; with what a reader finds in it. */
  row(statement: StatementReading, cells: readonly (string | number | null)[], blocks: readonly RowBlock[]): void {
    const printed = this.cells(cells);
    for (const block of blocks) this.block(statement, block, printed);
  }

  /** Prints a row of cells. */
  cells(cells: readonly (string | number | null)[]): PrintedRow {
    const line = this.lines.length + 1;
    const texts = cells.map((cell) => (typeof cell === 'number' ? this.#print(printedWan(cell)) : (cell ?? '')));
    this.line(texts.join('\t'));
    return { line, texts };
  }

  /** Adds one block of a printed row to its statement. */
  block(statement: StatementReading, block: RowBlock, { line, texts }: PrintedRow): void {
    statement.lines.push(this.#block(statement.statement, block, texts, line));
  }

  #block(statement: StatementId, block: RowBlock, texts: readonly string[], line: number): StatementLine {
    const { side = null, code = null, name, at } = block;
    const facts: number[] = [];
    const empty: EmptyCell[] = [];
    for (const { column, cell } of block.cells) {
      const place = placeAt(line, cell);
      const number = parseNumber(texts[cell] ?? '');
      if (!number) {
        empty.push({ column, printed: '', kind: 'blank', place });
        continue;
      }
      facts.push(this.facts.length);
      const { printed, value: amount, decimals } = number;
      this.facts.push({
        statement,
        side,
        code,
        name,
        line: block.line,
        column,
        printed,
        amount,
        decimals,
        unit: '万元',
        place,
      });
    }
    return { side, code, name, line: block.line, facts, empty, place: placeAt(line, at) };
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  reading(document: Reading['document']): Reading {
    const { statements, facts, claims } = this;
    return { document, statements, facts, claims, performance: [], unread: [] };
  }
}
