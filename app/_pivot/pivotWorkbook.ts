import 'server-only';
import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx';
import { getLoadedAt } from '../../db/queries/loadedAt';
import { type PivotSelection, pivotPath, VALUE_WORDS } from '../../lib/pivot';
import { writeBook } from '../_answers/workbook';
import type { Store } from '../_store/store';
import type { AskedPivotGrid } from './askPivot';
import {
  accountOf,
  columnMembers,
  columnText,
  type GridRow,
  lineOf,
  type PivotGrid,
  plainNumber,
  rowMembers,
  rowText,
  textOf,
} from './gridShape';
import { headNames, rowHeads, rowNames, rowRemarks } from './gridTable';

interface Book {
  store: Store;
  asked: AskedPivotGrid;
  selection: PivotSelection;
  lines: readonly GridRow[];
  title: string;
  origin: string;
}

const BOLD = { font: { bold: true } };
const HEAD_ROWS = 1;
const MOST_SOURCES = 20_000;

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;
const addressOf = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;

const formatOf = (text: string): string => {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
};

/** The last row below a row, at or after `at`. */
function endOf(lines: readonly GridRow[], at: number): number {
  const depth = lines[at]?.keys.length ?? 0;
  let end = at;
  while ((lines[end + 1]?.keys.length ?? 0) > depth) end += 1;
  return end;
}

/** Rows below as a sum that passes over the subtotals among them; a total column sums its row. */
function formulaOf(
  { lines, asked: { grid } }: Book,
  at: number,
  column: number,
  first: number,
): { formula: string } | undefined {
  const isTotalColumn = grid.columns.length > 0 && grid.heads[column]?.keys.length === 0;
  if (isTotalColumn && column > 0)
    return {
      formula: `SUM(${addressOf(at + HEAD_ROWS, first)}:${addressOf(at + HEAD_ROWS, first + column - 1)})`,
    };
  const end = endOf(lines, at);
  if (end === at) return undefined;
  const place = first + column;
  return { formula: `SUBTOTAL(9,${addressOf(at + HEAD_ROWS + 1, place)}:${addressOf(end + HEAD_ROWS, place)})` };
}

/** Sums are formulas where the sheet holds all their parts, which a filter or a cut takes away. */
const isWhole = ({ selection, asked: { grid }, lines }: Book): boolean =>
  selection.value === 'amount' && lines.length === grid.lines.length;

function dataSheet(book: Book): WriteSheet {
  const { asked, lines } = book;
  const { grid } = asked;
  const names = rowHeads(grid);
  const heads = [...names, ...headNames(grid).map((name) => `${name}（${grid.unit}）`), '说明'];
  const cells = new Map<string, Partial<Cell>>(heads.map((_, at) => [`0,${at}`, { style: BOLD }]));
  const whole = isWhole(book);
  const rows = lines.map((row, at): CellValue[] => {
    const values = row.cells.map((cell, column): CellValue => {
      const text = plainNumber(textOf(cell));
      if (!/\d/.test(text)) return null;
      const formula = whole ? formulaOf(book, at, column, names.length) : undefined;
      const style = { numFmt: formatOf(text), ...(row.keys.length < grid.rows.length ? BOLD : {}) };
      cells.set(
        `${at + HEAD_ROWS},${names.length + column}`,
        formula ? { ...formula, formulaResult: Number(text), style } : { style },
      );
      return Number(text);
    });
    return [...rowNames(grid, row), ...values, rowRemarks(grid, row) || null];
  });
  return {
    name: '数据',
    columns: [
      ...names.map((name) => ({ width: name.endsWith('编码') ? 10 : 30 })),
      ...grid.heads.map(() => ({ width: 18 })),
      { width: 60 },
    ],
    rows: [heads, ...rows],
    cells,
    freezePane: { rows: 1, columns: names.length },
  };
}

function notesSheet({ asked: { notes }, selection, title, origin, store }: Book, loadedAt: string): WriteSheet {
  const { label, unit } = VALUE_WORDS[selection.value];
  const lines: [string, string][] = [
    ['标题', `透视：${title}`],
    ['数值', `${label}（${unit}）`],
    ...notes.map((note): [string, string] => ['注', note]),
    ['公式', '合计与小计是分项之和（公式）；与印出的合计不等的，在“说明”一列写明相差多少，不作改动。'],
    ['数据版本', `${store.version}（${loadedAt}）`],
    ['地址', `${origin}${pivotPath(selection)}`],
  ];
  return {
    name: '说明',
    columns: [{ width: 12 }, { width: 120 }],
    rows: lines.map((line) => [...line]),
    cells: new Map(lines.map((_, at) => [`${at},0`, { style: BOLD }])),
  };
}

/** Every figure that one line of one account prints. */
function sourceRows(grid: PivotGrid, { selection, lines, origin }: Book): CellValue[][] {
  const found: CellValue[][] = [];
  for (const row of lines)
    for (const [at, head] of grid.heads.entries()) {
      const line = lineOf(row.cells[at]);
      const account = accountOf([...rowMembers(grid, row), ...columnMembers(grid, head)], selection);
      if (line === null || account === null || row.keys.length < grid.rows.length || found.length >= MOST_SOURCES)
        continue;
      found.push([
        rowText(grid, row),
        columnText(grid, head, ''),
        textOf(row.cells[at]),
        account,
        line,
        `${origin}/accounts/${account}/source#L${line}`,
      ]);
    }
  return found;
}

function sourcesSheet(book: Book): WriteSheet {
  const heads = ['行', '列', '印数', '决算', '原文行', '原文'];
  return {
    name: '出处',
    columns: [34, 20, 16, 40, 8, 80].map((width) => ({ width })),
    rows: [heads, ...sourceRows(book.asked.grid, book)],
    cells: new Map(heads.map((_, at) => [`0,${at}`, { style: BOLD }])),
    freezePane: { rows: 1 },
  };
}

/** A pivot as a workbook: data with sums as formulas, notes, and the lines that print the single figures. */
export async function pivotWorkbook(book: Book): Promise<Buffer<ArrayBuffer>> {
  const loadedAt = await getLoadedAt(book.store.db);
  const moment = new Date(loadedAt);
  const bytes = await writeBook({
    sheets: [dataSheet(book), notesSheet(book, loadedAt), sourcesSheet(book)],
    properties: { title: `透视：${book.title}`, creator: '决算通览', created: moment, modified: moment },
  });
  return Buffer.from(bytes);
}
