import type { Db } from '../../db/open';
import { codeLevel, finestLevel, type PivotDimension, type PivotSelection } from '../../lib/pivot';

/** What a cell of a pivot must hold, counted from the printed facts alone. */
export interface Recounted {
  fen: number;
  /** printed amounts that are added up */
  lines: number;
  /** of the accounts that say how many persons there are */
  staffedFen: number;
  people: number;
}

const CODE = "f.line GLOB '[0-9][0-9][0-9]*'";
const FUNDS = ['general', 'fund', 'capital'] as const;
const STATEMENTS = {
  total: 'expenditure',
  general: 'general_budget_expenditure',
  fund: 'government_fund',
  capital: 'state_capital',
} as const;

const printedAs = (name: string, statement: string, column: string): string =>
  `max(CASE WHEN f.statement = '${statement}' AND f."column" = '${column}' THEN coalesce(x.fen, f.fen) END) AS ${name}`;

const functionalColumns = Object.entries(STATEMENTS).flatMap(([name, statement]) =>
  ['total', 'basic', 'project'].map((column) =>
    printedAs(name === 'total' ? column : column === 'total' ? name : `${name}_${column}`, statement, column),
  ),
);

const BASIC = 'general_budget_basic_expenditure';
const economicColumns = ['total', 'personnel', 'operating'].map((column) => printedAs(column, BASIC, column));

const rowsSql = (table: string, columns: readonly string[], statements: readonly string[]): string =>
  `CREATE TEMP TABLE ${table} AS
  SELECT f.account, coalesce(d.region, '000000') || '-' || d.slug AS department, coalesce(d.region, '') AS region,
    g.level AS rank, d.core AS kind, a.year, f.line AS code, (length(f.line) - 1) / 2 AS level, ${columns.join(', ')}
  FROM facts f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department
    LEFT JOIN regions g ON g.code = d.region LEFT JOIN temp.adopted_facts x ON x.account = f.account AND x.n = f.n
  WHERE f.current = 1 AND ${CODE} AND f.statement IN (${statements.map((one) => `'${one}'`).join(', ')})
  GROUP BY f.account, f.line`;

const value = (sql: string): string => `coalesce(${sql}, 0)`;

interface Part {
  fund: string;
  nature: string;
  /** of a row's columns */
  sql: string;
}

const rest = (whole: string, parts: readonly string[]): string => [whole, ...parts].map(value).join(' - ');

const byFundAndNature: readonly Part[] = [
  ...FUNDS.flatMap((fund) => [
    { fund, nature: 'basic', sql: `${fund}_basic` },
    { fund, nature: 'project', sql: `${fund}_project` },
    { fund, nature: 'other', sql: rest(fund, [`${fund}_basic`, `${fund}_project`]) },
  ]),
  ...['basic', 'project'].map((nature) => ({
    fund: 'other',
    nature,
    sql: rest(
      nature,
      FUNDS.map((fund) => `${fund}_${nature}`),
    ),
  })),
];

/** One row of printed amounts taken apart by fund and kind of expenditure; what no part holds is other. */
const SPLITS: Readonly<Record<string, readonly Part[]>> = {
  none: [{ fund: '', nature: '', sql: 'total' }],
  nature: [
    { fund: '', nature: 'basic', sql: 'basic' },
    { fund: '', nature: 'project', sql: 'project' },
    { fund: '', nature: 'other', sql: rest('total', ['basic', 'project']) },
  ],
  fund: [
    ...FUNDS.map((fund) => ({ fund, nature: '', sql: fund })),
    { fund: 'other', nature: '', sql: rest('total', FUNDS) },
  ],
  both: [
    ...byFundAndNature,
    {
      fund: 'other',
      nature: 'other',
      sql: rest(
        'total',
        byFundAndNature.map(({ sql }) => `(${sql})`),
      ),
    },
  ],
  economic: [{ fund: '', nature: '', sql: 'total' }],
  'economic nature': [
    { fund: '', nature: 'personnel', sql: 'personnel' },
    { fund: '', nature: 'operating', sql: 'operating' },
    { fund: '', nature: 'other', sql: rest('total', ['personnel', 'operating']) },
  ],
};

