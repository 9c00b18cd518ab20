import { parentOf } from '../../lib/classification';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { codeName } from './codeNames';
import { departmentConditions } from './conditions';
import { departmentNumbers } from './departmentColumns';
import { moneyOf } from './millionths';
import { MOST_DEPARTMENTS, type Scope, WHOLE_STORE } from './peers';
import { type CodeList, type Fund, levelOfCode, type Money, type Nature } from './spending';
import { type ComparedYear, comparedYears } from './subjectGrowth';
import { type SubjectSum, SubjectSums } from './subjectSums';

/** One year of a code in the scope asked for. */
export interface SubjectYear {
  year: number;
  amount: Money;
  /** of functional codes basic and project expenditure, of economic codes the personnel and operating part; null: none printed */
  basic: Money | null;
  project: Money | null;
  personnel: Money | null;
  operating: Money | null;
  /** departments that print the code */
  /** null where former codes ran together with others: nobody knows who spends on both */
  departments: number | null;
  disputed: number;
  /** with the like-for-like switch: former codes counted here, and with − those counted elsewhere */
  mappedFrom: string[];
}

export interface SubjectNode {
  code: string;
  /** the code list's name */
  name: string;
  level: 1 | 2 | 3;
  parent: string | null;
  hasChildren: boolean;
  /** only years in which the code is printed */
  years: SubjectYear[];
  /** of the last year; only where it is asked for, and where the code is printed in it or in the year before */
  compared: ComparedYear | null;
}

export interface SubjectTree {
  /** `total` is the sum of all 类 */
  years: ({ total: Money | null; known: number } & StoredYear)[];
  /** the codes below `parent`, a parent before its children */
  nodes: SubjectNode[];
  truncated: boolean;
}

export interface SubjectTreeQuery extends Scope {
  list: CodeList;
  /** a code to expand; left out: the 类 */
  parent?: string;
  /** how many levels, 1 to 3 */
  depth?: number;
  fromYear?: number;
  toYear?: number;
  /** of functional codes */
  fund?: Fund;
  nature?: Nature;
  likeForLike?: boolean;
  /** the last year's growth is asked for, too */
  withGrowth?: boolean;
}

/** How many departments of a scope have an account of a year, and how many of those one of the year before. */
export interface StoredYear {
  year: number;
  published: number;
  paired: number;
}

const MOST_NODES = 2_000;

export function yearOf(sum: SubjectSum, list: CodeList): SubjectYear {
  const part = (fen: number | null): Money | null => (fen === null ? null : moneyOf(fen, sum.half));
  const [first, second] = [part(sum.first), part(sum.second)];
  const isFunctional = list === 'functional';
  return {
    year: sum.year,
    amount: moneyOf(sum.total ?? 0, sum.half),
    basic: isFunctional ? first : null,
    project: isFunctional ? second : null,
    personnel: isFunctional ? null : first,
    operating: isFunctional ? null : second,
    departments: sum.departments,
    disputed: sum.disputed,
    mappedFrom: sum.mappedFrom,
  };
}

function byCode(sums: readonly SubjectSum[]): Map<string, SubjectSum[]> {
  const codes = new Map<string, SubjectSum[]>();
  for (const sum of sums) {
    const own = codes.get(sum.code);
    if (own) own.push(sum);
    else codes.set(sum.code, [sum]);
  }
  return codes;
}

const deepest = (list: CodeList): number => (list === 'functional' ? 3 : 2);

