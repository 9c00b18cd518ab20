import 'server-only';
import type { PivotSelection } from '../../lib/pivot';
import { writeCsv } from '../_answers/csv';
import type { Store } from '../_store/store';
import { askPivot, pivotTitle } from './askPivot';
import { gridTable } from './gridTable';
import { holding, inOrder } from './order';
import { pivotWorkbook } from './pivotWorkbook';

export const PIVOT_FILES = ['grid.json', 'table.csv', 'table.xlsx'] as const;
export type PivotFile = (typeof PIVOT_FILES)[number];
export const isPivotFile = (name: string): name is PivotFile => (PIVOT_FILES as readonly string[]).includes(name);

interface Written {
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
}

const named = (title: string, ending: string): Readonly<Record<string, string>> => ({
  'Content-Disposition': `attachment; filename="pivot.${ending}"; filename*=UTF-8''${encodeURIComponent(`透视 ${title.replaceAll('/', '-')}.${ending}`)}`,
});

/** A pivot in one of its forms; all of them hold the same figures. */
export async function fileOf(
  store: Store,
  file: PivotFile,
  selection: PivotSelection,
  origin: string,
): Promise<Written> {
  const asked = await askPivot(store, selection);
  if (file === 'grid.json') return { type: 'application/json; charset=utf-8', body: JSON.stringify(asked.grid) };
  const { grid } = asked;
  const title = pivotTitle(selection);
  const lines = holding(grid, inOrder(grid, selection.order), selection.text);
  if (file === 'table.csv')
    return {
      type: 'text/csv; charset=utf-8',
      body: writeCsv(gridTable(grid, lines), { mark: true }),
      headers: named(title, 'csv'),
    };
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await pivotWorkbook({ store, asked, selection, lines, title, origin }),
    headers: named(title, 'xlsx'),
  };
}
