import type { Claim, Reading } from '../../facts';
import type { AspectId } from '../../measures';
import { measureOf } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import {
  claimsWith,
  factsAt,
  figureText,
  type Level,
  levelIn,
  levelsNear,
  levelText,
  printedLevels,
  signed,
} from '../levels';
import { growthFromLevels, type Quotient, shareOf } from '../rate';
import { type Attempt, rateDraft, shareAttempt, subjectText } from './ratios';

const BUDGETS: readonly AspectId[] = ['initial_budget', 'annual_budget', 'budget'];

/** Budgets: as the passage states them, and as the 预算数 line of the three public expenses prints them. */
function budgetsOf(reading: Reading, claim: Claim): Level[] {
  const printed = (measureOf(claim.measure).cells ?? [])
    .filter(({ statement }) => statement === 'three_public')
    .flatMap((cell) => factsAt(reading, { ...cell, line: 'budget' }));
  return [...levelsNear(reading, claim, BUDGETS), ...printed];
}

/** 执行数 of a project stands under a measure of its own. */
function finalsOf(reading: Reading, claim: Claim): Level[] {
  const executed = EXECUTED[claim.measure];
  const near = executed
    ? levelsNear(reading, { ...claim, measure: executed }, ['final'])
    : levelsNear(reading, claim, ['final']);
  return [...near, ...printedLevels(reading, claim.measure)];
}

const EXECUTED: Readonly<Partial<Record<Claim['measure'], Claim['measure']>>> = {
  project_budget: 'project_executed',
  project_executed: 'project_executed',
  whole_budget: 'whole_executed',
  whole_executed: 'whole_executed',
};
const PLANNED: Readonly<Partial<Record<Claim['measure'], Claim['measure']>>> = {
  project_executed: 'project_budget',
  project_budget: 'project_budget',
  whole_executed: 'whole_budget',
  whole_budget: 'whole_budget',
};

function plannedOf(reading: Reading, claim: Claim): Level[] {
  const planned = PLANNED[claim.measure];
  return planned
    ? levelsNear(reading, { ...claim, measure: planned }, ['final', ...BUDGETS])
    : budgetsOf(reading, claim);
}

function zeroBudget(claim: Claim, index: number, budget: Level, finals: readonly Level[]): Draft {
  const spent = finals.find(({ value }) => !value.isZero());
  return {
    severity: spent ? 'warning' : 'note',
    message: `${subjectText(claim)}预算为 0，完成预算的百分比没有意义，却印为 ${figureText(claim)}%${spent ? `（决算 ${levelText(spent)}）` : ''}`,
    places: [claim.place, budget.place],
    found: claim.value,
    claims: [index],
  };
}

/** The same heading's final figure wherever else the narrative states it. */
const elsewhere = (reading: Reading, claim: Claim): Level[] =>
  claimsWith(reading)
    .filter(
      ({ claim: other }) =>
        other.measure === claim.measure &&
        other.subject === claim.subject &&
        other.aspect === 'final' &&
        other.unit !== '%',
    )
    .map(({ claim: other, index }) => levelIn(reading, other, index));

/** The budget as the final figure and the change on it tell it: only where the sentence knows one budget. */
function fromChanges(reading: Reading, claim: Claim, finals: readonly Level[]): Attempt[] {
  if (/全年|调整|追加后/.test(claim.sentence)) return [];
  const changes = levelsNear(reading, claim, ['change_on_budget']).flatMap((level) => {
    const source = level.claim === null ? undefined : reading.claims[level.claim];
    return source?.sentence === claim.sentence ? [signed(level, source)] : [];
  });
  const again = ([final, change]: readonly Level[]): Quotient | undefined => {
    if (!final || !change) return undefined;
    const low = final.interval.low.minus(change.interval.high);
    const high = final.interval.high.minus(change.interval.low);
    return shareOf(final, { value: final.value.minus(change.value), interval: { low, high } });
  };
  return finals.flatMap((final) =>
    changes.flatMap((change): Attempt[] => {
      const quotient = again([final, change]);
      const sign = change.value.isNegative() ? '＋' : '－';
      const formula = `${figureText(final)} ÷（${figureText(final)} ${sign} ${figureText(change)}）`;
      return quotient ? [{ quotient, levels: [final, change], formula, again }] : [];
    }),
  );
}

function completionDraft(reading: Reading, claim: Claim, index: number): Draft[] {
  const finals = finalsOf(reading, claim);
  const budgets = plannedOf(reading, claim);
  const zero = budgets.find(({ value }) => value.isZero());
  if (zero && budgets.every(({ value }) => value.isZero())) return [zeroBudget(claim, index, zero, finals)];
  const attempts = [
    ...finals.flatMap((final) => budgets.flatMap((budget) => shareAttempt(final, budget))),
    ...(budgets.length === 0 ? fromChanges(reading, claim, finals) : []),
  ];
  const suspects = [
    ...attempts.flatMap(({ levels: [final, budget] }) => {
      const quotient = final && budget && shareOf(budget, final);
      const saved = final && budget && growthFromLevels(final, budget);
      return [
        ...(quotient ? [{ quotient, why: '分子分母颠倒' }] : []),
        ...(saved ? [{ quotient: saved, why: '印出的是比预算增减的比例' }] : []),
      ];
    }),
    ...elsewhere(reading, claim).flatMap((final) =>
      budgets.flatMap((budget) => {
        const quotient = shareOf(final, budget);
        return quotient ? [{ quotient, why: `与另一处的决算数 ${figureText(final)} 相符` }] : [];
      }),
    ),
  ];
  const draft = rateDraft({ reading, claim, index, identity: completion.id, name: '预算完成率', attempts, suspects });
  return draft ? [draft] : [];
}

/** 完成预算的 % = 决算数 ÷ 预算数. */
export const completion = defineCheck(
  {
    id: 'N-17',
    title: '预算完成率等于决算数除以预算数',
    formula: '完成预算 % = 决算数 ÷ 年初预算数（或全年预算数）× 100；预算为 0 时没有意义',
    kind: 'ratio',
    source: '部门决算公开说明的定义',
    severity: 'error',
  },
  ({ reading }) =>
    reading.claims.flatMap((claim, index) =>
      claim.aspect === 'completion' ? completionDraft(reading, claim, index) : [],
    ),
);
