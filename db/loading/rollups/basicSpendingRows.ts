import { parentOf } from '../../../lib/classification';
import type { Cell } from '../../../lib/measures';
import { factsAt, linesAt } from '../../../lib/occurrences';
import { basicSpendingOn, basicSpendingSubjects } from '../../../lib/spending';
import type { ColumnId } from '../../../lib/statements';
import type { tables } from '../../open';
import { type PrintedAmount, PrintedAmounts } from './printedAmounts';
import type { Rolled } from './rolled';

export type BasicSpendingRow = typeof tables.basicSpending.$inferInsert;

const STATEMENT = 'general_budget_basic_expenditure';
/** 工资福利支出 and 对个人和家庭的补助 are 人员经费, all else of basic expenditure is 公用经费. */
const PERSONNEL = /^30[13]/;
const COLUMNS = ['total', 'personnel', 'operating'] as const satisfies readonly ColumnId[];

function partsOf(
  code: string,
  printed: Readonly<Partial<Record<(typeof COLUMNS)[number], PrintedAmount>>>,
): { personnel: number | null; operating: number | null } {
  const isPersonnel = PERSONNEL.test(code);
  const alone = printed.personnel || printed.operating ? undefined : printed.total?.fen;
  return {
    personnel: printed.personnel?.fen ?? (isPersonnel ? (alone ?? null) : null),
    operating: printed.operating?.fen ?? (isPersonnel ? null : (alone ?? null)),
  };
}

function sumOf(parts: readonly (PrintedAmount | undefined)[]): PrintedAmount | undefined {
  return parts
    .flatMap((part) => part ?? [])
    .reduce<PrintedAmount | undefined>(
      (sum, { fen, half, line, disputed }) => ({
        fen: (sum?.fen ?? 0) + fen,
        half: (sum?.half ?? 0) + half,
        line: sum?.line ?? line,
        disputed: disputed || sum?.disputed === true,
      }),
      undefined,
    );
}

function rowOf(rolled: Rolled, amounts: PrintedAmounts, code: string): BasicSpendingRow | undefined {
  const { account, key, department, year } = rolled;
  const cell = (column: ColumnId): Cell => ({ statement: STATEMENT, line: code, column });
  const personnel = amounts.at(cell('personnel'));
  const operating = amounts.at(cell('operating'));
  const isWhole = (personnel ?? operating) === undefined || factsAt(account, cell('total')).length > 0;
  const total = isWhole
    ? amounts.at(cell('total'), () => basicSpendingOn(account, code))
    : sumOf([personnel, operating]);
  const any = total ?? personnel ?? operating;
  if (!any) return undefined;
  const found = [total, personnel, operating].flatMap((amount) => amount ?? []);
  const half = Math.max(...found.map((amount) => amount.half));
  return {
    department,
    year,
    code,
    account: key,
    line: any.line,
    name: linesAt(account, { statement: STATEMENT, line: code })[0]?.name ?? null,
    summed: false,
    disputed: found.some(({ disputed }) => disputed),
    half: total?.half ?? half,
    partHalf: half,
    total: total?.fen ?? null,
    ...partsOf(code, {
      ...(total ? { total } : {}),
      ...(personnel ? { personnel } : {}),
      ...(operating ? { operating } : {}),
    }),
  };
}

const plus = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one === null || one === undefined ? (other ?? null) : one + (other ?? 0);

function addMissingClasses(rows: Map<string, BasicSpendingRow>): void {
  const printed = new Set([...rows.keys()].filter((code) => code.length === 3));
  for (const child of [...rows.values()].filter(({ code }) => code.length === 5)) {
    const code = parentOf(child.code);
    if (code === null || printed.has(code)) continue;
    const known = rows.get(code);
    rows.set(code, {
      ...child,
      code,
      name: null,
      summed: true,
      disputed: child.disputed || known?.disputed === true,
      half: child.half + (known?.half ?? 0),
      partHalf: child.partHalf + (known?.partHalf ?? 0),
      total: plus(known?.total, child.total),
      personnel: plus(known?.personnel, child.personnel),
      operating: plus(known?.operating, child.operating),
    });
  }
}

/** Basic expenditure of the general public budget on each economic code, with its personnel and operating part. */
export function basicSpendingRows(rolled: Rolled): BasicSpendingRow[] {
  const amounts = new PrintedAmounts(rolled);
  const rows = new Map<string, BasicSpendingRow>();
  for (const { code } of basicSpendingSubjects(rolled.account)) {
    const row = /^\d{3}(?:\d{2})?$/.test(code) ? rowOf(rolled, amounts, code) : undefined;
    if (row) rows.set(code, row);
  }
  addMissingClasses(rows);
  return [...rows.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}
