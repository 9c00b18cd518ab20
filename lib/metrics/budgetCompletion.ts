import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import type { AspectId, MeasureId } from '../measures';
import type { Metric } from './metric';
import { quotient } from './quotient';

const MEASURES: readonly MeasureId[] = ['general_expenditure', 'fiscal_expenditure', 'year_expenditure'];
const BUDGETS: readonly AspectId[] = ['initial_budget', 'annual_budget', 'budget'];

/** The first measure whose budget is stated, with the budget it is measured against. */
function budgetOf(account: Account): { id: MeasureId; budget: Measured } {
  for (const id of MEASURES)
    for (const aspect of BUDGETS) {
      const budget = measure(account, id, aspect);
      if (budget.value !== null) return { id, budget };
    }
  return { id: 'general_expenditure', budget: measure(account, 'general_expenditure', 'initial_budget') };
}

export const budgetCompletion: Metric = {
  id: 'budget_completion',
  zh: '完成预算',
  en: 'Completion of the budget',
  formula: '支出决算 ÷ 预算（年初预算，没有时用全年预算）',
  unit: '%',
  printedIn: '情况说明之一般公共预算财政拨款支出决算情况',
  compute(account) {
    const { id, budget } = budgetOf(account);
    return quotient(budgetCompletion, measure(account, id), budget, measure(account, id, 'completion'));
  },
};
