import { parentOf } from './classification';
import { combine } from './combined';
import type { Account } from './facts';
import { keeper } from './kept';
import type { Cell } from './measures';
import { factsAt, linesAt, statementLabel, statementOf } from './occurrences';
import { type Measured, quantityOf, resolve } from './quantity';
import { codesBelow } from './relations';
import type { ColumnId, StatementId } from './statements';

/** A code as an account prints it. */
export interface PrintedSubject {
  code: string;
  name: string;
  /** 0 类, 1 款, 2 项 */
  depth: number;
}

/** Which statements say where an account's money went, best first. */
export interface SpendingBasis {
  statements: readonly StatementId[];
  /** in Chinese, where it is not the 支出决算表; null where it is */
  limit: string | null;
}

const BY_FUND: readonly StatementId[] = ['general_budget_expenditure', 'government_fund', 'state_capital'];

const hasCodes = (account: Account, statement: StatementId): boolean =>
  codesBelow(account, statement, undefined).some((code) => spendsOn(account, statement, code));

const PARTS = ['basic', 'project'] as const satisfies readonly ColumnId[];

const spendsOn = (account: Account, statement: StatementId, code: string): boolean =>
  (['total', ...PARTS] as const).some((column) => amountAt(account, { statement, line: code, column }));

const amountAt = (account: Account, cell: Cell): boolean => factsAt(account, cell).length > 0;

/** The 支出决算表; without it the statements of the three funds; without them the 类 of the summary. */
export const spendingBasis = (account: Account): SpendingBasis => bases(account, '', () => findBasis(account));

const bases = keeper<Account, SpendingBasis>();

function findBasis(account: Account): SpendingBasis {
  if (hasCodes(account, 'expenditure'))
    return { statements: ['expenditure', 'revenue_expenditure_summary'], limit: null };
  const funds = BY_FUND.filter((statement) => hasCodes(account, statement));
  const lacking = `文件中没有可用的${statementLabel(account, 'expenditure')}`;
  if (funds.length > 0)
    return {
      statements: funds,
      limit: `${lacking}，按${funds.map((statement) => statementLabel(account, statement)).join('、')}列示，不含非财政拨款支出`,
    };
  if (classesOfSummary(account).length > 0)
    return { statements: ['revenue_expenditure_summary'], limit: `${lacking}，只有收入支出决算总表的分类支出` };
  return { statements: [], limit: lacking };
}

const summaryCell = (line: string): Cell => ({
  statement: 'revenue_expenditure_summary',
  side: 'expenditure',
  line,
  column: 'final',
});

const classesOfSummary = (account: Account): string[] =>
  codesBelow(account, 'revenue_expenditure_summary', 'expenditure').filter((code) =>
    amountAt(account, summaryCell(code)),
  );

/** What an account spent on a 类, 款 or 项; `column` total, basic or project. Over the statements of several funds it is their sum. */
export const spendingOn = (account: Account, code: string, column: ColumnId = 'total'): Measured =>
  spent(account, `${code}|${column}`, () => weigh(account, code, column));

const spent = keeper<Account, Measured>();

const total = (label: string, parts: readonly Measured[]): Measured | undefined =>
  combine(
    label,
    parts.map((measured) => ({ factor: 1, measured })),
  );

/** What one statement prints for a code; a blank 小计 is the sum of the parts printed beside it. */
function partOf(account: Account, statement: StatementId, code: string, column: ColumnId): Measured[] {
  const at = (printed: ColumnId): Cell => ({ statement, line: code, column: printed });
  const label = statementLabel(account, statement);
  const read = (cell: Cell): Measured => resolve(quantityOf(account, label, '万元', [cell]));
  if (amountAt(account, at(column))) return [read(at(column))];
  if (column !== 'total') return [];
  const parts = PARTS.map(at).filter((cell) => amountAt(account, cell));
  return parts.map(read);
}

