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

const ofSpending = (from: string, into: string, columns: readonly string[], scope: 'own' | 'later' = 'own'): Sum => ({
  into,
  key: { region: '@region', [scope]: `@${scope}`, level: '(length(code) - 1) / 2', code: 'code', year: 'year' },
  sums: { departments: '1', disputed: 'disputed', half: 'half', part_half: 'part_half', ...amounts(columns) },
  from,
  where: 'department = @department AND year = @year',
  touched: `${scope} = @${scope} AND level IN (1, 2, 3) AND code IN (SELECT code FROM ${from} WHERE department = @department AND year = @year)`,
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

/** Of the departments that are stored in two years that follow each other. */
const PAIRS: readonly Sum[] = [
  ofSpending('spending', 'region_pairs', FUNCTIONAL, 'later'),
  ofSpending('basic_spending', 'region_basic_pairs', ECONOMIC, 'later'),
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

type Keys = { region: string; department: number; year: number; sign: number } & ({ own: number } | { later: number });

const additionsOf =
  (sums: readonly Sum[]) =>
  ({ sqlite }: Db): Sqlite.Statement<[Keys]>[] =>
    sums.map((sum) => sqlite.prepare<[Keys]>(addition(sum)));
const emptiesOf =
  (sums: readonly Sum[]) =>
  ({ sqlite }: Db): Sqlite.Statement<[Keys]>[] =>
    sums.map(({ into, touched }) =>
      sqlite.prepare<[Keys]>(
        `DELETE FROM ${into} WHERE region = @region AND year = @year AND departments = 0 AND ${touched}`,
      ),
    );
const [additions, empties] = [additionsOf(SUMS), emptiesOf(SUMS)];
const [pairAdditions, pairEmpties] = [additionsOf(PAIRS), emptiesOf(PAIRS)];

const isRolled = ({ sqlite }: Db) =>
  sqlite.prepare<[number, number], unknown>('SELECT 1 FROM account_rollups WHERE department = ? AND year = ?');
const countPair = ({ sqlite }: Db) =>
  sqlite.prepare<[number, string, number], unknown>(
    'UPDATE region_years SET paired = paired + ? WHERE region = ? AND year = ?',
  );

type Summed = { department: number; year: number; region: string; kind: string };

/** Both sides of the comparisons of two years that an account makes possible. */
function addPairs(db: Db, { department, year, ...account }: Summed, sign: 1 | -1): void {
  const scopes = scopesOf(account).filter(({ own }) => !own);
  for (const now of [year, year + 1]) {
    if (!prepared(db, isRolled).get(department, now === year ? year - 1 : year + 1)) continue;
    for (const { region } of scopes) {
      for (const later of [1, 0]) {
        const keys = { region, later, department, year: now - 1 + later, sign };
        for (const statement of prepared(db, pairAdditions)) statement.run(keys);
        if (sign === -1) for (const statement of prepared(db, pairEmpties)) statement.run(keys);
      }
      prepared(db, countPair).run(sign, region, now);
    }
  }
}

/** Adds an account's rows to the sums of its kind and of all regions it belongs to (1), or takes them out (−1). */
export function addToRegions(db: Db, account: Summed, sign: 1 | -1): void {
  const { department, year } = account;
  if (sign === -1) addPairs(db, account, sign);
  for (const { region, own } of scopesOf(account)) {
    const keys = { region, own: own ? 1 : 0, department, year, sign };
    for (const statement of prepared(db, additions)) statement.run(keys);
    if (sign === -1) for (const statement of prepared(db, empties)) statement.run(keys);
  }
  if (sign === 1) addPairs(db, account, sign);
}
