import type { Chart, Width } from '../charts/frame';
import { type Theme, themeOf } from '../charts/theme';
import type { Account } from '../facts';
import { sourcesOfCells } from './cells';
import { columnsOf } from './naming';
import type { PanelCell, PanelChart, PanelData, PanelOption, PanelRow } from './panel';

export type View = Readonly<Record<string, string | undefined>>;

/** A row of one cell an account. */
export const rowOf = (
  key: string,
  label: string,
  unit: string | null,
  cells: PanelCell[],
  more: Partial<Pick<PanelRow, 'code' | 'depth'>> = {},
): PanelRow => ({ key, label, unit, ...more, cells });

/** A choice of the reader, its first value unless the view names another one of them. */
export function optionOf(view: View, key: string, label: string, choices: PanelOption['choices']): PanelOption {
  const chosen = choices.find((choice) => choice.value === view[key]) ?? choices[0];
  if (!chosen) throw new Error(`option without choices: ${key}`);
  return { key, label, choices, value: chosen.value };
}

/** Notes that hold for any panel, said when its cells call for them, then the panel's own. */
function notesOf(rows: readonly PanelRow[], own: readonly string[]): string[] {
  const cells = rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const adopted = cells.filter(({ cell }) => cell.status === 'adopted');
  const derived = cells.some(({ cell }) => cell.status === 'derived');
  return [
    ...new Set([
      ...own,
      ...adopted.flatMap(({ row, cell }) => (cell.reason ? [`${row.label}：${cell.reason}。`] : [])),
      ...(derived ? ['空心与“推算”表示该数未在文件中印出，由印出的数推得，并附四舍五入允许的范围。'] : []),
      ...(cells.some(({ cell }) => cell.disputed) ? ['带斜纹的数与文件中其他数字相互矛盾，全部印数见出处。'] : []),
    ]),
  ];
}

export interface Composition {
  panel: { id: string; title: string };
  accounts: readonly Account[];
  subtitle: string;
  answer: string;
  rows: PanelRow[];
  /** called for both widths; null where there is nothing to draw */
  chart: ((width: Width) => Chart) | null;
  options?: PanelOption[];
  notes?: readonly string[];
}

/** The one object that page, embed, API, CSV and SVG render. */
export function compose({
  panel,
  accounts,
  subtitle,
  answer,
  rows,
  chart,
  options = [],
  notes = [],
}: Composition): PanelData {
  return {
    panel: panel.id,
    title: panel.title,
    subtitle,
    answer,
    columns: columnsOf(accounts),
    rows,
    chart: chart && chartOf(chart),
    options,
    notes: notesOf(rows, notes),
    sources: sourcesOfCells(rows.flatMap((row) => row.cells)),
  };
}

function chartOf(draw: (width: Width) => Chart): PanelChart {
  const [wide, narrow] = [draw('wide'), draw('narrow')];
  return { ...wide, narrow };
}

export const themeOfView = (view: View): Theme => themeOf(view.theme);

/** `甲、乙和丙` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`;

/** The cells of a row by account, for charts and sentences. */
export function cellOf(rows: readonly PanelRow[], key: string, at: number): PanelCell {
  const cell = rows.find((row) => row.key === key)?.cells[at];
  if (!cell) throw new Error(`no cell ${key} at ${at}`);
  return cell;
}