const partsSql = (split: string, table: string): string =>
  (SPLITS[split] ?? [])
    .map(
      ({ fund, nature, sql }) =>
        `SELECT *, '${fund}' AS fund_key, '${nature}' AS nature_key, ${sql} AS fen FROM ${table}`,
    )
    .join(' UNION ALL ');

interface Change {
  old_code: string;
  new_code: string;
  year: number;
}

/** Where spending of a year is counted today: each change that came after it is followed, of a 款 as of a 项. */
function presentCode(changes: readonly Change[], code: string, year: number): string {
  const own = followed(changes, code, year);
  if (own !== code || code.length < 7) return own;
  const item = followed(changes, code.slice(0, 5), year);
  return item === code.slice(0, 5) ? code : item;
}

const followed = (changes: readonly Change[], code: string, year: number): string =>
  changes.reduce((now, change) => (change.old_code === now && year < change.year ? change.new_code : now), code);

/** Lays the printed facts out by account and code; of a 类, which two statements print, the adopted value stands. */
export function layOut({ sqlite }: Db): void {
  sqlite.exec(`CREATE TEMP TABLE adopted_facts AS
    SELECT r.account, json_extract(j.value, '$.fact') AS n, round(json_extract(j.value, '$.value') * 1000000) AS fen
    FROM reports r JOIN revisions v ON v.account = r.account AND v.revision = r.revision AND v.current = 1,
      json_each(r.adopted) j JOIN facts f ON f.account = r.account AND f.revision = r.revision AND f.n = json_extract(j.value, '$.fact')
    WHERE f.statement = 'expenditure' AND f."column" = 'total' AND length(f.line) = 3;
    CREATE UNIQUE INDEX temp.adopted_by_fact ON adopted_facts (account, n)`);
  sqlite.exec(rowsSql('functional_rows', functionalColumns, Object.values(STATEMENTS)));
  sqlite.exec(rowsSql('economic_rows', economicColumns, [BASIC]));
  sqlite.exec(`CREATE TEMP TABLE people AS SELECT account, CAST(exact AS REAL) AS persons FROM levels
    WHERE current = 1 AND measure = 'headcount_actual';
    CREATE UNIQUE INDEX temp.people_by_account ON people (account)`);
  for (const [table, measure] of [
    ['functional_totals', 'year_expenditure'],
    ['economic_totals', 'general_basic_expenditure'],
  ])
    sqlite.exec(`CREATE TEMP TABLE ${table} AS
      SELECT f.account, coalesce(d.region, '000000') || '-' || d.slug AS department, coalesce(d.region, '') AS region,
        g.level AS rank, d.core AS kind, a.year, '' AS code, 0 AS level, f.fen AS total
      FROM levels f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department
        LEFT JOIN regions g ON g.code = d.region WHERE f.current = 1 AND f.measure = '${measure}'`);
  const changes = sqlite
    .prepare<[], Change>(
      `SELECT old_code, new_code, year FROM subject_changes WHERE kind IN ('moved', 'deleted') AND old_code <> new_code
        AND year IS NOT NULL ORDER BY year, n`,
    )
    .all();
  sqlite.function('followed', { deterministic: true }, (code) => followed(changes, String(code), 0));
  sqlite.function('moved_code', { deterministic: true }, (code, year) => followed(changes, String(code), Number(year)));
  sqlite.function('present_code', { deterministic: true }, (code, year) =>
    presentCode(changes, String(code), Number(year)),
  );
}

const KEYS: Readonly<Record<PivotDimension, string>> = {
  department: 'department',
  region: 'region',
  kind: 'kind',
  year: 'CAST(year AS TEXT)',
  class: 'substr(counted, 1, 3)',
  item: 'substr(counted, 1, 5)',
  subitem: 'counted',
  fund: 'fund_key',
  nature: 'nature_key',
};

