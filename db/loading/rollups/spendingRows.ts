import { intersect, moneyInterval } from '../../../lib/amount';
import { parentOf } from '../../../lib/classification';
import type { Account } from '../../../lib/facts';
import { factsAt, linesAt, statementOf } from '../../../lib/occurrences';
import { spendingBasis, spendingOn, spendingSubjects, subjectName } from '../../../lib/spending';
import type { ColumnId, StatementId } from '../../../lib/statements';
import type { tables } from '../../open';
import { type PrintedAmount, PrintedAmounts } from './printedAmounts';
import type { Rolled } from './rolled';

export type SpendingRow = typeof tables.spending.$inferInsert;

const NATURES = ['total', 'basic', 'project'] as const satisfies readonly ColumnId[];
const FUNDS = [
  { statement: 'general_budget_expenditure', slots: ['general', 'generalBasic', 'generalProject'] },
  { statement: 'government_fund', slots: ['fund', 'fundBasic', 'fundProject'] },
  { statement: 'state_capital', slots: ['capital', 'capitalBasic', 'capitalProject'] },
] as const satisfies readonly { statement: StatementId; slots: readonly string[] }[];

/** Prints the 类 of each fund, for accounts without the fund's own statement. */
const FISCAL_SUMMARY = { statement: 'fiscal_appropriation_summary', side: 'expenditure' } as const;

const SLOTS = [...NATURES, ...FUNDS.flatMap(({ slots }) => slots)] as const;
type Slot = (typeof SLOTS)[number];

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

function codesOf(account: Account): string[] {
  const codes = new Set(spendingSubjects(account).map(({ code }) => code));
  for (const { statement } of FUNDS)
    for (const { line, facts } of statementOf(account, statement)?.lines ?? [])
      if (line !== null && facts.length > 0) codes.add(line);
  return [...codes].filter((code) => CODE.test(code)).sort();
}

/** The summary may print a 类 beside the 支出决算表; where both fit, the coded statement's figure stands. */
function agreesWithSummary(account: Account, code: string): boolean {
  const [coded] = factsAt(account, { statement: 'expenditure', line: code, column: 'total' });
  const line = { statement: 'revenue_expenditure_summary', side: 'expenditure', line: code, column: 'final' } as const;
  return factsAt(account, line).every(
    ({ amount, decimals, unit }) =>
      coded !== undefined &&
      decimals <= coded.decimals &&
      unit === coded.unit &&
      intersect(
        moneyInterval({ value: amount, decimals }, unit),
        moneyInterval({ value: coded.amount, decimals: coded.decimals }, coded.unit),
      ) !== undefined,
  );
}

function amountsOf(account: Account, amounts: PrintedAmounts, code: string): Map<Slot, PrintedAmount> {
  const found = new Map<Slot, PrintedAmount>();
  const keep = (slot: Slot, amount: PrintedAmount | undefined): void => {
    if (amount) found.set(slot, amount);
  };
  const isCoded = spendingBasis(account).statements[0] === 'expenditure';
  for (const column of NATURES) {
    const weigh = () => spendingOn(account, code, column);
    const isPlain = isCoded && (code.length > 3 || column !== 'total' || agreesWithSummary(account, code));
    keep(column, isPlain ? amounts.at({ statement: 'expenditure', line: code, column }, weigh) : amounts.of(weigh()));
  }
  for (const { statement, slots } of FUNDS)
    for (const [index, slot] of slots.entries())
      keep(slot, amounts.at({ statement, line: code, column: NATURES[index] ?? 'total' }));
  if (code.length === 3)
    for (const fund of ['general', 'fund', 'capital'] as const)
      if (!found.has(fund)) keep(fund, amounts.at({ ...FISCAL_SUMMARY, line: code, column: fund }));
  return found;
}

const largestHalf = (amounts: readonly PrintedAmount[]): number =>
  Math.max(0, ...amounts.filter(({ fen }) => fen !== 0).map(({ half }) => half));

function rowOf(rolled: Rolled, amounts: PrintedAmounts, code: string): SpendingRow | undefined {
  const { account } = rolled;
  const found = amountsOf(account, amounts, code);
  if (found.size === 0) return undefined;
  const total = found.get('total');
  const parts = [...found].flatMap(([slot, amount]) => (slot === 'total' ? [] : [amount]));
  const line =
    total?.line ?? parts[0]?.line ?? linesAt(account, { statement: 'expenditure', line: code })[0]?.place.line;
  return {
    ...blankRow(rolled, code),
    line: line ?? 0,
    name: subjectName(account, code) ?? null,
    disputed: [...found.values()].some(({ disputed }) => disputed),
    half: total?.half ?? largestHalf(parts),
    partHalf: largestHalf(parts),
    ...Object.fromEntries([...found].map(([slot, { fen }]) => [slot, fen])),
  };
}

const blankRow = ({ key, department, year }: Rolled, code: string): SpendingRow => ({
  department,
  year,
  code,
  account: key,
  line: 0,
  name: null,
  summed: false,
  disputed: false,
  half: 0,
  partHalf: 0,
});

/** A heading that a form leaves out is the sum of what stands below it. */
function addMissingParents(rolled: Rolled, rows: Map<string, SpendingRow>): void {
  for (const length of [5, 3]) {
    const printed = new Set([...rows.keys()].filter((code) => code.length === length));
    for (const child of [...rows.values()].filter(({ code }) => code.length === length + 2)) {
      const code = parentOf(child.code);
      if (code === null || printed.has(code)) continue;
      const parent = rows.get(code) ?? { ...blankRow(rolled, code), line: child.line, summed: true };
      parent.disputed ||= child.disputed;
      parent.half += child.half;
      parent.partHalf += child.partHalf;
      for (const slot of SLOTS) {
        const amount = child[slot];
        if (amount !== null && amount !== undefined) parent[slot] = (parent[slot] ?? 0) + amount;
      }
      rows.set(code, parent);
    }
  }
}

/** What an account spent on each functional code, by fund and nature. */
export function spendingRows(rolled: Rolled): SpendingRow[] {
  const amounts = new PrintedAmounts(rolled);
  const rows = new Map<string, SpendingRow>();
  for (const code of codesOf(rolled.account)) {
    const row = rowOf(rolled, amounts, code);
    if (row) rows.set(code, row);
  }
  addMissingParents(rolled, rows);
  return [...rows.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}
