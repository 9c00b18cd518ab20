import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { codeName } from './codeNames';
import { departmentNumber } from './departmentColumns';
import { figureRow } from './figures';
import { moneyWithin } from './millionths';
import type { Money } from './spending';
import { type SubjectSum, SubjectSums } from './subjectSums';

/** What one 类 or 项 contributed to the change. */
export interface BridgeRow {
  code: string;
  name: string;
  /** null: not printed that year */
  before: Money | null;
  now: Money | null;
  /** with a code that is not printed taken as nothing spent on it */
  change: Money;
  /** former codes whose amount was counted here */
  mappedFrom: string[];
  /** a printed amount of the code takes part in a contradiction */
  disputed: boolean;
  /** lines of the two documents that print the code; null where none does */
  lines: { before: number | null; now: number | null };
}

/** One end of a bridge. */
export interface BridgeEnd {
  account: string;
  year: number;
  total: Money;
  disputed: boolean;
  line: number | null;
}

export interface Bridge {
  department: string;
  name: string;
  before: BridgeEnd;
  now: BridgeEnd;
  change: Money;
  rows: BridgeRow[];
  /** change of the totals less the sum of the rows, with the bounds of rounding */
  residual: Money;
  /** rounding explains the residual */
  bounded: boolean;
  /** in Chinese: what limits the comparison (another basis, another form) */
  notes: string[];
}

export interface BridgeQuery {
  department: string;
  fromYear: number;
  toYear: number;
  /** 1 by 类, 2 by 款, 3 by 项 */
  level: 1 | 2 | 3;
  likeForLike?: boolean;
}

interface AccountTotal {
  account: string;
  total: Bounded;
  basisLimit: string | null;
  disputed: boolean;
  line: number | null;
}

interface Bounded {
  value: number;
  low: number;
  high: number;
}

function accountTotal(db: Db, number: number, year: number): AccountTotal | undefined {
  const figure = figureRow(db, 'year_expenditure');
  const sql = `SELECT a.id AS account, r.basis_limit AS basisLimit, f.value, f.low, f.high, f.disputed, f.line
    FROM account_rollups r JOIN accounts a ON a.key = r.account
    JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year AND f.value IS NOT NULL
    WHERE r.department = ? AND r.year = ?`;
  const row = preparedSql<Bounded & Omit<AccountTotal, 'total' | 'disputed'> & { disputed: number }>(db, sql).get(
    figure?.id ?? -1,
    number,
    year,
  );
  if (!row) return undefined;
  const { account, basisLimit, disputed, line } = row;
  return { account, basisLimit, disputed: disputed === 1, line, total: row };
}

const minus = (one: Bounded, other: Bounded): Bounded => ({
  value: one.value - other.value,
  low: one.low - other.high,
  high: one.high - other.low,
});
const NOTHING: Bounded = { value: 0, low: 0, high: 0 };
const moneyOfBounded = ({ value, low, high }: Bounded): Money => moneyWithin(value, low, high);

function boundedOf(sum: SubjectSum | undefined): Bounded | undefined {
  if (!sum || sum.total === null) return undefined;
  return { value: sum.total, low: sum.total - sum.half, high: sum.total + sum.half };
}

const endOf = ({ account, total, disputed, line }: AccountTotal, year: number): BridgeEnd => ({
  account,
  year,
  total: moneyOfBounded(total),
  disputed,
  line,
});

interface Step {
  row: BridgeRow;
  change: Bounded;
}

/** The line that prints each code of a year. */
function codeLines(db: Db, number: number, year: number): Map<string, number> {
  const sql = 'SELECT code, line FROM spending WHERE department = ? AND year = ?';
  const rows = preparedSql<{ code: string; line: number }>(db, sql).all(number, year);
  return new Map(rows.map(({ code, line }) => [code, line]));
}

function stepsOf(db: Db, number: number, query: BridgeQuery): Step[] {
  const { department, fromYear, toYear, level, likeForLike = false } = query;
  const [first, last] = [Math.min(fromYear, toYear), Math.max(fromYear, toYear)];
  const scope = { departments: [department], fromYear: first, toYear: last };
  const sums = new SubjectSums(db, { list: 'functional', ...scope, likeForLike }).at({ level, under: '' });
  const at = (year: number): Map<string, SubjectSum> =>
    new Map(sums.filter((sum) => sum.year === year).map((sum) => [sum.code, sum]));
  const [earlier, later] = [at(fromYear), at(toYear)];
  const [linesBefore, linesNow] = [codeLines(db, number, fromYear), codeLines(db, number, toYear)];
  return [...new Set([...earlier.keys(), ...later.keys()])].sort().map((code) => {
    const [before, now] = [boundedOf(earlier.get(code)), boundedOf(later.get(code))];
    const change = minus(now ?? NOTHING, before ?? NOTHING);
    const row: BridgeRow = {
      code,
      name: codeName(db, 'functional', code) ?? code,
      before: before ? moneyOfBounded(before) : null,
      now: now ? moneyOfBounded(now) : null,
      change: moneyOfBounded(change),
      mappedFrom: [...new Set([...(earlier.get(code)?.mappedFrom ?? []), ...(later.get(code)?.mappedFrom ?? [])])],
      disputed: (earlier.get(code)?.disputed ?? 0) + (later.get(code)?.disputed ?? 0) > 0,
      lines: { before: linesBefore.get(code) ?? null, now: linesNow.get(code) ?? null },
    };
    return { row, change };
  });
}

const LEVEL_WORDS = { 1: '类', 2: '款', 3: '项' } as const;

function notesOf(
  before: AccountTotal,
  now: AccountTotal,
  { fromYear, toYear, level }: BridgeQuery,
  bounded: boolean,
): string[] {
  return [
    ...(before.basisLimit ? [`${fromYear} 年度：${before.basisLimit}`] : []),
    ...(now.basisLimit ? [`${toYear} 年度：${now.basisLimit}`] : []),
    ...(bounded ? [] : [`各${LEVEL_WORDS[level]}增减之和与合计增减之差超出四舍五入的范围`]),
  ];
}

/** From one year to another by codes; undefined when either account is not stored or prints no 本年支出合计. */
export async function getBridge(db: Db, query: BridgeQuery): Promise<Bridge | undefined> {
  return snapshot(db, () => {
    const number = departmentNumber(db, query.department);
    if (number === undefined) return undefined;
    const [before, now] = [accountTotal(db, number, query.fromYear), accountTotal(db, number, query.toYear)];
    const head = preparedSql<{ name: string }>(db, 'SELECT name FROM departments WHERE id = ?').get(number);
    if (!before || !now || !head) return undefined;
    const steps = stepsOf(db, number, query);
    const change = minus(now.total, before.total);
    const residual = steps.reduce((rest, step) => minus(rest, step.change), change);
    const bounded = residual.low <= 0 && residual.high >= 0;
    return {
      department: query.department,
      name: head.name,
      before: endOf(before, query.fromYear),
      now: endOf(now, query.toYear),
      change: moneyOfBounded(change),
      rows: steps.map(({ row }) => row),
      residual: moneyOfBounded(residual),
      bounded,
      notes: notesOf(before, now, query, bounded),
    };
  });
}
