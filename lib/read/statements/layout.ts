import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../../statements';
import { columnOf, isOtherColumn, STANDARD_COLUMNS } from './columns';
import { type CellKind, codeIn, kindOf, profileOf } from './evidence';
import { headPaths, isOrdinalRow } from './heads';
import { belongsTo, type ClassNames, classOf, codedLine, isNumbered, isSummaryLabel } from './labels';
import { fold, isBlank } from './lines';
import { leftmost, type Row } from './rows';

export type Role = 'code' | 'class' | 'section' | 'item' | 'name' | 'index' | 'amount' | 'remark';

export interface Column {
  role: Role;
  /** the quantity of an amount column; undefined when its head is not understood */
  column: ColumnId | undefined;
  side: Side | null;
  /** blocks set side by side, counted from the left */
  block: number;
  /** comparisons with other years and rates, which are no amounts of the account */
  isOther: boolean;
  /** of a summary's name column: whether a label can belong to its side */
  accepts: ((label: string) => boolean) | undefined;
  path: readonly string[];
}

export interface Layout {
  columns: Column[];
  heads: Row[];
  data: Row[];
}

const isTotalRow = (row: Row): boolean => {
  const filled = row.cells.map((cell) => fold(cell.text)).filter((text) => text !== '');
  return (
    /[合总小]计/.test(filled[0] ?? '') &&
    codedLine(filled[0] ?? '') !== null &&
    filled.slice(1).every((text) => kindOf(text) !== 'text' || codedLine(text) !== null)
  );
};

const PHASE_ROW = /^(?:\d{4}年?度?)?(?:年初|全年|调整)?(?:预算|决算)(?:数|统计数)?$/;

/** Whether a row prints a line rather than heads: a code, a known line, a total or an amount stands in it. */
function isDataRow(row: Row, statement: StatementId | undefined, names: ClassNames): boolean {
  if (isOrdinalRow(row)) return false;
  const kinds = row.cells.map((cell) => kindOf(cell.text));
  if (kinds.some((kind) => kind === 'amount' || kind === 'code')) return true;
  const filled = row.cells.map((cell) => fold(cell.text)).filter((text) => text !== '');
  if (filled.length === 0) return false;
  if (filled.some((text) => /^(?:[23]\d\d(?:\d\d){0,2})\D/.test(text))) return true;
  const labels = filled.filter((text) => kindOf(text) === 'text');
  if (row.cells.slice(0, 3).some((cell) => codeIn(cell.text) !== null) && labels.length > 0) return true;
  if (statement === 'three_public')
    return labels.length === 1 && (PHASE_ROW.test(leftmost(row)) || (filled.length > 1 && labels[0] === filled[0]));
  if (isTotalRow(row)) return true;
  if (statement !== undefined && !STATEMENTS[statement].sided) return false;
  return (
    labels.some((text) => isNumbered(text) && isSummaryLabel(text, names)) ||
    (kinds.includes('integer') && labels.some((text) => isSummaryLabel(text, names)))
  );
}

function roleByHead(path: readonly string[]): Role | undefined {
  const leaf = path.at(-1) ?? '';
  if (leaf === '类') return 'class';
  if (leaf === '款') return 'section';
  if (leaf === '项') return 'item';
  if (/(?:编码|代码|编号).*名称/.test(leaf)) return 'name';
  if (/编码|代码|编号/.test(leaf)) return 'code';
  if (/名称|^项目(?:\(.*\)|.{0,2}栏次)?$|^科目$|^栏次$|^单位$|^按.*(?:分类|性质)$/.test(leaf)) return 'name';
  if (/行次|序号/.test(leaf)) return 'index';
  if (/备注|说明/.test(leaf)) return 'remark';
  return leaf === '' || /^(?:收入|支出|项目.*)$/.test(leaf) ? undefined : 'amount';
}

const AGREEMENT: Readonly<Record<Role, Partial<Record<CellKind | 'sequence', number>>>> = {
  code: { code: 3, integer: 0, text: -2, amount: -3, sequence: -2 },
  class: { code: 3, integer: 2, text: -2, amount: -3 },
  section: { code: 3, integer: 2, text: -2, amount: -3 },
  item: { code: 3, integer: 2, text: -2, amount: -3 },
  name: { text: 3, code: -3, integer: -3, amount: -3, sequence: -3 },
  index: { sequence: 3, integer: 1, text: -3, amount: -3, code: -2 },
  amount: { amount: 2, integer: 1, text: -3, code: -2, sequence: -2 },
  remark: { text: 1 },
};

/** How far heads stand from the columns they belong to: a conversion may lose or add a cell in a head row. */
function headShift(paths: readonly string[][], data: readonly Row[], width: number): number {
  const kinds = Array.from({ length: width }, (_, at) => profileOf(data, at));
  const points = (shift: number): number =>
    kinds.reduce((sum, kind, at) => {
      const role = roleByHead(paths[at - shift] ?? []);
      return sum + (role && kind !== 'blank' ? (AGREEMENT[role][kind] ?? 0) : 0);
    }, 0);
  const stay = points(0);
  const best = [1, -1, 2, -2].map((shift) => ({ shift, points: points(shift) })).sort((a, b) => b.points - a.points)[0];
  return best && best.points >= stay + 6 ? best.shift : 0;
}

