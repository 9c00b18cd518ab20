import type { Severity } from '../../lib/findings';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds } from './bounds';
import { joined, regionRange } from './conditions';
import { DEPARTMENT_COLUMNS, DEPARTMENT_ID, type DepartmentColumns, headOf } from './departmentColumns';
import { perVersion } from './kept';

/** A document as it came into the store. */
export interface Publication {
  account: string;
  /** the name the account is shown with */
  name: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  revision: number;
  current: boolean;
  file: string;
  loadedAt: string;
  findings: Record<Severity, number>;
}

interface Row extends Omit<DepartmentColumns, 'name'> {
  key: number;
  account: string;
  name: string;
  fiscalYear: number;
  revision: number;
  current: number;
  file: string;
  loadedAt: string;
}

export interface PublicationQuery {
  /** a region's code: what lies within it, too */
  region?: string;
  /** `<region code>-<slug>` */
  department?: string;
  limit?: number;
}

const MOST = 100;

function findingsOf(db: Db, { key, revision }: Row): Publication['findings'] {
  const sql = 'SELECT severity, count(*) AS n FROM findings WHERE account = ? AND revision = ? GROUP BY severity';
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity, n } of preparedSql<{ severity: Severity; n: number }>(db, sql).all(key, revision))
    counts[severity] = n;
  return counts;
}

/** The documents that came last, newest first. */
export async function getPublications(db: Db, { region, department, limit }: PublicationQuery): Promise<Publication[]> {
  const { limit: most } = boundsOf(limit === undefined ? {} : { limit }, 50, MOST);
  const { sql, values } = joined([
    ...(region === undefined
      ? []
      : [["coalesce(d.region, '') >= ? AND coalesce(d.region, '') < ?", ...regionRange(region)] as const]),
    ...(department === undefined ? [] : [[`${DEPARTMENT_ID} = ?`, department] as const]),
  ]);
  return snapshot(db, () =>
    preparedSql<Row>(
      db,
      `SELECT a.key, a.id AS account, ${DEPARTMENT_COLUMNS}, v.name AS name, a.year AS fiscalYear, v.revision, v.current, v.file,
        v.loaded_at AS loadedAt FROM (SELECT v.account, v.revision FROM revisions v JOIN accounts a ON a.key = v.account
          JOIN departments d ON d.id = a.department WHERE ${sql} ORDER BY v.loaded_at DESC, v.account DESC, v.revision DESC LIMIT ?) newest
        JOIN revisions v ON v.account = newest.account AND v.revision = newest.revision
        JOIN accounts a ON a.key = v.account JOIN departments d ON d.id = a.department LEFT JOIN regions g ON g.code = d.region
        ORDER BY v.loaded_at DESC, v.account DESC, v.revision DESC`,
    )
      .all(...values, most)
      .map((row) => ({
        account: row.account,
        name: row.name,
        region: headOf(row).region,
        fiscalYear: row.fiscalYear,
        revision: row.revision,
        current: row.current === 1,
        file: row.file,
        loadedAt: row.loadedAt,
        findings: findingsOf(db, row),
      })),
  );
}

/** What a list of addresses needs to know of an account. */
export interface ListedAccount {
  account: string;
  loadedAt: string;
}

const counts = (db: Db): { accounts: number; departments: number; codes: number } =>
  preparedSql<{ accounts: number; departments: number; codes: number }>(
    db,
    `SELECT (SELECT count(*) FROM accounts) AS accounts, (SELECT count(*) FROM departments) AS departments,
      (SELECT count(DISTINCT code) FROM region_spending WHERE region = '000000' AND own = 0) AS codes`,
  ).get() ?? { accounts: 0, departments: 0, codes: 0 };

/** How much there is to list. */
export const getListedCounts = async (db: Db): Promise<ReturnType<typeof counts>> => perVersion(db, counts);

/** Accounts in the order they were stored. */
export async function getListedAccounts(db: Db, { limit = 1, offset = 0 }: PageBounds): Promise<ListedAccount[]> {
  const sql = `SELECT a.id AS account, v.loaded_at AS loadedAt FROM (SELECT key, id FROM accounts ORDER BY key LIMIT ? OFFSET ?) a
    JOIN revisions v ON v.account = a.key AND v.current = 1 ORDER BY a.key`;
  return preparedSql<ListedAccount>(db, sql).all(limit, offset);
}

/** Departments with accounts, by their ids' order in the store. */
export async function getListedDepartments(db: Db, { limit = 1, offset = 0 }: PageBounds): Promise<string[]> {
  const sql = `SELECT ${DEPARTMENT_ID} AS department FROM departments d ORDER BY d.id LIMIT ? OFFSET ?`;
  return preparedSql<{ department: string }>(db, sql)
    .all(limit, offset)
    .map(({ department }) => department);
}

/** The codes that accounts spend on, of either list. */
export async function getListedCodes(db: Db): Promise<{ list: 'functional' | 'economic'; code: string }[]> {
  const sql = `SELECT DISTINCT 'functional' AS list, code FROM region_spending WHERE region = '000000' AND own = 0
    UNION ALL SELECT DISTINCT 'economic', code FROM region_basic_spending WHERE region = '000000' AND own = 0`;
  return preparedSql<{ list: 'functional' | 'economic'; code: string }>(db, sql).all();
}