/** A code that a move brought under another 款 keeps its own number; everything else stands under its beginning. */
function nodesOf(db: Db, query: SubjectTreeQuery, sums: SubjectSums, newest: number | undefined): SubjectNode[] {
  const under = query.parent ?? '';
  const first = under === '' ? 1 : levelOfCode(under) + 1;
  const last = Math.min(deepest(query.list), first + Math.max(1, query.depth ?? 1) - 1);
  const levels = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) as 1 | 2 | 3);
  const below = last < deepest(query.list) ? sums.codes({ level: (last + 1) as 1 | 2 | 3, under }) : [];
  const printed = levels.map((level) => byCode(sums.at({ level, under })));
  const span = newest === undefined ? undefined : { ...query, fromYear: newest, toYear: newest };
  const compared = levels.map((level) => (span ? comparedYears(db, span, { level, under }) : undefined));
  const parents = new Set([...printed.flatMap((codes) => [...codes.keys()]), ...below].map(parentOf));
  return printed
    .flatMap((codes, at) => [...codes].map(([code, own]) => ({ code, own, compared: compared[at]?.get(code)?.at(-1) })))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, own, compared: growth }) => ({
      code,
      name: codeName(db, query.list, code) ?? code,
      level: levelOfCode(code),
      parent: parentOf(code),
      hasChildren: parents.has(code),
      years: own.map((sum) => yearOf(sum, query.list)),
      compared: growth ?? null,
    }));
}

/** How many codes a whole tree has. */
export async function countSubjects(db: Db, query: SubjectTreeQuery): Promise<number> {
  return snapshot(db, () => {
    const sums = new SubjectSums(db, query);
    const levels = query.list === 'functional' ? ([1, 2, 3] as const) : ([1, 2] as const);
    return levels.reduce((count, level) => count + sums.codes({ level, under: '' }).length, 0);
  });
}

function totalsOf(sums: SubjectSums): Map<number, { fen: number; half: number }> {
  const totals = new Map<number, { fen: number; half: number }>();
  for (const { year, total, half } of sums.at({ level: 1, under: '' })) {
    const known = totals.get(year) ?? { fen: 0, half: 0 };
    totals.set(year, { fen: known.fen + (total ?? 0), half: known.half + half });
  }
  return totals;
}

/** How many accounts of the scope are stored, by year, and of how many departments. */
export function publishedIn(db: Db, { departments, region }: Scope): { known: number; years: StoredYear[] } {
  if (departments) {
    const numbers = departmentNumbers(db, departments.slice(0, MOST_DEPARTMENTS));
    const sql = `SELECT r.year, count(*) AS published, count(b.year) AS paired
      FROM json_each(?) d CROSS JOIN account_rollups r ON r.department = d.value
      LEFT JOIN account_rollups b ON b.department = r.department AND b.year = r.year - 1 GROUP BY r.year ORDER BY r.year`;
    return { known: numbers.length, years: preparedSql<StoredYear>(db, sql).all(JSON.stringify(numbers)) };
  }
  const { sql, values } = departmentConditions(region === undefined ? {} : { region });
  const known =
    preparedSql<{ n: number }>(db, `SELECT count(*) AS n FROM departments d WHERE ${sql}`).get(...values)?.n ?? 0;
  const years = 'SELECT year, departments AS published, paired FROM region_years WHERE region = ? ORDER BY year';
  return { known, years: preparedSql<StoredYear>(db, years).all(region ?? WHOLE_STORE) };
}

/** The tree of codes with amounts by year; economic codes are basic expenditure of the general public budget. */
export async function getSubjectTree(db: Db, query: SubjectTreeQuery): Promise<SubjectTree> {
  return snapshot(db, () => {
    const sums = new SubjectSums(db, query);
    const { fromYear = 0, toYear = 9999 } = query;
    const { known, years: stored } = publishedIn(db, query);
    const years = stored.filter(({ year }) => year >= fromYear && year <= toYear);
    const nodes = nodesOf(db, query, sums, query.withGrowth ? years.at(-1)?.year : undefined);
    const totals = totalsOf(sums);
    return {
      years: years.map((year) => {
        const total = totals.get(year.year);
        return { ...year, total: total ? moneyOf(total.fen, total.half) : null, known };
      }),
      nodes: nodes.slice(0, MOST_NODES),
      truncated: nodes.length > MOST_NODES,
    };
  });
}