function weigh(account: Account, code: string, column: ColumnId): Measured {
  const { statements, limit } = spendingBasis(account);
  const name = subjectName(account, code);
  const label = name ? `${code} ${name}` : code;
  if (BY_FUND.some((statement) => statements.includes(statement))) {
    const parts = statements.flatMap((statement) => partOf(account, statement, code, column));
    const sum = parts.length > 1 ? total(label, parts) : parts[0] && { ...parts[0], label };
    if (sum) return sum;
  }
  const cells = statements.flatMap((statement): Cell[] => {
    if (statement !== 'revenue_expenditure_summary') return [{ statement, line: code, column }];
    return code.length === 3 && column === 'total' ? [summaryCell(code)] : [];
  });
  const quantity = quantityOf(account, label, '万元', cells);
  if (limit !== null && cells.length === 0) quantity.absences.push({ kind: 'absent_statement', reason: limit });
  return resolve(quantity);
}

const plain = (name: string): string => name.replace(/^(?:[一二三四五六七八九十]+、|\d+[.、．])/, '');

/** The name as the account prints it, the coded statements first. */
export function subjectName(account: Account, code: string): string | undefined {
  const coded = ['expenditure', ...BY_FUND, 'revenue'] as const;
  const named = coded.flatMap((statement) => linesAt(account, { statement, line: code })[0]?.name ?? []);
  return named[0] ?? linesAt(account, summaryCell(code)).map((line) => plain(line.name))[0];
}

/** Every code with an amount, in the order of the codes: a parent before its children. */
export const spendingSubjects = (account: Account): PrintedSubject[] =>
  subjects(account, 'functional', () => findSubjects(account));

const subjects = keeper<Account, PrintedSubject[]>();

function findSubjects(account: Account): PrintedSubject[] {
  const codes = new Set<string>();
  for (const statement of spendingBasis(account).statements) {
    if (statement === 'revenue_expenditure_summary') {
      for (const code of classesOfSummary(account)) codes.add(code);
      continue;
    }
    for (const line of statementOf(account, statement)?.lines ?? [])
      if (line.code && spendsOn(account, statement, line.code)) codes.add(line.code);
  }
  return [...codes].sort().map((code) => ({
    code,
    name: subjectName(account, code) ?? code,
    depth: depthOf(code, codes),
  }));
}

/** Depth by the parents that are printed too, so that a form without 类 rows still reads as a tree. */
function depthOf(code: string, codes: ReadonlySet<string>): number {
  let depth = 0;
  for (let parent = parentOf(code); parent !== null; parent = parentOf(parent)) if (codes.has(parent)) depth += 1;
  return depth;
}

const BASIC: StatementId = 'general_budget_basic_expenditure';
const ECONOMIC_COLUMNS = ['total', 'personnel', 'operating'] as const satisfies readonly ColumnId[];

/** Basic expenditure of the general public budget on an economic 类 or 款. */
export const basicSpendingOn = (account: Account, code: string): Measured =>
  spent(account, `basic|${code}`, () => weighBasic(account, code));

function weighBasic(account: Account, code: string): Measured {
  const printing = ECONOMIC_COLUMNS.find((column) => amountAt(account, { statement: BASIC, line: code, column }));
  const name = linesAt(account, { statement: BASIC, line: code })[0]?.name;
  const cells: Cell[] = [{ statement: BASIC, line: code, column: printing ?? 'total' }];
  return resolve(quantityOf(account, name ? `${code} ${name}` : code, '万元', cells));
}

/** The economic 类 and 款 with an amount, in the order of the codes. */
export function basicSpendingSubjects(account: Account): PrintedSubject[] {
  const lines = statementOf(account, BASIC)?.lines ?? [];
  const printed = lines.filter(
    (line) =>
      line.code !== null &&
      ECONOMIC_COLUMNS.some((column) => amountAt(account, { statement: BASIC, line: line.code ?? '', column })),
  );
  const names = new Map(printed.map((line) => [line.code ?? '', line.name]));
  return [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, name]) => ({ code, name, depth: code.length > 3 ? 1 : 0 }));
}
