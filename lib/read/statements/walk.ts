import type { MoneyUnit } from '../../amount';
import type { StatementId } from '../../statements';
import { fold, type Line, squeeze } from './lines';
import { isPageNumber, isPreambleLine, organisationIn, unitIn } from './preamble';
import { soleCell, type Title, titleAt } from './titleLine';
import { bareTitle, numberIn } from './titles';

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

/** The whole list of functional codes has fewer than two thousand entries. */
export const MOST_ROWS = 5000;
const NOTE = /^(?:(?:注|备注|说明|附注)[:：\d]|[本此]表(?:反映|金额|数据|为))/;
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

/** Rows of other tables: performance, assets, lists of units. */
export const isForeign = (line: Line): boolean =>
  line.isRow && OTHER_GRID.test(line.text) && !/栏次|行次|科目|决算数|预算数/.test(line.text);

/** Walks one table from its title (or first row) to its end. */
export class Walk {
  readonly table: StatementTable;
  private loose: Line[] = [];
  private inNotes = false;
  private readonly preamble: string[] = [];

  constructor(
    start: Line,
    title: Title | undefined,
    above: Line | undefined,
    private readonly isListed: (line: Line) => boolean,
  ) {
    this.table = {
      statement: title?.statement,
      title: title?.title ?? '',
      number: title ? numberIn(above?.text ?? title.title) : null,
      unit: title ? (unitIn(title.title) ?? null) : null,
      organisation: null,
      start: title?.lines[0] ?? start,
      rows: [],
      notes: [],
      lines: new Set([...(above ? [above] : []), ...(title?.lines ?? [])].map((line) => line.number)),
    };
    if (above) this.preamble.push(above.text);
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
      (/续/.test(title.title) || fold(title.title) === fold(this.table.title));
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
    const number = numberIn(line.text);
    const isNext = number !== null && this.table.rows.length > 0 && number !== this.table.number;
    if (isNext || (this.inNotes && !isPageNumber(line.text))) return false;
    const text = line.cells.map((cell) => cell.text).join(' ');
    this.table.unit ??= unitIn(text) ?? null;
    for (const cell of line.cells) this.table.organisation ??= organisationIn(cell.text) ?? null;
    if (this.table.rows.length === 0 && this.preamble.length < 12) {
      this.preamble.push(line.text);
      // a number may be broken over lines: 公开01 · 表
      this.table.number = numberIn(this.preamble.join('')) ?? this.table.number;
    }
    this.table.lines.add(line.number);
    return true;
  }

  private takeRow(line: Line): boolean {
    if (this.inNotes || this.table.rows.length >= MOST_ROWS) return false;
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
    if (this.inNotes || bareTitle(line.text) !== undefined) return false;
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
