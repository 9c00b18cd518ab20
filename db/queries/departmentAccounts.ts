import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { departmentNumber } from './departmentColumns';

/** A department's account of one year with what the checks say of it. */
export interface DepartmentAccount {
  account: string;
  year: number;
  errors: number;
  warnings: number;
  notes: number;
  /** statements printed with figures, and all that are expected */
  filled: number;
  statements: number;
}

/** The stored accounts of a department, by year; none for an unknown one. */
export async function getDepartmentAccounts(db: Db, department: string): Promise<DepartmentAccount[]> {
  return snapshot(db, () => {
    const sql = `SELECT a.id AS account, r.year, r.errors, r.warnings, r.notes, r.filled, r.statements
      FROM account_rollups r JOIN accounts a ON a.key = r.account WHERE r.department = ? ORDER BY r.year`;
    return preparedSql<DepartmentAccount>(db, sql).all(departmentNumber(db, department) ?? -1);
  });
}
