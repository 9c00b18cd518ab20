import type Sqlite from 'better-sqlite3';
import { type Db, tables } from '../../open';
import { prepared } from '../../prepared';
import { insertInto } from '../insert';
import { rollupDigest } from '../reader';
import { accountRow } from './accountRow';
import { basicSpendingRows } from './basicSpendingRows';
import { figureNumbers } from './figureNames';
import { figureRows, priorRows } from './figureRows';
import { keepFindings } from './findingRows';
import { keepMovements } from './movementRows';
import { addToRegions } from './regionSums';
import type { Rolled } from './rolled';
import { spendingRows } from './spendingRows';

type AccountKey = { department: number; year: number };

/** Everything an account has in the rollups; those that refer to another come first. */
const REMOVED = [
  'DELETE FROM spending WHERE department = @department AND year = @year',
  'DELETE FROM basic_spending WHERE department = @department AND year = @year',
  'DELETE FROM figures WHERE department = @department AND figure IN (SELECT id FROM figure_names) AND year = @year',
  'DELETE FROM prior_figures WHERE department = @department AND figure IN (SELECT id FROM figure_names) AND year = @year - 1',
  'DELETE FROM account_rollups WHERE department = @department AND year = @year',
];

const removals = ({ sqlite }: Db): Sqlite.Statement<[AccountKey]>[] => REMOVED.map((sql) => sqlite.prepare(sql));
const scopeOf = ({ sqlite }: Db) =>
  sqlite.prepare<[AccountKey], { region: string; kind: string }>(
    'SELECT region, kind FROM account_rollups WHERE department = @department AND year = @year',
  );

/** Takes an account out of all rollups; nothing happens when it is in none. */
function removeRollups(db: Db, { department, year }: AccountKey): void {
  const scope = prepared(db, scopeOf).get({ department, year });
  if (scope === undefined) return;
  addToRegions(db, { department, year, ...scope }, -1);
  for (const statement of prepared(db, removals)) statement.run({ department, year });
}

/** The code list's name, of this edition or of the one before, is no printed name of its own. */
const isListed = ({ sqlite }: Db) =>
  sqlite.prepare<[string, string, string, string], unknown>(
    'SELECT 1 FROM subjects WHERE list IN (?, ?) AND code = ? AND name = ?',
  );

const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');

function withoutListed<Row extends { code: string; name?: string | null | undefined }>(
  db: Db,
  lists: readonly [string, string],
  rows: readonly Row[],
): Row[] {
  const listed = prepared(db, isListed);
  return rows.map((row) => {
    if (!row.name) return row;
    const names = [row.name, plainName(row.name)];
    return names.some((name) => listed.get(...lists, row.code, name)) ? { ...row, name: null } : row;
  });
}

/** Brings the rollups in line with an account's current revision; to be called in the transaction that stores it. */
export function keepRollups(db: Db, rolled: Rolled): void {
  const numbers = figureNumbers(db);
  removeRollups(db, rolled);
  const figures = figureRows(rolled, numbers);
  insertInto(db, tables.accountRollups, [accountRow(rolled, figures, numbers, rollupDigest())]);
  insertInto(db, tables.figures, figures);
  insertInto(db, tables.priorFigures, priorRows(rolled, numbers));
  insertInto(db, tables.spending, withoutListed(db, ['functional', 'functional_old'], spendingRows(rolled)));
  insertInto(db, tables.basicSpending, withoutListed(db, ['economic', 'economic_old'], basicSpendingRows(rolled)));
  keepMovements(db, rolled.department, rolled.year, numbers);
  addToRegions(db, rolled, 1);
  keepFindings(db, { ...rolled, account: rolled.key });
}
