import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { departmentNumbers } from './departmentColumns';
import { MOST_DEPARTMENTS, type Scope, WHOLE_STORE } from './peers';
import { type CodeList, codeRange, FUND_COLUMNS, type Fund, levelOfCode, type Nature } from './spending';
import { allMoves, presentCodes } from './subjectChanges';

/** The sum of a code in a scope and year, in 分; parts are basic and project, or personnel and operating. */
export interface SubjectSum {
  code: string;
  year: number;
  /** null where codes ran together, and kept sums do not tell which departments spend on both */
  departments: number | null;
  disputed: number;
  half: number;
  total: number | null;
  first: number | null;
  second: number | null;
  /** former codes counted here */
  mappedFrom: string[];
}

type SumRow = Omit<SubjectSum, 'mappedFrom' | 'departments'> & { departments: number };

export interface SumQuery extends Scope {
  list: CodeList;
  fund?: Fund;
  /** of functional codes; a part has no parts */
  nature?: Nature;
  fromYear?: number;
  toYear?: number;
  likeForLike?: boolean;
  /** only departments that are stored the year before, or the year after, too */
  stored?: 'before' | 'after';
}

interface Columns {
  total: string;
  first: string;
  second: string;
  half: string;
}

function columnsOf({ list, fund = 'total', nature = 'total' }: SumQuery): Columns {
  if (list === 'economic') return { total: 'total', first: 'personnel', second: 'operating', half: 'half' };
  const { total, basic, project } = FUND_COLUMNS[fund];
  if (nature !== 'total')
    return { total: FUND_COLUMNS[fund][nature], first: 'NULL', second: 'NULL', half: 'part_half' };
  return { total, first: basic, second: project, half: fund === 'total' ? 'half' : 'part_half' };
}

/** Codes of one level, at or below `under`, in the range of years. */
export interface SubjectPart {
  level: 1 | 2 | 3;
  under: string;
}

/** The table of a region's sums, and the rows of it that are meant. */
function regionTable({ list, stored }: SumQuery): string {
  const isFunctional = list === 'functional';
  if (!stored) return `${isFunctional ? 'region_spending' : 'region_basic_spending'} WHERE own = 0`;
  return `${isFunctional ? 'region_pairs' : 'region_basic_pairs'} WHERE later = ${stored === 'before' ? 1 : 0}`;
}

function regionSums(db: Db, query: SumQuery, { level, under }: SubjectPart): SumRow[] {
  const { total, first, second, half } = columnsOf(query);
  const isPart = query.list === 'functional' && total !== 'total';
  const sql = `SELECT code, year, departments, disputed, ${half} AS half, ${total} AS total,
      nullif(${first}, 0) AS first, nullif(${second}, 0) AS second
    FROM ${regionTable(query)} AND region = ? AND level = ? AND code >= ? AND code < ? AND year BETWEEN ? AND ?
      ${isPart ? `AND (${total} <> 0 OR ${first} <> 0 OR ${second} <> 0)` : ''}
    ORDER BY code, year`;
  const { region = WHOLE_STORE, fromYear = 0, toYear = 9999 } = query;
  return preparedSql<SumRow>(db, sql).all(region, level, ...codeRange(under), fromYear, toYear);
}

function departmentSums(db: Db, query: SumQuery, numbers: readonly number[], { level, under }: SubjectPart): SumRow[] {
  const { total, first, second, half } = columnsOf(query);
  const table = query.list === 'functional' ? 'spending' : 'basic_spending';
  const beside = query.stored
    ? `CROSS JOIN account_rollups b ON b.department = r.department AND b.year = r.year ${query.stored === 'before' ? '-' : '+'} 1`
    : '';
  const amount = `coalesce(${total}, ${first} + ${second}, ${first}, ${second})`;
  const sql = `SELECT s.code, s.year, count(*) AS departments, sum(s.disputed) AS disputed, sum(s.${half}) AS half,
      sum(${amount}) AS total, sum(${first}) AS first, sum(${second}) AS second
    FROM json_each(?) d CROSS JOIN account_rollups r ON r.department = d.value AND r.year BETWEEN ? AND ?
    ${beside} CROSS JOIN ${table} s ON s.department = r.department AND s.year = r.year AND s.code >= ? AND s.code < ?
    WHERE length(s.code) = ? AND ${amount} IS NOT NULL GROUP BY s.code, s.year ORDER BY s.code, s.year`;
  const { fromYear = 0, toYear = 9999 } = query;
  return preparedSql<SumRow>(db, sql).all(
    JSON.stringify(numbers),
    fromYear,
    toYear,
    ...codeRange(under),
    level * 2 + 1,
  );
}

