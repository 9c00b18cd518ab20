import type { Identity } from '../identity';
import { BASIC_EXPENDITURE } from './basicExpenditure';
import { BETWEEN } from './between';
import { BETWEEN_FUNDS } from './betweenFunds';
import { CLAIMS } from './claims';
import { EXPENDITURE } from './expenditure';
import { FISCAL_APPROPRIATION_SUMMARY } from './fiscalAppropriationSummary';
import { FUNDS_AND_CAPITAL } from './fundsAndCapital';
import { GENERAL_BUDGET } from './generalBudget';
import { REPEATED_CLAIMS } from './repeatedClaims';
import { REVENUE } from './revenue';
import { REVENUE_EXPENDITURE_SUMMARY } from './revenueExpenditureSummary';
import { THREE_PUBLIC } from './threePublic';

/** The identities over amounts, the most telling of each statement first: a finding is named after the first it breaks. */
export const IDENTITIES: readonly Identity[] = [
  ...REVENUE_EXPENDITURE_SUMMARY,
  ...REVENUE,
  ...EXPENDITURE,
  ...FISCAL_APPROPRIATION_SUMMARY,
  ...GENERAL_BUDGET,
  ...BASIC_EXPENDITURE,
  ...FUNDS_AND_CAPITAL,
  ...THREE_PUBLIC,
  ...[...BETWEEN, ...BETWEEN_FUNDS].sort((one, other) => (one.id < other.id ? -1 : 1)),
  ...CLAIMS,
  ...REPEATED_CLAIMS,
];
