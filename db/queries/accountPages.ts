import type { Severity } from '../../lib/findings';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import type { AccountKey, AccountScope } from './accountSteps';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, headOf } from './departmentColumns';
import type { RegionLevel } from './peers';
import { type PageAsk, type RowPage, readRowPage } from './rowPages';

/** An account with its document and what the checks say of it, as lists for programs show it. */
export interface AccountEntry {
  account: string;
  /** `<region code>-<slug>` */
  department: string;
  /** as the current document prints it */
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  level: RegionLevel | null;
  fiscalYear: number;
  revision: number;
  document: { file: string; sha256: string; mediaType: string; title: string | null };
  /** ISO 8601 in UTC */
  loadedAt: string;
  /** how many the document names, and how many of them have figures; null until the account is rolled up */
  statements: { named: number; filled: number } | null;
  findings: Record<Severity, number> | null;
  /** the sentence in which the document tells of a merger, a split or a new name */
  reorganised: string | null;
}

type Row = DepartmentColumns &
  Pick<AccountEntry, 'level' | 'loadedAt' | 'reorganised'> &
  AccountEntry['document'] & {
    shown: string;
    rolled: number | null;
    named: number;
    filled: number;
    errors: number;
    warnings: number;
    notes: number;
  };

const ENTRY = `SELECT ${DEPARTMENT_COLUMNS}, g.level, v.name AS shown, v.file, v.sha256, o.media_type AS mediaType, v.title,
  v.loaded_at AS loadedAt, r.reorganised, r.account AS rolled, r.statements AS named, r.filled, r.errors, r.warnings, r.notes
  FROM departments d LEFT JOIN regions g ON g.code = d.region
  JOIN revisions v ON v.account = ? AND v.revision = ? JOIN documents o ON o.sha256 = v.sha256
  LEFT JOIN account_rollups r ON r.account = v.account
  WHERE d.id = ?`;

function entryOf(db: Db, { key, id, department, year, revision }: AccountKey): AccountEntry | undefined {
  const row = preparedSql<Row>(db, ENTRY).get(key, revision, department);
  if (!row) return undefined;
  const { file, sha256, mediaType, title, level, loadedAt, reorganised } = row;
  const head = headOf(row);
  return {
    account: id,
    department: head.department,
    name: row.shown,
    kind: head.kind,
    region: head.region,
    level,
    fiscalYear: year,
    revision,
    document: { file, sha256, mediaType, title },
    loadedAt,
    statements: row.rolled === null ? null : { named: row.named, filled: row.filled },
    findings: row.rolled === null ? null : { error: row.errors, warning: row.warnings, note: row.notes },
    reorganised,
  };
}

/** The stored accounts by id. */
export function getAccountPage(db: Db, scope: AccountScope, ask: PageAsk): RowPage<AccountEntry> {
  const read = (store: Db, account: AccountKey, after: number) => {
    const row = after < 0 ? entryOf(store, account) : undefined;
    return row ? [{ n: 0, row }] : [];
  };
  return readRowPage(db, { scope, read, mostAccounts: 2_000 }, ask);
}

/** One account by its id; undefined when it is not stored. */
export const getAccountEntry = (db: Db, id: string): AccountEntry | undefined =>
  getAccountPage(db, { accounts: [id] }, { limit: 1 }).rows[0];

/** Whether an account is stored. */
export const hasAccount = (db: Db, id: string): boolean =>
  snapshot(db, () => preparedSql(db, 'SELECT 1 FROM accounts WHERE id = ?').get(id) !== undefined);
