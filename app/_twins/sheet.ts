import 'server-only';
import type { Cell, CellValue } from 'hucre/xlsx';
import { writeBook } from '../_answers/workbook';
import type { Twin } from './twin';

const BOLD = { font: { bold: true } };
/** a column is as wide as its longest text, within these */
const WIDTHS = [8, 60] as const;

const ems = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
const decimalsOf = (text: string): string => '0'.repeat(Math.min(6, /\.(\d+)$/.exec(text)?.[1]?.length ?? 0));

/** The rows as a spreadsheet: figures are numbers with the decimals they are shown with; notes and address on a sheet of their own. */
export async function sheetOf(twin: Twin, origin: string): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows } = twin;
  const cells = new Map<string, Partial<Cell>>(columns.map((_, at) => [`0,${at}`, { style: BOLD }]));
  const values = rows.map((row, at): CellValue[] =>
    row.map((text, column) => {
      if (text === null || !columns[column]?.number) return text;
      const decimals = decimalsOf(text);
      cells.set(`${at + 1},${column}`, { style: { numFmt: `#,##0${decimals === '' ? '' : `.${decimals}`}` } });
      return Number(text);
    }),
  );
  const widthOf = (column: number): number =>
    Math.max(...[columns[column]?.label ?? '', ...rows.slice(0, 200).map((row) => row[column] ?? '')].map(ems)) + 2;
  const lines = [
    ['标题', twin.title],
    ['说明', twin.subtitle],
    ['要点', twin.answer],
    ...twin.notes.map((note) => ['注', note]),
    ['地址', `${origin}${twin.path}`],
  ];
  const bytes = await writeBook({
    sheets: [
      {
        name: '数据',
        columns: columns.map((_, at) => ({ width: Math.min(WIDTHS[1], Math.max(WIDTHS[0], widthOf(at))) })),
        rows: [columns.map(({ label }) => label), ...values],
        cells,
        freezePane: { rows: 1 },
      },
      { name: '说明', columns: [{ width: 10 }, { width: 110 }], rows: lines },
    ],
    properties: { title: twin.title, creator: '决算通览', created: new Date(0), modified: new Date(0) },
  });
  return new Uint8Array(bytes);
}
