import type { Account, StatementLine, StatementReading } from '../../lib/facts';
import { SEVERITY_WORDS } from '../../lib/findings';
import { sourcePath } from '../../lib/selection';
import { type ColumnId, STATEMENTS } from '../../lib/statements';
import { cellAt, columnLabel, layOutStatement } from '../_account/statementGrid';
import { summandsAbove, summandsOf } from '../_embed/sums';
import { type FindingMarkData, type FindingMarks, marksOfRow } from '../_findings/marks';
import type { Sheet, SheetCell } from './workbook';

const SIDES = { revenue: '收入', expenditure: '支出' } as const;

/** A printed line with the one beside it, which ends its cells. */
interface Printed {
  line: StatementLine;
  isFirst: boolean;
  next: StatementLine | null;
}

/** The lines block by block, as they are read: the revenue side before the expenditure side. */
function linesOf(account: Account, statement: StatementReading): Printed[] {
  const { blocks, groups } = layOutStatement(statement, account.facts);
  const rows = groups.flatMap((group) => group.rows);
  return blocks.flatMap((_, at) =>
    rows.flatMap(({ lines }): Printed[] => {
      const line = lines[at];
      return line ? [{ line, isFirst: at === 0, next: lines[at + 1] ?? null }] : [];
    }),
  );
}

export const markText = ({ severity, number }: Pick<FindingMarkData, 'severity' | 'number'>): string =>
  `${SEVERITY_WORDS[severity]}（第 ${number} 处）`;

/** What the checks say at a line, each finding with the column it marks. */
function findingsAt(
  { line, isFirst, next }: Printed,
  account: Account,
  statement: StatementReading,
  marks: FindingMarks,
): string {
  const cells = statement.columns.map((column) => {
    const cell = cellAt(line, column, account.facts);
    return { column, place: cell && ('fact' in cell ? cell.fact.place : cell.empty.place) };
  });
  const figures = new Set(cells.flatMap(({ place }) => place?.cell ?? []));
  const from = isFirst ? 0 : (line.place.cell ?? 0);
  const row = marksOfRow(marks, line.place.line, figures, from, next?.place.cell ?? Number.POSITIVE_INFINITY);
  const own = cells.flatMap(({ column, place }) =>
    (place ? marks.at(place.line, place.cell) : []).map(
      (mark) => `${columnLabel(statement, column)}：${markText(mark)}`,
    ),
  );
  return [...row.map(markText), ...own].join('；');
}

const depthOf = ({ code }: StatementLine): number => (code === null ? 0 : Math.max(0, (code.length - 3) / 2) + 1);
const isTotal = ({ code, name }: StatementLine): boolean => code === null && /合计|总计/.test(name);

function amountCells(account: Account, { unit, columns }: StatementReading, printed: readonly Printed[]) {
  const values = printed.map(({ line }) => ({
    depth: depthOf(line),
    unit: `${unit} ${line.side}`,
    cells: columns.map((column) => {
      const cell = cellAt(line, column, account.facts);
      return { value: cell && 'fact' in cell ? cell.fact.amount : null };
    }),
  }));
  const totals = new Set(printed.flatMap(({ line }, at) => (isTotal(line) ? [at] : [])));
  const own = (at: number): Set<number> =>
    new Set([...totals].filter((one) => printed[one]?.line.side === printed[at]?.line.side));
  return (at: number, column: number): SheetCell => {
    const value = values[at]?.cells[column]?.value;
    if (value == null) return null;
    const below = summandsOf(values, at, column);
    return { value, sumOf: below.length > 0 ? below : summandsAbove(values, at, column, own(at)) };
  };
}

function printedText(account: Account, line: StatementLine, column: ColumnId): string | null {
  const cell = cellAt(line, column, account.facts);
  return cell ? ('fact' in cell ? cell.fact.printed : cell.empty.printed.trim() || null) : null;
}

/** A statement as published: a row a printed line, each amount exact and as printed, the checks' marks, and where it stands. */
export function statementSheet(
  account: Account,
  statement: StatementReading,
  marks: FindingMarks,
  origin: string,
): Sheet {
  const printed = linesOf(account, statement);
  const isSided = printed.some(({ line }) => line.side !== null);
  const labels = statement.columns.map((column) => columnLabel(statement, column));
  const amount = amountCells(account, statement, printed);
  return {
    name: STATEMENTS[statement.statement].short,
    heads: [
      ...(isSided ? ['收支'] : []),
      '编码',
      '项目',
      ...labels.map((label) => `${label}（${statement.unit}）`),
      ...labels.map((label) => `${label} 印数`),
      '核对发现',
      '原文行',
      '原文',
    ],
    rows: printed.map((one, at) => {
      const { line } = one;
      const href = `${origin}${sourcePath(account.id, line.place)}`;
      return [
        ...(isSided ? [line.side === null ? null : SIDES[line.side]] : []),
        line.code,
        line.name,
        ...statement.columns.map((_, column) => amount(at, column)),
        ...statement.columns.map((column) => printedText(account, line, column)),
        findingsAt(one, account, statement, marks) || null,
        line.place.line,
        { text: href, href },
      ];
    }),
    widths: [...(isSided ? [6] : []), 10, 36, ...labels.map(() => 18), ...labels.map(() => 14), 30, 8, 60],
    frozen: isSided ? 3 : 2,
  };
}
