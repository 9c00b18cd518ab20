import type Sqlite from 'better-sqlite3';
import type { Db } from '../../open';
import { prepared } from '../../prepared';
import { kindScope, scopesOf } from './rolled';

interface Keys {
  account: number;
  department: number;
  year: number;
}

/** Where an account's rows stand. */
const OWN = `rank IN (0, 1, 2) AND region = (SELECT coalesce(region, '') FROM departments WHERE id = @department)
  AND slug = (SELECT slug FROM departments WHERE id = @department) AND year = @year`;

const additions = ({ sqlite }: Db): Sqlite.Statement<[Keys]> =>
  sqlite.prepare<[Keys]>(`INSERT INTO finding_rows (rank, region, slug, year, n, account, check_id)
    SELECT CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(d.region, ''), d.slug, f.year, f.n, f.account, f.check_id
    FROM findings f JOIN departments d ON d.id = @department
    WHERE f.account = @account AND f.current = 1 AND f.year = @year`);

const SEVERITY = "CASE rank WHEN 0 THEN 'error' WHEN 1 THEN 'warning' ELSE 'note' END";
/** Every way a filter asks for findings: by severity and check, by one of them, by neither. */
const GROUPS = [
  [SEVERITY, 'check_id'],
  [SEVERITY, "''"],
  ["''", 'check_id'],
  ["''", "''"],
] as const;

type SumKeys = Keys & { region: string; sign: 1 | -1 };

const sums = ({ sqlite }: Db): Sqlite.Statement<[SumKeys]>[] =>
  GROUPS.map(([severity, check]) =>
    sqlite.prepare<[SumKeys]>(`INSERT INTO finding_sums (region, severity, check_id, year, findings, accounts)
      SELECT @region, ${severity} AS severity, ${check} AS check_id, year, @sign * count(*), @sign
      FROM finding_rows WHERE ${OWN} AND @account = account GROUP BY 2, 3
      ON CONFLICT DO UPDATE SET findings = findings + excluded.findings, accounts = accounts + excluded.accounts`),
  );

const empties = ({ sqlite }: Db): Sqlite.Statement<[{ region: string }]> =>
  sqlite.prepare<[{ region: string }]>('DELETE FROM finding_sums WHERE region = @region AND findings = 0');

const removals = ({ sqlite }: Db): Sqlite.Statement<[Keys]> =>
  sqlite.prepare<[Keys]>(`DELETE FROM finding_rows WHERE ${OWN} AND account = @account`);

interface Account extends Keys {
  region: string;
  kind: string;
}

function addToSums(db: Db, { account, department, year, region, kind }: Account, sign: 1 | -1): void {
  const scopes = scopesOf({ region, kind }).filter(({ region: code, own }) => !own && code !== kindScope(kind));
  for (const scope of scopes) {
    for (const statement of prepared(db, sums))
      statement.run({ account, department, year, region: scope.region, sign });
    if (sign === -1) prepared(db, empties).run({ region: scope.region });
  }
}

/** Lists an account's current findings and counts them in all regions it lies in, in place of those listed before, which say what was counted. */
export function keepFindings(db: Db, account: Account): void {
  const { account: key, department, year } = account;
  addToSums(db, account, -1);
  prepared(db, removals).run({ account: key, department, year });
  if (prepared(db, additions).run({ account: key, department, year }).changes > 0) addToSums(db, account, 1);
}
