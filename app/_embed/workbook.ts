import 'server-only';
import type { PanelCell } from '../../lib/panels/panel';
import { servedLicence } from '../_answers/licence';
import { notesSheet, type Sheet, type SheetCell, writeWorkbook } from '../_downloads/workbook';
import type { Shown } from './ask';
import { linksOf, sourcesText, statusText } from './records';
import { correctionSentence, verdictSentences } from './sentences';
import { summandsOf } from './sums';

const decimalsOf = ({ text }: PanelCell): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;

function dataSheet({ data }: Shown): Sheet {
  const { columns, rows } = data;
  const units = new Set(rows.map((row) => row.unit));
  const [only] = units;
  const unit = units.size === 1 && only != null ? `（${only}）` : '';
  const figure = (cell: PanelCell, at: number, column: number): SheetCell =>
    cell.value === null ? null : { value: cell.value, decimals: decimalsOf(cell), sumOf: summandsOf(rows, at, column) };
  return {
    name: '数据',
    heads: [
      '编码',
      '项目',
      '单位',
      ...columns.map((column) => `${column.label}${unit}`),
      ...columns.flatMap((column) => [`${column.label} 状态`, `${column.label} 说明`, `${column.label} 出处`]),
    ],
    rows: rows.map((row, at) => [
      row.code ?? null,
      `${'　'.repeat(row.depth ?? 0)}${row.label}`,
      row.unit,
      ...row.cells.map((cell, column) => figure(cell, at, column)),
      ...row.cells.flatMap((cell) => [statusText(cell), cell.reason ?? null, sourcesText(cell)]),
    ]),
    widths: [10, 34, 8, ...columns.map(() => 20), ...columns.flatMap(() => [12, 30, 60])],
    frozen: 2,
  };
}

function notesOf(shown: Shown, origin: string): Sheet {
  const { data, verdict, correction, asked, version } = shown;
  return notesSheet([
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
    ['许可', servedLicence().text],
    ['地址', linksOf(shown, origin).page],
  ]);
}

const sourcesSheet = ({ data, superseded }: Shown, origin: string): Sheet => ({
  name: '出处',
  heads: ['决算', '位置', '印数', '行', '单元格', '原文'],
  widths: [30, 60, 16, 8, 8, 70],
  rows: data.sources.map(({ account, label, printed, place }) => {
    const href = `${origin}/accounts/${account}/source#L${place.line}`;
    return [
      data.columns.find((column) => column.account === account)?.label ?? account,
      label,
      printed,
      place.line,
      place.cell,
      superseded.has(account) ? null : { text: href, href },
    ];
  }),
});

/** The spreadsheet twin: data with live sums, notes, and every place a figure is printed. */
export const workbookOf = (shown: Shown, origin: string): Promise<Buffer<ArrayBuffer>> =>
  writeWorkbook([dataSheet(shown), notesOf(shown, origin), sourcesSheet(shown, origin)], {
    title: shown.data.title,
    moment: shown.loadedAt,
  });
