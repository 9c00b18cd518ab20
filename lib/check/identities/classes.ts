import type { Ledger } from '../ledger';
import { codesIn } from '../lines';
import { type Relation, type Term, terms } from '../relation';

/** The statement that breaks each fund down. */
export const FUND_STATEMENTS = {
  general: 'general_budget_expenditure',
  fund: 'government_fund',
  capital: 'state_capital',
} as const;

/** Compares one class in two statements, for every class that either of them prints. */
export function classes(
  ledger: Ledger,
  pair: (code: string) => [Term[] | undefined, Term[] | undefined],
  relate: (left: Term[], right: Term[]) => Relation[],
): Relation[] {
  return codesIn(ledger, [
    'revenue_expenditure_summary',
    'fiscal_appropriation_summary',
    'expenditure',
    ...Object.values(FUND_STATEMENTS),
  ])
    .filter((code) => code.length === 3)
    .flatMap((code) => {
      const [left, right] = pair(code);
      return left && right ? relate(left, right) : [];
    });
}

export const single = (figure: Parameters<typeof terms>[0][number]): Term[] | undefined =>
  figure ? terms([figure]) : undefined;
