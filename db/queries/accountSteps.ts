import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { type Conditions, joined, peerConditions, regionRange } from './conditions';
import { departmentNumbers } from './departmentColumns';
import type { RegionLevel, SizeClass } from './peers';

/** Whose rows are asked for; everything that is left out is not asked for. */
export interface AccountScope {
  /** exactly these, by id */
  accounts?: readonly string[];
  /** those of these departments, `<region code>-<slug>` */
  departments?: readonly string[];
  /** a region's code: its own departments and those of every region within it */
  region?: string;
  level?: RegionLevel;
  kind?: string;
  size?: SizeClass;
  years?: readonly number[];
  from?: number;
  to?: number;
}

/** An account with what its rows are found by. */
export interface AccountKey {
  key: number;
  id: string;
  department: number;
  year: number;
  revision: number;
}

export interface AccountStep {
  accounts: AccountKey[];
  /** the last id that was looked at; null when there are no more */
  last: string | null;
}

const MOST_NAMED = 100;
const BEYOND_ALL = '~';

/** An account's id begins with its region's code, so that a region is a range of ids. */
const idRange = ({ region }: AccountScope): [string, string] =>
  region === undefined ? ['', BEYOND_ALL] : regionRange(region);

/** A bounded piece of the accounts by id: those named, those of the departments, or the next of a range. */
function source(db: Db, scope: AccountScope, after: string, most: number): Conditions {
  const [first, beyond] = idRange(scope);
  const range = 'a.id > ? AND a.id >= ? AND a.id < ?';
  const { accounts, departments } = scope;
  const named = accounts ?? (departments && departmentNumbers(db, departments.slice(0, MOST_NAMED)));
  if (named === undefined)
    return {
      sql: `(SELECT * FROM accounts a WHERE ${range} ORDER BY a.id LIMIT ?) a`,
      values: [after, first, beyond, most],
    };
  const column = accounts ? 'id' : 'department';
  const ofDepartments = accounts && departments ? departmentNumbers(db, departments.slice(0, MOST_NAMED)) : undefined;
  const both = ofDepartments ? 'AND a.department IN (SELECT value FROM json_each(?))' : '';
  return {
    sql: `(SELECT a.* FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN accounts a ON a.${column} = j.value
      WHERE ${range} ${both} ORDER BY a.id) a`,
    values: [
      JSON.stringify(named.slice(0, MOST_NAMED)),
      after,
      first,
      beyond,
      ...(ofDepartments ? [JSON.stringify(ofDepartments)] : []),
    ],
  };
}

function filter({ level, kind, size, years, from, to }: AccountScope): Conditions {
  const peers = peerConditions({
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
    ...(size === undefined ? {} : { size }),
  });
  const own = joined([
    ...(years === undefined ? [] : [['a.year IN (SELECT value FROM json_each(?))', JSON.stringify(years)] as const]),
    ...(from === undefined ? [] : [['a.year >= ?', from] as const]),
    ...(to === undefined ? [] : [['a.year <= ?', to] as const]),
  ]);
  return { sql: `${peers.sql} AND ${own.sql}`, values: [...peers.values, ...own.values] };
}

/** Whether the scope leaves out accounts that lie between others. */
export const leavesOut = ({ level, kind, size, years, from, to }: AccountScope): boolean =>
  [level, kind, size, years, from, to].some((one) => one !== undefined);

/** The next accounts of a scope by id, after one: looks at no more than `most` ids of a range, whatever the scope leaves out. */
export function nextAccounts(db: Db, scope: AccountScope, after: string, most: number): AccountStep {
  const from = source(db, scope, after, most);
  const { sql, values } = filter(scope);
  const { level, kind, size } = scope;
  const join = level || kind || size ? 'JOIN account_rollups r ON r.account = a.key' : '';
  const accounts = preparedSql<AccountKey>(
    db,
    `SELECT a.key, a.id, a.department, a.year, v.revision FROM ${from.sql}
      JOIN revisions v ON v.account = a.key AND v.current = 1 ${join}
      WHERE ${sql} ORDER BY a.id`,
  ).all(...from.values, ...values);
  if (scope.accounts || scope.departments) return { accounts, last: null };
  if (!leavesOut(scope)) return { accounts, last: accounts.length === most ? (accounts.at(-1)?.id ?? null) : null };
  const looked = preparedSql<{ n: number; last: string | null }>(
    db,
    `SELECT count(*) AS n, max(a.id) AS last FROM ${from.sql}`,
  ).get(...from.values);
  return { accounts, last: looked && looked.n === most ? looked.last : null };
}
