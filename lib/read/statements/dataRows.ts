import { STATEMENTS, type StatementId } from '../../statements';
import { codeIn, kindOf } from './evidence';
import { isOrdinalRow } from './heads';
import { type ClassNames, codedLine, isNumbered, isSummaryLabel } from './labels';
import { fold } from './lines';
import { leftmost, type Row } from './rows';

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
export function isDataRow(row: Row, statement: StatementId | undefined, names: ClassNames): boolean {
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

/** Heads printed again after a page break, and 栏次, are no lines of the statement. */
export function isRepeated(row: Row, heads: readonly Row[]): boolean {
  const text = textOf(row);
  return text !== '' && (isOrdinalRow(row) || heads.some((head) => textOf(head) !== '' && text.endsWith(textOf(head))));
}

const textOf = (row: Row): string => row.cells.map((cell) => fold(cell.text)).join('');
