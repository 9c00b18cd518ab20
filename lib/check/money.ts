import type { Figure } from './figures';
import { isPrinted } from './figures';
import type { Ledger } from './ledger';

const NON_FISCAL = ['superior_subsidy', 'institution', 'business', 'affiliate_remittance', 'other'] as const;
const NON_FISCAL_SPENDING = ['superior_remittance', 'business', 'affiliate_subsidy'] as const;

const isNothing = (figure: Figure | undefined): boolean => figure === undefined || figure.value === 0;
const agree = (one: Figure | undefined, other: Figure | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  isPrinted(one) &&
  isPrinted(other) &&
  one.value === other.value &&
  one.value !== 0;

/**
 * Whether all money of the account is fiscal appropriation: no other revenue, no balances of other money used, and a total
 * of all money that is printed alike for the appropriations.
 */
export function isPurelyFiscal(ledger: Ledger): boolean {
  const t1 = (line: string, side: 'revenue' | 'expenditure') =>
    ledger.cell('revenue_expenditure_summary', line, 'final', side);
  const t4 = (line: string) => ledger.cell('fiscal_appropriation_summary', line, 'total', 'expenditure');
  const other = NON_FISCAL.flatMap((kind) => [t1(kind, 'revenue'), ledger.cell('revenue', 'total', kind)]);
  const spent = NON_FISCAL_SPENDING.map((kind) => ledger.cell('expenditure', 'total', kind));
  if (![...other, ...spent, t1('use_of_balance', 'revenue'), t1('distribution', 'expenditure')].every(isNothing))
    return false;
  return (
    agree(t1('year_total', 'expenditure'), t4('year_total')) ||
    agree(ledger.cell('expenditure', 'total', 'total'), t4('year_total')) ||
    agree(t1('grand_total', 'expenditure'), t4('grand_total'))
  );
}

/** Whether nothing was carried over into the year or out of it. */
export function isWithoutCarryOver(ledger: Ledger): boolean {
  const t1 = (line: string, side: 'revenue' | 'expenditure') =>
    ledger.cell('revenue_expenditure_summary', line, 'final', side);
  const balances = [
    t1('opening', 'revenue'),
    t1('closing', 'expenditure'),
    t1('use_of_balance', 'revenue'),
    t1('distribution', 'expenditure'),
    ledger.cell('fiscal_appropriation_summary', 'opening', 'final', 'revenue'),
    ledger.cell('fiscal_appropriation_summary', 'closing', 'total', 'expenditure'),
  ];
  if (!balances.every(isNothing) || !ledger.sheets.has('revenue_expenditure_summary')) return false;
  return (
    agree(t1('year_total', 'revenue'), t1('year_total', 'expenditure')) ||
    agree(t1('grand_total', 'revenue'), t1('year_total', 'expenditure')) ||
    agree(ledger.cell('revenue', 'total', 'total'), ledger.cell('expenditure', 'total', 'total'))
  );
}
