import { subtract } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { AspectId } from '../../measures';
import { type Level, levelsNear, printedLevels, sameSentence, sentenceLevels, signed } from '../levels';
import { growthFromChange, growthFromLevels, type Quotient } from '../rate';
import { type Attempt, shareAttempt } from './ratios';

/** A level compared with another one: by a change, by a rate, or by a word. */
export interface Comparison {
  growth: AspectId;
  change: AspectId;
  unchanged: AspectId | null;
  /** aspects that state what it is compared with */
  base: readonly AspectId[];
  current: readonly AspectId[];
  word: string;
}

const BUDGETS: readonly AspectId[] = ['initial_budget', 'annual_budget', 'budget'];

export const ON_YEAR: Comparison = {
  growth: 'growth_on_year',
  change: 'change_on_year',
  unchanged: 'unchanged_on_year',
  base: ['prior_year'],
  current: ['final'],
  word: '上年',
};

export const ON_BUDGET: Comparison = {
  growth: 'growth_on_budget',
  change: 'change_on_budget',
  unchanged: 'unchanged_on_budget',
  base: BUDGETS,
  current: ['final'],
  word: '预算',
};

const ON_PRIOR_BUDGET: Comparison = {
  growth: 'growth_on_prior_budget',
  change: 'change_on_prior_budget',
  unchanged: null,
  base: ['prior_year_budget'],
  current: ['final'],
  word: '上年预算',
};

export const COMPARISONS: readonly Comparison[] = [ON_YEAR, ON_BUDGET, ON_PRIOR_BUDGET];
export const ON_BUDGETS: readonly Comparison[] = [ON_BUDGET, ON_PRIOR_BUDGET];

export const comparisonOf = (aspect: AspectId): Comparison | undefined =>
  COMPARISONS.find(({ growth, change, unchanged }) => [growth, change, unchanged].includes(aspect));

/** The current level: as the passage states it, and as the statements print it. */
export function currentLevels(reading: Reading, claim: Claim, comparison: Comparison): Level[] {
  const stated = levelsNear(reading, claim, comparison.current);
  return claim.subject === null || claim.measure !== 'subject_expenditure'
    ? [...stated, ...printedLevels(reading, claim.measure)]
    : stated;
}

/** The stated changes the claim belongs to, signed by their own words. */
export function changesNear(reading: Reading, claim: Claim, comparison: Comparison): Level[] {
  return levelsNear(reading, claim, [comparison.change]).map((level) => {
    const source = level.claim === null ? undefined : reading.claims[level.claim];
    return source ? signed(level, source) : level;
  });
}

const plain = (level: Level): string => /[\d,.，]+/.exec(level.printed)?.[0] ?? level.printed;
const unitless = (levels: readonly Level[]): boolean => new Set(levels.map(({ unit }) => unit)).size === 1;
const figure = (level: Level, levels: readonly Level[]): string =>
  unitless(levels) ? plain(level) : `${plain(level)} ${level.unit}`;

function fromChange(current: Level, change: Level): Attempt[] {
  const quotient = growthFromChange(current, change);
  if (!quotient) return [];
  const both = [current, change];
  const sign = change.value.isNegative() ? '＋' : '－';
  const formula = `${figure(change, both)} ÷（${figure(current, both)} ${sign} ${figure(change, both)}）`;
  const again = ([one, other]: readonly Level[]): Quotient | undefined => one && other && growthFromChange(other, one);
  return [{ quotient, levels: [change, current], formula, again }];
}

function fromLevels(current: Level, previous: Level): Attempt[] {
  const quotient = growthFromLevels(current, previous);
  if (!quotient) return [];
  const both = [current, previous];
  const formula = `（${figure(current, both)} － ${figure(previous, both)}）÷ ${figure(previous, both)}`;
  const again = ([one, other]: readonly Level[]): Quotient | undefined => one && other && growthFromLevels(one, other);
  return [{ quotient, levels: [current, previous], formula, again }];
}

/** Next year's budget, where the passage is about it: 「2022 年预算较 2021 年增加」. */
const plannedLevels = (reading: Reading, claim: Claim, comparison: Comparison): Level[] =>
  comparison === ON_YEAR ? levelsNear(reading, claim, ['next_year_budget']) : [];

/** Every way to recompute a growth rate from what is printed: from change and level, and from two levels. */
export function growthAttempts(reading: Reading, claim: Claim, comparison: Comparison): Attempt[] {
  const currents = [...currentLevels(reading, claim, comparison), ...plannedLevels(reading, claim, comparison)];
  const changes = changesNear(reading, claim, comparison);
  const bases = levelsNear(reading, claim, comparison.base);
  return [
    ...currents.flatMap((current) => changes.flatMap((change) => fromChange(current, change))),
    ...currents.flatMap((current) => bases.flatMap((base) => fromLevels(current, base))),
  ];
}

/** Ways that use any level and change of the sentence: a reading that could be meant is no contradiction. */
export function looseAttempts(reading: Reading, claim: Claim, comparison: Comparison): Attempt[] {
  const levels = sentenceLevels(reading, claim);
  const changes = levels.filter(({ claim: other }) => comparisonOf(other.aspect)?.change === other.aspect);
  const currents = levels.filter(({ claim: other }) => comparisonOf(other.aspect) === undefined);
  const planned = comparison === ON_YEAR && reading.claims.some(({ aspect }) => aspect === 'next_year_budget');
  return [
    ...currents.flatMap((current) =>
      changes.flatMap((change) => fromChange(current.level, signed(change.level, change.claim))),
    ),
    ...(planned ? plannedAttempts(reading, claim, comparison) : []),
  ];
}

/** Next year's budget compared with this year's final figure, which is then the base. */
function plannedAttempts(reading: Reading, claim: Claim, comparison: Comparison): Attempt[] {
  return levelsNear(reading, claim, [comparison.change]).flatMap((change) =>
    currentLevels(reading, claim, comparison).flatMap((base) => shareAttempt(change, base)),
  );
}

/** current − base as an interval, with the levels it comes from. */
export function statedChanges(reading: Reading, claim: Claim, comparison: Comparison) {
  const bases = levelsNear(reading, claim, comparison.base);
  return currentLevels(reading, claim, comparison).flatMap((current) =>
    bases.map((base) => ({
      current,
      base,
      value: current.value.minus(base.value),
      interval: subtract(current.interval, base.interval),
    })),
  );
}

/** The rates that stand in the claim's sentence for the same measure and comparison. */
export const ratesBeside = (
  reading: Reading,
  claim: Claim,
  comparison: Comparison,
): { claim: Claim; index: number }[] =>
  reading.claims.flatMap((other, index) =>
    other.aspect === comparison.growth &&
    other.measure === claim.measure &&
    other.subject === claim.subject &&
    sameSentence(claim, other)
      ? [{ claim: other, index }]
      : [],
  );
