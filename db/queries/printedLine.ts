import type { Db } from '../open';
import { preparedSql } from '../prepared';
import type { Fund, Nature } from './spending';

/** Where the amounts of a fund are printed code by code. */
const STATEMENTS: Readonly<Record<Fund, string>> = {
  total: 'expenditure',
  general: 'general_budget_expenditure',
  fund: 'government_fund',
  capital: 'state_capital',
};

export interface PrintedLineQuery {
  account: string;
  code: string;
  fund: Fund;
  nature: Nature;
}

/** The line of the source view that prints a functional code's amount of a fund and nature; undefined where none does. */
export async function getPrintedLine(
  db: Db,
  { account, code, fund, nature }: PrintedLineQuery,
): Promise<number | undefined> {
  return preparedSql<{ line: number }>(
    db,
    `SELECT f.place_line AS line FROM accounts a CROSS JOIN facts f ON f.account = a.key AND f.current = 1
    WHERE a.id = ? AND f.statement = ? AND f.line = ? AND f."column" = ? ORDER BY f.n LIMIT 1`,
  ).get(account, STATEMENTS[fund], code, nature)?.line;
}
