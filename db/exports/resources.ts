import { basicSpending, findings, metrics, spending } from './derived';
import type { Resource } from './field';
import { claims, facts } from './printed';
import { accounts, departments, statements } from './publications';
import { checks, measures, subjects } from './registers';

/** Everything that is exported, in the order of the package. */
export const RESOURCES: readonly Resource[] = [
  accounts,
  departments,
  statements,
  facts,
  claims,
  metrics,
  spending,
  basicSpending,
  findings,
  measures,
  subjects,
  checks,
];