const within = (region: string): string => region.replace(/(?:00){1,2}$/, '');
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function conditions(selection: PivotSelection, back: boolean): string {
  const { list, like, departments, region, kind, level, from, to, codes, fund, nature } = selection;
  const first = from !== undefined && back ? from - 1 : from;
  const isMoved = like && list === 'functional';
  const own = (code: string) => `counted LIKE ${quoted(`${code}%`)}`;
  // a former code means what it has become, and what still stands under its number
  const formerly = (code: string) => `counted LIKE followed(${quoted(code)}) || '%' OR code = ${quoted(code)}`;
  const of = codes.flatMap((code) => [own(code), ...(isMoved ? [formerly(code)] : [])]).join(' OR ');
  return [
    'fen IS NOT NULL',
    ...(departments.length > 0 ? [`department IN (${departments.map(quoted).join(', ')})`] : []),
    ...(region === undefined ? [] : [`region LIKE ${quoted(`${within(region)}%`)}`]),
    ...(kind === undefined ? [] : [`kind = ${quoted(kind)}`]),
    ...(level === undefined ? [] : [`rank = ${quoted(level)}`]),
    ...(first === undefined ? [] : [`year >= ${first}`]),
    ...(to === undefined ? [] : [`year <= ${to}`]),
    ...(of === '' ? [] : [`(${of})`]),
    ...(fund === undefined ? [] : [`fund_key = ${quoted(fund)}`]),
    ...(nature === undefined ? [] : [`nature_key = ${quoted(nature)}`]),
  ].join(' AND ');
}

function splitOf({ list, fund, nature, rows, columns }: PivotSelection): keyof typeof SPLITS {
  const named = [...rows, ...columns];
  const byFund = fund !== undefined || named.includes('fund');
  const byNature = nature !== undefined || named.includes('nature');
  if (list === 'economic') return byNature ? 'economic nature' : 'economic';
  return byFund && byNature ? 'both' : byFund ? 'fund' : byNature ? 'nature' : 'none';
}

/**
 * The level whose rows are added up: the finest that is named, without any the printed totals; under present codes only 项 know
 * where they went.
 */
function levelOf(selection: PivotSelection, named: readonly PivotDimension[]): number {
  const { list, like, codes } = selection;
  const isOfTotals = codes.length === 0 && finestLevel(named) === 0 && !isSplit(selection);
  const most = list === 'functional' ? 3 : 2;
  const isMoved = like && list === 'functional' && (codes.length > 0 || named.some((one) => codeLevel(one) > 0));
  if (isMoved) return 3;
  if (isOfTotals) return 0;
  return Math.min(most, Math.max(1, finestLevel(named), ...codes.map((code) => (code.length - 1) / 2)));
}

/** Whether amounts are taken apart by fund or kind of expenditure, where rounding leaves a rest. */
export const isSplit = (selection: PivotSelection): boolean => !['none', 'economic'].includes(splitOf(selection));

/** Every cell that a pivot has for so many of its row dimensions, with the columns told apart or together. */
export function recount(
  { sqlite }: Db,
  selection: PivotSelection,
  grain: { depth: number; byColumn: boolean },
  back = false,
): Map<string, Recounted> {
  const all = [...selection.rows, ...selection.columns];
  const [rows, columns] = [selection.rows.slice(0, grain.depth), grain.byColumn ? selection.columns : []];
  const level = levelOf(selection, all);
  const table = `temp.${selection.list}_${level === 0 ? 'totals' : 'rows'}`;
  const counted =
    selection.like && selection.list === 'functional' && level === 3 ? 'present_code(code, year)' : 'code';
  const key = (side: readonly PivotDimension[]) => side.map((one) => KEYS[one]).join(" || '|' || ") || "''";
  const sql = `WITH parts AS (SELECT *, ${counted} AS counted FROM (${partsSql(splitOf(selection), table)}) WHERE level = ${level}),
    accounts_of AS (SELECT ${key(rows)} || char(9) || ${key(columns)} AS cell, account, sum(fen) AS fen, count(*) AS lines
      FROM parts WHERE ${conditions(selection, back)} GROUP BY 1, 2)
    SELECT cell, sum(fen) AS fen, sum(CASE WHEN persons IS NOT NULL THEN fen ELSE 0 END) AS staffedFen,
      coalesce(sum(persons), 0) AS people, sum(lines) AS lines
    FROM accounts_of c LEFT JOIN temp.people p ON p.account = c.account GROUP BY 1`;
  return new Map(
    sqlite
      .prepare<[], Recounted & { cell: string }>(sql)
      .all()
      .map(({ cell, ...found }) => [cell, found]),
  );
}
