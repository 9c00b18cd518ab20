import type { Bridge } from '../../db/queries/bridges';
import type { PanelCell, PanelData } from '../../lib/panels/panel';
import { writeCsv } from '../_answers/csv';

/** A bridge as CSV for spreadsheet programs: totals, a row a code, and the residual; 万元. */
export function bridgeTable({ before, now, change, rows, residual, name }: Bridge): string {
  const head = [
    '部门',
    '科目编码',
    '科目名称',
    `${before.year} 年（万元）`,
    `${now.year} 年（万元）`,
    '增减（万元）',
    '增减下限',
    '增减上限',
    '归并的原科目',
    `${before.year} 年原文行`,
    `${now.year} 年原文行`,
  ];
  const total = [name, '', '本年支出合计', before.total.value, now.total.value];
  return writeCsv(
    [
      head,
      [...total, change.value, change.low, change.high, '', before.line, now.line],
      ...rows.map((row) => [
        name,
        row.code,
        row.name,
        row.before?.value ?? '',
        row.now?.value ?? '',
        row.change.value,
        row.change.low,
        row.change.high,
        row.mappedFrom.join('、'),
        row.lines.before,
        row.lines.now,
      ]),
      [name, '', '尾差', '', '', residual.value, residual.low, residual.high, '', '', ''],
    ],
    { mark: true },
  );
}

/** What one document says of the year before, as CSV; 万元 or 亿元 and per cent as the columns say. */
export function statedTable({ columns, rows }: PanelData, department: string): string {
  const head = [
    '部门',
    '项目',
    '单位',
    ...columns.map(({ label, unit }) => (unit ? `${label}（${unit}）` : label)),
    '说明',
  ];
  const notes = (cells: readonly PanelCell[]): string => cells.flatMap(({ reason }) => reason ?? []).join('；');
  return writeCsv(
    [
      head,
      ...rows.map(({ label, unit, cells }) => [
        department,
        label,
        unit,
        ...cells.map(({ value }) => value ?? ''),
        notes(cells),
      ]),
    ],
    { mark: true },
  );
}
