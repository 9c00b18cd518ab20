import type Sqlite from 'better-sqlite3';
import type { Db } from '../../open';
import { prepared } from '../../prepared';
import { scopesOf } from './rolled';

const FUNDS = ['general', 'fund', 'capital'];
const NATURES = ['basic', 'project'];
const FUNCTIONAL = [
  'total',
  ...NATURES,
  ...FUNDS.flatMap((fund) => [fund, ...NATURES.map((nature) => `${fund}_${nature}`)]),
];
const ECONOMIC = ['total', 'personnel', 'operating'];

interface Sum {
  into: string;
  /** columns that name the summed row, with their expression in the source */
  key: Readonly<Record<string, string>>;
  sums: Readonly<Record<string, string>>;
  from: string;
  where: string;
  /** the summed rows an account has a part in */
  touched: string;
}

const amounts = (columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `coalesce(${column}, 0)`]));

const ofSpending = (from: string, into: string, columns: readonly string[]): Sum => ({
  into,
  key: { region: '@region', own: '@own', level: '(length(code) - 1) / 2', code: 'code', year: 'year' },
  sums: { departments: '1', disputed: 'disputed', half: 'half', part_half: 'part_half', ...amounts(columns) },
  from,
  where: 'department = @department AND year = @year',
  touched: `own = @own AND level IN (1, 2, 3) AND code IN (SELECT code FROM ${from} WHERE department = @department AND year = @year)`,
});

const SUMS: readonly Sum[] = [
  ofSpending('spending', 'region_spending', FUNCTIONAL),
  ofSpending('basic_spending', 'region_basic_spending', ECONOMIC),
  {
    into: 'region_figures',
    key: { region: '@region', figure: 'f.figure', year: 'f.year' },
    sums: { departments: '1', disputed: 'f.disputed', value: 'f.value', low: 'f.low', high: 'f.high' },
    from: 'figures f JOIN figure_names n ON n.id = f.figure AND n.additive = 1',
    where: 'f.department = @department AND f.year = @year AND f.value IS NOT NULL AND @own = 0',
    touched: 'figure IN (SELECT id FROM figure_names)',
  },
  {
    into: 'region_years',
    key: { region: '@region', year: 'year' },
    sums: { departments: '1', errors: 'errors', warnings: 'warnings', faulty: '(errors > 0)' },
    from: 'account_rollups',
    where: 'department = @department AND year = @year AND @own = 0',
    touched: 'TRUE',
  },
];

const columnsOf = ({ key, sums }: Sum): string[] => [...Object.keys(key), ...Object.keys(sums)];

/** One account's rows added to the sums of a region, or with sign −1 taken out of them. */
function addition(sum: Sum): string {
  const { into, key, sums, from, where } = sum;
  const values = [...Object.values(key), ...Object.values(sums).map((value) => `@sign * ${value}`)];
  const added = Object.keys(sums).map((column) => `${column} = ${column} + excluded.${column}`);
  return `INSERT INTO ${into} (${columnsOf(sum).join(', ')}) SELECT ${values.join(', ')} FROM ${from} WHERE ${where}
    ON CONFLICT DO UPDATE SET ${added.join(', ')}`;
}

type Keys = { region: string; own: number; department: number; year: number; sign: number };

const additions = ({ sqlite }: Db): Sqlite.Statement<[Keys]>[] =>
  SUMS.map((sum) => sqlite.prepare<[Keys]>(addition(sum)));
const empties = ({ sqlite }: Db): Sqlite.Statement<[Keys]>[] =>
  SUMS.map(({ into, touched }) =>
    sqlite.prepare<[Keys]>(
      `DELETE FROM ${into} WHERE region = @region AND year = @year AND departments = 0 AND ${touched}`,
    ),
  );

/** Adds an account's rows to the sums of its kind and of all regions it belongs to (1), or takes them out (−1). */
export function addToRegions(
  db: Db,
  account: { department: number; year: number; region: string; kind: string },
  sign: 1 | -1,
): void {
  const { department, year } = account;
  for (const { region, own } of scopesOf(account)) {
    const keys = { region, own: own ? 1 : 0, department, year, sign };
    for (const statement of prepared(db, additions)) statement.run(keys);
    if (sign === -1) for (const statement of prepared(db, empties)) statement.run(keys);
  }
}