/** A role that head and cells agree on; where they contradict each other the cells decide. */
function roleOf(path: readonly string[], data: readonly Row[], at: number): Role {
  const kind = profileOf(data, at);
  const head = roleByHead(path);
  if (head === 'amount' && kind === 'sequence') return 'index';
  if (head === 'amount' && kind === 'code') return 'code';
  if (head === 'amount' && kind === 'text') return 'name';
  if (head === 'name' && kind === 'code') return 'code';
  if (head === 'code' && kind === 'text') return 'name';
  if (head === 'name' && (kind === 'amount' || kind === 'sequence')) return kind === 'amount' ? 'amount' : 'index';
  if (head) return head;
  if (kind === 'sequence') return 'index';
  if (kind === 'code') return 'code';
  return kind === 'text' ? 'name' : 'amount';
}

/** Words to the right of the amounts are remarks, except where the form sets blocks side by side. */
function withRemarks(roles: readonly Role[], statement: StatementId): Role[] {
  if (STATEMENTS[statement].sided || statement === 'general_budget_basic_expenditure') return [...roles];
  const first = roles.indexOf('amount');
  return roles.map((role, at) => (role === 'name' && first >= 0 && at > first ? 'remark' : role));
}

const isLabel = (role: Role): boolean => role !== 'amount' && role !== 'remark' && role !== 'index';

/** Numbers the blocks: a label after an amount opens the next one. */
function blocksOf(roles: readonly Role[]): number[] {
  let block = 0;
  let seenAmount = false;
  return roles.map((role) => {
    if (isLabel(role) && seenAmount) {
      block++;
      seenAmount = false;
    }
    seenAmount ||= role === 'amount';
    return block;
  });
}

function sideOf(
  columns: readonly { path: readonly string[]; block: number }[],
  block: number,
  data: readonly Row[],
  names: ClassNames,
): Side {
  const own = columns.map((column, at) => ({ ...column, at })).filter((column) => column.block === block);
  const heads = own.flatMap((column) => column.path.slice(0, 2)).join('');
  if (/支出/.test(heads) !== /收入/.test(heads)) return /支出/.test(heads) ? 'expenditure' : 'revenue';
  const labels = own
    .flatMap((column) => data.map((row) => row.cells[column.at]?.text ?? ''))
    .filter((text) => !isBlank(text));
  const classes = labels.filter((label) => classOf(label, names) !== undefined).length;
  return classes >= 3 || (classes > 0 && block > 0) ? 'expenditure' : block === 0 ? 'revenue' : 'expenditure';
}

/** Heads printed again after a page break, and 栏次, are no lines of the statement. */
function isRepeated(row: Row, heads: readonly Row[]): boolean {
  const text = textOf(row);
  return text !== '' && (isOrdinalRow(row) || heads.some((head) => textOf(head) !== '' && text.endsWith(textOf(head))));
}

const textOf = (row: Row): string => row.cells.map((cell) => fold(cell.text)).join('');

/** Reads a table's heads: which column prints what. */
export function layoutOf(rows: readonly Row[], statement: StatementId, width: number, names: ClassNames): Layout {
  const first = rows.findIndex((row) => isDataRow(row, statement, names));
  const heads = rows.slice(0, first < 0 ? rows.length : first);
  const data = first < 0 ? [] : rows.slice(first).filter((row) => !isRepeated(row, heads));
  const words = heads.filter((row) => !isOrdinalRow(row));
  const paths = headPaths(words, Math.max(width, ...words.map((row) => Math.min(row.cells.length, width + 3))));
  const shift = headShift(paths, data, width);
  const shifted = Array.from({ length: width }, (_, at) => paths[at - shift] ?? []);
  const roles = withRemarks(
    shifted.map((path, at) => roleOf(path, data, at)),
    statement,
  );
  const blocks = blocksOf(roles);
  const placed = shifted.map((path, at) => ({ path, block: blocks[at] ?? 0 }));
  const { sided } = STATEMENTS[statement];
  const isBlocked = (blocks.at(-1) ?? 0) > 0;
  const columns = placed.map(({ path, block }, at): Column => {
    const side = sided ? sideOf(placed, block, data, names) : null;
    const role = roles[at] ?? 'amount';
    return {
      role,
      side,
      block,
      path,
      isOther: isOtherColumn(path),
      accepts: side && role === 'name' && isBlocked ? (label) => belongsTo(label, side, names) : undefined,
      column: role === 'amount' ? columnOf(statement, side, path) : undefined,
    };
  });
  return { columns: withStandard(columns, statement), heads, data };
}

/** Where no head is legible, the official order of the amounts decides. */
function withStandard(columns: Column[], statement: StatementId): Column[] {
  const standard = STANDARD_COLUMNS[statement];
  const amounts = columns.filter((column) => column.role === 'amount');
  if (!standard || amounts.length !== standard.length || amounts.some((column) => column.path.length > 0))
    return columns;
  let next = 0;
  return columns.map((column) => (column.role === 'amount' ? { ...column, column: standard[next++] } : column));
}
