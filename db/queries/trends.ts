import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { type FigureColumns, figureOf, moneyOf } from './millionths';
import { MOST_DEPARTMENTS } from './peers';
import { amountColumns, type Fund, type Nature } from './spending';
import { changesOf, changeText, formerCodes } from './subjectChanges';

/** One year of a line. Without a figure it is a gap, and `reason` says why. */
export interface TrendPoint {
  year: number;
  /** the account; for a derived figure the one of the next year that implies it; null where none is stored */
  account: string | null;
  figure: Figure | null;
  /** in Chinese, for a gap */
  reason: string | null;
}

/** Why a line is not one line: what changed before or in the year. */
export interface TrendBreak {
  year: number;
  kind: 'gap' | 'renamed' | 'merged' | 'missing_statement' | 'code_changed';
  /** in Chinese */
  text: string;
}

export interface Trend {
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  points: TrendPoint[];
  breaks: TrendBreak[];
}

export interface TrendQuery {
  /** a measure, a metric, or with `subject` an amount on a code */
  figure: FigureId;
  /** `<region code>-<slug>`, in the order of the lines; those not stored are left out */
  departments: readonly string[];
  fromYear?: number;
  toYear?: number;
}

interface AccountYear {
  year: number;
  account: string;
  name: string;
  basisLimit: string | null;
  reorganised: string | null;
}

function yearsOf(db: Db, number: number): AccountYear[] {
  const sql = `SELECT r.year, a.id AS account, v.name, r.basis_limit AS basisLimit, r.reorganised
    FROM account_rollups r JOIN accounts a ON a.key = r.account JOIN revisions v ON v.account = r.account AND v.current = 1
    WHERE r.department = ? ORDER BY r.year`;
  return preparedSql<AccountYear>(db, sql).all(number);
}

const EMPTY_GAP = '没有收录决算';

/** What breaks a line: years without an account, another name, a reorganisation the document tells of, another basis. */
function breaksOf(years: readonly AccountYear[]): TrendBreak[] {
  return years.flatMap((now, index): TrendBreak[] => {
    const before = years[index - 1];
    const found: TrendBreak[] = [];
    const at = (kind: TrendBreak['kind'], text: string): number => found.push({ year: now.year, kind, text });
    if (now.reorganised) at('merged', `${now.year} 年度决算说明：${now.reorganised}`);
    if (!before) return found;
    if (now.year - before.year > 1) at('gap', `${before.year + 1} 至 ${now.year - 1} 年度没有收录决算`);
    if (now.name !== before.name) at('renamed', `名称由“${before.name}”改为“${now.name}”`);
    if (now.basisLimit !== before.basisLimit)
      at('missing_statement', `${now.year} 年度：${now.basisLimit ?? '支出决算表恢复公开'}`);
    return found;
  });
}

type Span = readonly [from: number, to: number];

/** The years of the lines: those asked for, else all of the store and the year before that an account's comparison implies. */
function spanOf(
  db: Db,
  { fromYear, toYear }: { fromYear?: number; toYear?: number },
  implied: number | null = null,
): number[] {
  const sql = "SELECT min(year) AS first, max(year) AS last FROM region_years WHERE region = '000000'";
  const stored = preparedSql<{ first: number | null; last: number | null }>(db, sql).get();
  const first = Math.min(stored?.first ?? 1, implied ?? 9999);
  const [from, to]: Span = [fromYear ?? first, toYear ?? stored?.last ?? 0];
  return Array.from({ length: Math.min(Math.max(0, to - from + 1), MOST_YEARS) }, (_, index) => from + index);
}

function firstImplied(db: Db, numbers: readonly number[], figure: number): number | null {
  const sql = `SELECT min(p.year) AS first FROM json_each(?) d JOIN prior_figures p ON p.department = d.value AND p.figure = ?`;
  return preparedSql<{ first: number | null }>(db, sql).get(JSON.stringify(numbers), figure)?.first ?? null;
}

const MOST_YEARS = 60;

function headOfDepartment(db: Db, number: number): Omit<Trend, 'points' | 'breaks'> | undefined {
  const sql = `SELECT ${DEPARTMENT_COLUMNS} FROM departments d LEFT JOIN regions g ON g.code = d.region WHERE d.id = ?`;
  const row = preparedSql<DepartmentColumns>(db, sql).get(number);
  if (!row) return undefined;
  const { kind: _kind, ...head } = headOf(row);
  return head;
}

type StoredFigure = Omit<FigureColumns, 'value' | 'source'> & { year: number; value: number | null; source: string };

