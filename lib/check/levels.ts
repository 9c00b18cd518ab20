import { Decimal, exactly, intervalOf, isMoneyUnit, moneyInterval, scale } from '../amount';
import type { Claim, Fact, Reading } from '../facts';
import type { EquationTerm } from '../findings';
import { type AspectId, type Cell, type MeasureId, measureOf } from '../measures';
import type { Place } from '../place';
import { STATEMENTS } from '../statements';
import type { Measured } from './rate';

/** A printed level of a measure, of the narrative or of a statement: money in 分, counts as they are. */
export interface Level extends Measured {
  label: string;
  printed: string;
  unit: string;
  decimals: number;
  place: Place;
  claim: number | null;
  fact: number | null;
}

export const claimsWith = (reading: Reading): { claim: Claim; index: number }[] =>
  reading.claims.map((claim, index) => ({ claim, index }));

/** A claim's number as a level, unsigned; a decrease stays positive. */
export function levelOfClaim(claim: Claim, index: number): Level {
  const number = { value: new Decimal(claim.value).abs().toString(), decimals: claim.decimals };
  const money = isMoneyUnit(claim.unit);
  const interval = isMoneyUnit(claim.unit)
    ? moneyInterval(number, claim.unit)
    : claim.unit === '%' || claim.decimals > 0
      ? intervalOf(number)
      : exactly(number.value);
  return {
    label: claim.subject && claim.measure === 'subject_expenditure' ? claim.subject : measureOf(claim.measure).label,
    value: money ? interval.low.plus(interval.high).div(2) : new Decimal(number.value),
    interval,
    printed: claim.printed,
    unit: claim.unit,
    decimals: claim.decimals,
    place: claim.place,
    claim: index,
    fact: null,
  };
}

export function levelOfFact(fact: Fact, index: number): Level {
  const interval = moneyInterval({ value: fact.amount, decimals: fact.decimals }, fact.unit);
  return {
    label: `${STATEMENTS[fact.statement].short}“${fact.name}”`,
    value: interval.low.plus(interval.high).div(2),
    interval,
    printed: fact.printed,
    unit: fact.unit,
    decimals: fact.decimals,
    place: fact.place,
    claim: null,
    fact: index,
  };
}

/** The level with the sign of its direction: a decrease below zero. */
export function signed(level: Level, claim: Claim): Level {
  if (claim.direction !== 'decrease') return level;
  return { ...level, value: level.value.neg(), interval: scale(level.interval, -1) };
}

export function factsAt(reading: Reading, cell: Cell): Level[] {
  return reading.facts.flatMap((fact, index) =>
    fact.statement === cell.statement &&
    fact.line === cell.line &&
    fact.column === cell.column &&
    (fact.side ?? undefined) === (cell.side ?? fact.side ?? undefined)
      ? [levelOfFact(fact, index)]
      : [],
  );
}

/** The final level of a measure as the statements print it. */
export const printedLevels = (reading: Reading, measure: MeasureId): Level[] =>
  (measureOf(measure).cells ?? []).flatMap((cell) => factsAt(reading, cell));

/** Measures that a sentence may mean when it repeats a figure under a shorter name. */
const KIN: Readonly<Partial<Record<MeasureId, readonly MeasureId[]>>> = {
  total_revenue_expenditure: ['total_revenue', 'total_expenditure'],
  total_revenue: ['total_revenue_expenditure'],
  total_expenditure: ['total_revenue_expenditure'],
  fiscal_total: ['fiscal_total_revenue', 'fiscal_total_expenditure'],
  fiscal_total_revenue: ['fiscal_total', 'fiscal_revenue'],
  fiscal_total_expenditure: ['fiscal_total', 'fiscal_expenditure'],
  fiscal_revenue: ['fiscal_total_revenue', 'fiscal_total', 'general_revenue'],
  fiscal_expenditure: ['general_expenditure', 'fiscal_total_expenditure', 'fiscal_total'],
  general_expenditure: ['fiscal_expenditure'],
  general_revenue: ['fiscal_revenue'],
  year_revenue: ['total_revenue'],
  year_expenditure: ['total_expenditure'],
};

const sameSubject = (one: Claim, other: Claim): boolean =>
  one.subject === other.subject && one.subjectPath.join('/') === other.subjectPath.join('/');

export const sameSection = (one: Claim, other: Claim): boolean => one.section.join('/') === other.section.join('/');

/** Whether two claims stand in one sentence; equal sentences of different items are told apart by their lines. */
export const sameSentence = (one: Claim, other: Claim): boolean =>
  one.sentence === other.sentence && Math.abs(one.place.line - other.place.line) <= 12 && sameSection(one, other);

interface Near {
  claim: Claim;
  index: number;
  tier: number;
}

/** Levels of the claim's measure and subject with one of these aspects, from the nearest passage that has any. */
export function levelsNear(reading: Reading, claim: Claim, aspects: readonly AspectId[]): Level[] {
  const found = claimsWith(reading).flatMap(({ claim: other, index }): Near[] => {
    if (!aspects.includes(other.aspect) || !sameSubject(claim, other) || other === claim) return [];
    if (other.unit === '%' || (claim.year !== null && other.year !== null && claim.year !== other.year)) return [];
    const same = other.measure === claim.measure;
    if (!same && !(KIN[claim.measure] ?? []).includes(other.measure)) return [];
    if (sameSentence(claim, other)) return [{ claim: other, index, tier: same ? 0 : 1 }];
    if (sameSection(claim, other)) return [{ claim: other, index, tier: same ? 2 : 3 }];
    return same ? [{ claim: other, index, tier: 4 }] : [];
  });
  const nearest = Math.min(...found.map(({ tier }) => tier));
  return found.filter(({ tier }) => tier === nearest).map((near) => levelOfClaim(near.claim, near.index));
}

/** Every money level and change of the claim's sentence, whatever it is said to be of. */
export const sentenceLevels = (reading: Reading, claim: Claim): { claim: Claim; level: Level }[] =>
  claimsWith(reading)
    .filter(({ claim: other }) => other.unit !== '%' && sameSentence(claim, other))
    .map(({ claim: other, index }) => ({ claim: other, level: levelOfClaim(other, index) }));

/** One level of each value, the first of it. */
export function distinct(levels: readonly Level[]): Level[] {
  const seen = new Set<string>();
  return levels.filter((level) => {
    const key = `${level.value}|${level.decimals}|${level.unit}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The number without unit and separators, as the messages quote it. */
export const figureText = (level: Pick<Level, 'printed'>): string =>
  /[-−]?[\d,.，]+/.exec(level.printed)?.[0] ?? level.printed;

export const levelText = (level: Pick<Level, 'printed' | 'unit'>): string => `${figureText(level)} ${level.unit}`;

export const termOf = (level: Level, factor = 1): EquationTerm => ({
  factor,
  label: level.label,
  printed: level.printed,
  unit: level.unit,
  place: level.place,
  fact: level.fact,
  claim: level.claim,
});