/** Reads the sums of one scope; departments are looked up once. */
export class SubjectSums {
  readonly #db: Db;
  readonly #query: SumQuery;
  readonly #numbers: readonly number[] | undefined;

  constructor(db: Db, query: SumQuery) {
    this.#db = db;
    this.#query = query;
    this.#numbers = query.departments && departmentNumbers(db, query.departments.slice(0, MOST_DEPARTMENTS));
  }

  /** As published. */
  #printed(part: SubjectPart): SumRow[] {
    return this.#numbers
      ? departmentSums(this.#db, this.#query, this.#numbers, part)
      : regionSums(this.#db, this.#query, part);
  }

  /** By code and year; with the like-for-like switch the amounts of former codes are counted where they are counted today. */
  at(part: SubjectPart): SubjectSum[] {
    const sums = new Map(
      this.#printed(part).map((row) => [`${row.code}|${row.year}`, { ...row, mappedFrom: [] as string[] }]),
    );
    if (this.#query.likeForLike && this.#query.list === 'functional') this.#move(sums, part);
    return [...sums.values()].filter(({ total }) => total !== null).sort(byCodeAndYear);
  }

  /** The codes of one level that are printed; those that only the like-for-like switch brings there, too. */
  codes(part: SubjectPart): string[] {
    if (this.#query.likeForLike || this.#numbers) return [...new Set(this.at(part).map(({ code }) => code))];
    const { region = WHOLE_STORE, fromYear = 0, toYear = 9999 } = this.#query;
    const { total } = columnsOf(this.#query);
    const sql = `SELECT DISTINCT code FROM ${regionTable(this.#query)} AND region = ? AND level = ? AND code >= ? AND code < ? AND year BETWEEN ? AND ?
        ${total === 'total' ? '' : `AND ${total} <> 0`}`;
    return preparedSql<{ code: string }>(this.#db, sql)
      .all(region, part.level, ...codeRange(part.under), fromYear, toYear)
      .map(({ code }) => code);
  }

  #move(sums: Map<string, SubjectSum>, { level, under }: SubjectPart): void {
    for (const { from, row, to } of this.#moved()) {
      const depth = levelOfCode(from);
      if (depth < level) continue;
      const [taken, given] = [from, to].map((code) => code.slice(0, level * 2 + 1)) as [string, string];
      // a code that moved to a whole 款 stays where it is among the 项
      if (taken === given || given.length !== level * 2 + 1) continue;
      if (taken.startsWith(under)) take(sums, taken, row, depth === level);
      if (given.startsWith(under)) give(sums, given, row, from);
    }
  }

  /** Rows of former codes, each with the code that counts today. */
  #moved(): { from: string; to: string; row: SumRow }[] {
    const presentCode = presentCodes(this.#db);
    return this.#former().flatMap((row) => {
      const to = presentCode(row.code, row.year);
      return to === row.code ? [] : [{ from: row.code, to, row }];
    });
  }

  #former(): SumRow[] {
    const codes = new Set(allMoves(this.#db).map(({ from }) => from));
    const printed = this.#numbers
      ? ([2, 3] as const).flatMap((level) => this.#printed({ level, under: '' }))
      : [...codes].flatMap((code) => this.#printed({ level: levelOfCode(code), under: code }));
    return printed.filter(({ code }) => codes.has(code));
  }
}

const byCodeAndYear = (one: SubjectSum, other: SubjectSum): number =>
  one.code === other.code ? one.year - other.year : one.code < other.code ? -1 : 1;

const minus = (one: number | null, other: number | null): number | null => (one === null ? null : one - (other ?? 0));
const plus = (one: number | null, other: number | null): number | null => (one === null ? other : one + (other ?? 0));

/** The code's own row goes; of a heading above it only the amount. */
function take(sums: Map<string, SubjectSum>, code: string, row: SumRow, isWhole: boolean): void {
  const key = `${code}|${row.year}`;
  const sum = sums.get(key);
  if (!sum) return;
  if (isWhole) sums.delete(key);
  else {
    sum.total = minus(sum.total, row.total);
    sum.first = minus(sum.first, row.first);
    sum.second = minus(sum.second, row.second);
    sum.half += row.half;
    sum.departments = null;
    sum.mappedFrom.push(`−${row.code}`);
  }
}

function give(sums: Map<string, SubjectSum>, code: string, row: SumRow, from: string): void {
  const key = `${code}|${row.year}`;
  const known = sums.get(key);
  const sum = known ?? { ...row, code, half: 0, total: null, first: null, second: null, mappedFrom: [] };
  sum.total = plus(sum.total, row.total);
  sum.first = plus(sum.first, row.first);
  sum.second = plus(sum.second, row.second);
  sum.half += row.half;
  if (known) sum.departments = null;
  sum.mappedFrom.push(from);
  sums.set(key, sum);
}