function figurePoints(
  db: Db,
  number: number,
  name: { id: number; unit: string },
  years: readonly number[],
  accounts: readonly AccountYear[],
): TrendPoint[] {
  const levels = preparedSql<StoredFigure>(
    db,
    'SELECT year, value, low, high, decimals, source, disputed, reason, line FROM figures WHERE department = ? AND figure = ?',
  ).all(number, name.id);
  const implied = preparedSql<FigureColumns & { year: number }>(
    db,
    `SELECT year, value, low, high, 2 AS decimals, 'derived' AS source, disputed, reason, line FROM prior_figures
    WHERE department = ? AND figure = ?`,
  ).all(number, name.id);
  return years.map((year) => {
    const level = levels.find((row) => row.year === year);
    const account = accounts.find((row) => row.year === year)?.account ?? null;
    if (level && level.value !== null) {
      const figure = figureOf({ ...level, value: level.value, source: level.source as Figure['source'] }, name.unit);
      return { year, account, figure, reason: null };
    }
    const derived = implied.find((row) => row.year === year);
    const next = accounts.find((row) => row.year === year + 1)?.account ?? null;
    if (derived) return { year, account: next, figure: figureOf(derived, name.unit), reason: null };
    return { year, account, figure: null, reason: account ? (level?.reason ?? '文件中没有说明') : EMPTY_GAP };
  });
}

/** A figure over the years, one line a department, every year of the span present in each. */
export async function getTrends(db: Db, query: TrendQuery): Promise<Trend[]> {
  return snapshot(db, () => {
    const name = figureRow(db, query.figure);
    if (!name) return [];
    const numbers = departmentNumbers(db, query.departments.slice(0, MOST_DEPARTMENTS));
    const years = spanOf(db, query, firstImplied(db, numbers, name.id));
    return numbers.flatMap((number) => {
      const head = headOfDepartment(db, number);
      const accounts = yearsOf(db, number);
      return head
        ? [{ ...head, points: figurePoints(db, number, name, years, accounts), breaks: breaksOf(accounts) }]
        : [];
    });
  });
}

export type SubjectTrendQuery = Omit<TrendQuery, 'figure'> & {
  list: 'functional' | 'economic';
  code: string;
  /** of functional codes */
  fund?: Fund;
  nature?: Nature;
  /** amounts of former codes count as the code's */
  likeForLike?: boolean;
};

interface CodeRow {
  year: number;
  code: string;
  total: number | null;
  half: number;
  summed: number;
  disputed: number;
  line: number;
}

function codePoint(rows: readonly CodeRow[], year: number, accounts: readonly AccountYear[], code: string): TrendPoint {
  const account = accounts.find((row) => row.year === year)?.account ?? null;
  const own = rows.filter((row) => row.year === year && row.total !== null);
  if (own.length === 0) return { year, account, figure: null, reason: account ? `没有 ${code} 的支出` : EMPTY_GAP };
  const total = own.reduce((sum, row) => sum + (row.total ?? 0), 0);
  const half = own.reduce((sum, row) => sum + row.half, 0);
  const former = own.filter((row) => row.code !== code).map((row) => row.code);
  const figure: Figure = {
    ...moneyOf(total, half),
    unit: '万元',
    decimals: 2,
    source: own.length > 1 || own.some(({ summed }) => summed === 1) ? 'summed' : 'printed',
    disputed: own.some(({ disputed }) => disputed === 1),
    reason: former.length > 0 ? `含原科目 ${former.join('、')}` : null,
    line: own[0]?.line ?? null,
  };
  return { year, account, figure, reason: null };
}

/** Amounts on a functional or economic code over the years; breaks say where the code was renamed or moved. */
export async function getSubjectTrends(db: Db, query: SubjectTrendQuery): Promise<Trend[]> {
  return snapshot(db, () => {
    const { code, list, likeForLike = false } = query;
    const years = spanOf(db, query);
    const changes = list === 'functional' ? changesOf(db, code) : [];
    const former = likeForLike ? formerCodes(db, code) : [];
    const table = list === 'functional' ? 'spending' : 'basic_spending';
    const { amount, half } = amountColumns(list, query.fund, query.nature);
    const sql = `SELECT year, code, ${amount} AS total, ${half} AS half, summed, disputed, line FROM ${table}
      WHERE department = ? AND code IN (SELECT value FROM json_each(?))`;
    return departmentNumbers(db, query.departments.slice(0, MOST_DEPARTMENTS)).flatMap((number) => {
      const head = headOfDepartment(db, number);
      if (!head) return [];
      const accounts = yearsOf(db, number);
      const codes = [code, ...former.map((one) => one.code)];
      const rows = preparedSql<CodeRow>(db, sql)
        .all(number, JSON.stringify(codes))
        .filter((row) => row.code === code || former.some((one) => one.code === row.code && row.year < one.until));
      const points = years.map((year) => codePoint(rows, year, accounts, code));
      const renamed = changes
        .filter(({ year }) => year !== null && years.includes(year))
        .map((change): TrendBreak => ({ year: change.year ?? 0, kind: 'code_changed', text: changeText(change) }));
      return [{ ...head, points, breaks: [...breaksOf(accounts), ...renamed] }];
    });
  });
}
