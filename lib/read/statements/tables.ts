import type { MoneyUnit } from '../../amount';
import type { StatementId } from '../../statements';
import type { GridCell } from '../document';
import { fold, type Line, squeeze } from './lines';
import { isPageNumber, isPreamble, isPreambleLine, organisationIn, unitIn } from './preamble';
import { bareTitle, isTitlePiece, numberIn, statementOf } from './titles';

/** A statement's stretch of the document: title, preamble, rows (not yet understood) and notes. */
export interface StatementTable {
  /** undefined for a grid without a title; its heads may tell */
  statement: StatementId | undefined;
  title: string;
  number: string | null;
  unit: MoneyUnit | null;
  organisation: string | null;
  start: Line;
  rows: Line[];
  notes: string[];
  lines: Set<number>;
}

interface Title {
  statement: StatementId;
  title: string;
  lines: Line[];
}

const soleCell = (line: Line): GridCell | undefined => {
  const filled = line.cells.filter((cell) => squeeze(cell.text) !== '');
  const [first, ...rest] = filled;
  return first && rest.every((cell) => isPreamble(fold(cell.text))) ? first : undefined;
};

/** The title that ends at this line, together with the pieces that line breaks have cut off above it. */
function titleAt(lines: readonly Line[], index: number): Title | undefined {
  const line = lines[index];
  const cell = line && soleCell(line);
  if (!line || !cell) return undefined;
  const pieces = [line];
  for (let above = index - 1; above >= index - 3; above--) {
    const piece = lines[above];
    const text = piece && soleCell(piece)?.text;
    if (!piece || !text || !isTitlePiece(text)) break;
    pieces.unshift(piece);
  }
  for (; pieces.length > 0; pieces.shift()) {
    const text = pieces.map((piece) => soleCell(piece)?.text ?? '').join('');
    const statement = statementOf(text);
    if (statement) return { statement, title: squeeze(text), lines: [...pieces] };
  }
  return undefined;
}

const NOTE = /^(?:注|备注|说明|附注)[:：\d]/;
const OTHER_GRID = /一级指标|二级指标|绩效(?:目标|指标|评价)|自评|项目名称|分值|得分|序号|车辆|总分/;
const HEADING = /^(?:第[一二三四五六七八九十\d]+[部章节]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;
const EMPTY_TEXT = /(?:此|本)?表.{0,6}(?:为空|无数据|空表)|无.{0,30}(?:收支|收入|支出|预算|安排|数据|经费)|不涉及|空表/;

const noteIn = (line: Line): string | undefined => {
  const cell = soleCell(line) ?? line.cells.find((one) => squeeze(one.text) !== '');
  return cell && NOTE.test(fold(cell.text)) ? squeeze(line.cells.map((one) => one.text).join('')) : undefined;
};

/** A line without tabs inside a table: part of a cell that a line break has cut, or a row whose blank cells were cut. */
const isLoose = (line: Line): boolean =>
  !line.isRow && line.text.length <= 40 && !/[。;；?]/.test(line.text) && !/^第.{1,3}部分/.test(line.text);

const isForeign = (line: Line): boolean =>
  line.isRow && OTHER_GRID.test(line.text) && !/栏次|行次|科目|决算数|预算数/.test(line.text);

/** Walks one table from its title (or first row) to its end. */
class Walk {
  readonly table: StatementTable;
  private loose: Line[] = [];
  private inNotes = false;
  private readonly preamble: string[] = [];

  constructor(
    start: Line,
    title: Title | undefined,
    private readonly isListed: (line: Line) => boolean,
  ) {
    this.table = {
      statement: title?.statement,
      title: title?.title ?? '',
      number: title ? numberIn(title.title) : null,
      unit: title ? (unitIn(title.title) ?? null) : null,
      organisation: null,
      start: title?.lines[0] ?? start,
      rows: [],
      notes: [],
      lines: new Set(title?.lines.map((line) => line.number)),
    };
  }

  /** a title with nothing of a table below it is only a mention */
  get isTable(): boolean {
    return this.table.rows.length > 0 || this.preamble.length > 0 || this.table.notes.length > 0;
  }

  /** false when the line is no longer part of the table */
  take(lines: readonly Line[], index: number): boolean {
    const line = lines[index];
    if (!line || this.isListed(line) || isForeign(line)) return false;
    const title = titleAt(lines, index);
    if (title) return this.takeTitle(title);
    const note = noteIn(line);
    if (note !== undefined && this.table.rows.length > 0) return this.takeNote(line, note);
    if (isPreambleLine(line) && !(line.isRow && /\d/.test(line.text) && !/[公开表单位部门年]/.test(line.text)))
      return this.takePreamble(line);
    if (line.isRow) return this.takeRow(line);
    return this.takeText(line);
  }

  private takeTitle(title: Title): boolean {
    const isOwn =
      title.statement === this.table.statement &&
      !this.inNotes &&
      (/续/.test(title.title) || bareTitle(title.title) === bareTitle(this.table.title));
    if (isOwn) for (const line of title.lines) this.table.lines.add(line.number);
    if (isOwn) this.loose = [];
    return isOwn;
  }

  private takeNote(line: Line, note: string): boolean {
    this.inNotes = true;
    this.table.notes.push(note);
    this.table.lines.add(line.number);
    return true;
  }

  private takePreamble(line: Line): boolean {
    const text = line.cells.map((cell) => cell.text).join(' ');
    this.table.unit ??= unitIn(text) ?? null;
    for (const cell of line.cells) this.table.organisation ??= organisationIn(cell.text) ?? null;
    if (this.table.rows.length === 0) this.preamble.push(line.text);
    this.table.number ??= numberIn(this.preamble.join(''));
    if (/表$/.test(this.preamble.at(-1) ?? ''))
      this.table.number = numberIn(this.preamble.join('')) ?? this.table.number;
    this.table.lines.add(line.number);
    return true;
  }

  private takeRow(line: Line): boolean {
    if (this.inNotes) return false;
    for (const loose of this.loose) {
      if (this.table.rows.length > 0) this.table.rows.push(loose);
      this.table.lines.add(loose.number);
    }
    this.loose = [];
    this.table.rows.push(line);
    this.table.lines.add(line.number);
    return true;
  }

  private takeText(line: Line): boolean {
    if (this.inNotes && this.isNextNote(line)) return this.takeNote(line, squeeze(line.cells[0]?.text ?? ''));
    if (this.inNotes) return false;
    if (this.table.rows.length === 0 && EMPTY_TEXT.test(line.text) && line.text.length <= 90)
      return this.takeNote(line, squeeze(line.cells[0]?.text ?? ''));
    if (!isLoose(line) || this.loose.length >= 3 || (this.table.rows.length === 0 && HEADING.test(line.text)))
      return false;
    this.loose.push(line);
    return true;
  }

  private isNextNote(line: Line): boolean {
    return /^(?:[2-9]\d?[.、,]|\([2-9二三四五六]\)|[②③④⑤⑥]|[二三四五六]、)/.test(line.text) && !isPageNumber(line.text);
  }
}

/** The statements' tables in reading order; `isListed` tells the lines of the lists of statements. */
export function findTables(lines: readonly Line[], isListed: (line: Line) => boolean): StatementTable[] {
  const tables: StatementTable[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || isListed(line)) continue;
    const title = titleAt(lines, index);
    if (!title && (!line.isRow || isForeign(line))) continue;
    const walk = new Walk(line, title, isListed);
    let next = title ? index + 1 : index;
    while (walk.take(lines, next)) next++;
    if (walk.isTable) tables.push(walk.table);
    index = Math.max(index, next - 1);
  }
  return tables;
}
