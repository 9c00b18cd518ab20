import { STATEMENTS, type StatementId } from '../../statements';
import { isEconomic } from './columns';
import { codeIn } from './evidence';
import { type ClassNames, classOf, isNumbered } from './labels';
import type { Layout } from './layout';
import { fold } from './lines';
import type { Row } from './rows';

const FUND_CODE = /^(?:20707|20822|20823|2120[89]|2121\d|2136[6-9]|2137\d|22904|22908|22960|234)/;
const CAPITAL_CODE = /^(?:223|20804)/;

/** The statement a title names, unless the codes say otherwise: …支出决算表（二） may be the basic expenditure. */
export function recognise(
  titled: StatementId | undefined,
  rows: readonly Row[],
  names: ClassNames,
): StatementId | undefined {
  if (titled !== undefined && titled !== 'general_budget_expenditure') return titled;
  const seen = byHeads(rows, names);
  return titled === undefined || seen === 'general_budget_basic_expenditure' ? seen : titled;
}

/** Which statement a grid without a title is, from its heads and codes; undefined unless they leave no doubt. */
function byHeads(rows: readonly Row[], names: ClassNames): StatementId | undefined {
  const head = rows.slice(0, 5).flatMap((row) => row.cells.map((cell) => fold(cell.text)));
  const says = (...words: RegExp[]): boolean => words.every((word) => head.some((text) => word.test(text)));
  const codes = rows
    .flatMap((row) => row.cells.slice(0, 3).map((cell) => codeIn(cell.text)))
    .filter((code) => code !== null);
  if (says(/出国/, /接待/) && says(/用车/)) return 'three_public';
  if (says(/上级补助/, /^事业收入|财政拨款收入/) && codes.length > 0) return 'revenue';
  if (says(/上缴上级/, /^基本支出/, /^项目支出/)) return 'expenditure';
  const classes = rows
    .flatMap((row) => row.cells)
    .filter((cell) => isNumbered(cell.text) && classOf(cell.text, names)).length;
  if (classes >= 5 && codes.length === 0) {
    const isFiscal = says(/^政府性基金(?:预算)?(?:财政拨款)?$/) || says(/^一般公共预算(?:财政拨款)?$/);
    return isFiscal ? 'fiscal_appropriation_summary' : 'revenue_expenditure_summary';
  }
  const economic = codes.filter((code) => code.startsWith('3')).length;
  if (economic >= 3 && economic > codes.length / 2 && says(/科目/)) return 'general_budget_basic_expenditure';
  if (!says(/^基本支出/, /^项目支出/) || codes.length === 0) return undefined;
  if (codes.every((code) => CAPITAL_CODE.test(code))) return 'state_capital';
  if (says(/年初/, /本年收入/) && codes.some((code) => FUND_CODE.test(code))) return 'government_fund';
  return 'general_budget_expenditure';
}

/** Whether a table can be what its title says: enough of its amount columns must be columns of that statement. */
export function fits(layout: Layout, statement: StatementId, rows: readonly Row[]): boolean {
  if (statement === 'three_public') return saysThreePublic(rows);
  if (layout.columns.filter(({ role, path }) => role === 'amount' && isEconomic(path)).length > 1) return false;
  const headed = layout.columns.filter((column) => column.role === 'amount' && column.path.length > 0);
  const understood = headed.filter((column) => column.column !== undefined).length;
  if (STATEMENTS[statement].sided) return headed.length === 0 || understood > 0;
  return headed.length < 4 || understood * 3 >= headed.length;
}

const saysThreePublic = (rows: readonly Row[]): boolean => {
  const texts = rows.flatMap((row) => row.cells.map((cell) => fold(cell.text)));
  return [/出国/, /用车/, /接待/].filter((word) => texts.some((text) => word.test(text))).length >= 2;
};
