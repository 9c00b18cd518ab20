import 'server-only';
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { PanelCell } from '../../lib/panels/panel';
import type { Shown } from './ask';
import { LICENCE, linksOf, sourcesText, statusText } from './records';
import { correctionSentence, verdictSentences } from './sentences';
import { summandsOf } from './sums';

const BOLD = { font: { bold: true } };
/** heads stand in row 1; the first figures in column D */
const HEAD_ROWS = 1;
const FIRST = 3;

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;
const addressOf = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;

const text = (value: string | null | undefined): CellValue => value ?? null;
const formatOf = (cell: PanelCell): string => {
  const decimals = /\.(\d+)$/.exec(cell.text)?.[1]?.length ?? 0;
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
};

/** Runs of neighbouring rows as ranges: `D3:D5,D8`. */
function rangesOf(rows: readonly number[], column: number): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? addressOf(from, column) : `${addressOf(from, column)}:${addressOf(to, column)}`,
    )
    .join(',');
}

function dataSheet({ data }: Shown): WriteSheet {
  const { columns, rows } = data;
  const units = new Set(rows.map((row) => row.unit));
  const [only] = units;
  const unit = units.size === 1 && only != null ? `（${only}）` : '';
  const heads = [
    '编码',
    '项目',
    '单位',
    ...columns.map((column) => `${column.label}${unit}`),
    ...columns.flatMap((column) => [`${column.label} 状态`, `${column.label} 说明`, `${column.label} 出处`]),
  ];
  const cells = new Map<string, Partial<Cell>>(heads.map((_, at) => [`0,${at}`, { style: BOLD }]));
  const values = rows.map((row, at): CellValue[] => {
    for (const [column, cell] of row.cells.entries()) {
      if (cell.value === null) continue;
      const summands = summandsOf(rows, at, column).map((one) => one + HEAD_ROWS);
      const style = { numFmt: formatOf(cell) };
      cells.set(
        `${at + HEAD_ROWS},${FIRST + column}`,
        summands.length > 0
          ? { formula: `SUM(${rangesOf(summands, FIRST + column)})`, formulaResult: Number(cell.value), style }
          : { style },
      );
    }
    return [
      text(row.code),
      text(`${'　'.repeat(row.depth ?? 0)}${row.label}`),
      row.unit,
      ...row.cells.map((cell) => (cell.value === null ? null : Number(cell.value))),
      ...row.cells.flatMap((cell) => [statusText(cell), text(cell.reason), text(sourcesText(cell))]),
    ];
  });
  const widths = [10, 34, 8, ...columns.map(() => 20), ...columns.flatMap(() => [12, 30, 60])];
  return {
    name: '数据',
    columns: widths.map((width) => ({ width })),
    rows: [heads.map(text), ...values],
    cells,
    freezePane: { rows: 1, columns: 2 },
  };
}

function notesSheet(shown: Shown, origin: string): WriteSheet {
  const { data, verdict, correction, asked, version } = shown;
  const lines: [string, string][] = [
    ['标题', data.title],
    ['说明', data.subtitle],
    ['要点', data.answer],
    ...data.options.map((option): [string, string] => [
      option.label,
      option.choices.find((choice) => choice.value === option.value)?.label ?? option.value,
    ]),
    ...data.notes.map((note): [string, string] => ['注', note]),
    ['核对', verdictSentences(verdict, 'zh').join('')],
    ...(correction ? [['更正', correctionSentence(correction, 'zh')] as [string, string]] : []),
    ...(correction?.changes ?? []).map((one): [string, string] => [
      `更正 ${one.label}（${one.column}）`,
      `${one.was} → ${one.is}`,
    ]),
    ['公式', '各级合计等于分项之和时为求和公式；与分项之和不等的，照印数，不作改动。'],
    ['数据版本', `${version}${asked.pin === null ? '' : `（冻结 ${shown.pin}）`}`],
    ['许可', LICENCE.text],
    ['地址', linksOf(shown, origin).page],
  ];
  return {
    name: '说明',
    columns: [{ width: 18 }, { width: 110 }],
    rows: lines.map((line) => line.map(text)),
    cells: new Map(lines.map((_, at) => [`${at},0`, { style: BOLD }])),
  };
}

function sourcesSheet({ data, superseded }: Shown, origin: string): WriteSheet {
  const heads = ['决算', '位置', '印数', '行', '单元格', '原文'];
  return {
    name: '出处',
    columns: [30, 60, 16, 8, 8, 70].map((width) => ({ width })),
    rows: [
      heads,
      ...data.sources.map((source): CellValue[] => [
        text(data.columns.find((column) => column.account === source.account)?.label ?? source.account),
        text(source.label),
        text(source.printed),
        source.place.line,
        source.place.cell,
        superseded.has(source.account) ? null : `${origin}/accounts/${source.account}/source#L${source.place.line}`,
      ]),
    ],
    cells: new Map(heads.map((_, at) => [`0,${at}`, { style: BOLD }])),
    freezePane: { rows: 1 },
  };
}

/** The spreadsheet twin: data with live sums, notes, and every place a figure is printed. */
export async function workbookOf(shown: Shown, origin: string): Promise<Buffer<ArrayBuffer>> {
  const moment = new Date(shown.loadedAt);
  const bytes = await writeXlsx({
    sheets: [dataSheet(shown), notesSheet(shown, origin), sourcesSheet(shown, origin)],
    properties: { title: shown.data.title, creator: '决算通览', created: moment, modified: moment },
  });
  return Buffer.from(bytes);
}
