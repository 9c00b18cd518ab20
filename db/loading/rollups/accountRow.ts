import type { Severity } from '../../../lib/findings';
import { spendingBasis } from '../../../lib/spending';
import { STATEMENT_IDS } from '../../../lib/statements';
import type { tables } from '../../open';
import { SIZE_ENDS } from '../../sizes';
import type { FigureRow } from './figureRows';
import { reorganisationOf } from './reorganised';
import type { Rolled } from './rolled';

export type AccountRow = typeof tables.accountRollups.$inferInsert;

/** Index of the size class of an amount in 分. */
const sizeOf = (fen: number): number => SIZE_ENDS.filter((end) => fen >= end).length;

function basisOf({ account }: Rolled): Pick<AccountRow, 'basis' | 'basisLimit'> {
  const { statements, limit } = spendingBasis(account);
  const [first] = statements;
  const basis =
    first === 'expenditure'
      ? 'expenditure'
      : first === 'revenue_expenditure_summary'
        ? 'summary'
        : first
          ? 'funds'
          : null;
  return { basis, basisLimit: limit };
}

/** What lists and grids show of an account without asking for it. */
export function accountRow(
  rolled: Rolled,
  figures: readonly FigureRow[],
  numbers: ReadonlyMap<string, number>,
  madeBy: string,
): AccountRow {
  const { key, department, year, region, level, kind, account, findings } = rolled;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const firstOf = (...ids: readonly string[]): number | null => {
    const rows = ids.flatMap((id) => figures.filter(({ figure }) => figure === numbers.get(id)));
    return rows.find(({ value }) => value !== null && value !== undefined)?.value ?? null;
  };
  const spent = firstOf('year_expenditure', 'total_expenditure');
  const found = account.statements.filter(({ statement }) => STATEMENT_IDS.includes(statement));
  return {
    account: key,
    department,
    year,
    region,
    level,
    kind,
    size: spent === null ? null : sizeOf(spent),
    headcount: firstOf('headcount_actual'),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    disputed: figures.filter(({ disputed }) => disputed).length,
    filled: new Set(found.filter(({ state }) => state === 'filled').map(({ statement }) => statement)).size,
    statements: new Set(found.map(({ statement }) => statement)).size,
    ...basisOf(rolled),
    reorganised: reorganisationOf(rolled.text),
    madeBy,
  };
}
