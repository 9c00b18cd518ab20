import { Decimal, exactly, intervalOf, isMoneyUnit, moneyInterval, scale } from '../amount';
import type { Claim, Fact, Reading } from '../facts';
import type { EquationTerm } from '../findings';
import { ASPECTS, type AspectId, type Cell, type MeasureId, measureOf } from '../measures';
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

export interface IndexedClaim {
  claim: Claim;
  index: number;
}

interface Index {
  claims: IndexedClaim[];
  byMeasure: Map<MeasureId, IndexedClaim[]>;
  levels: Map<string, Level[]>;
  leavesZerosOff: boolean;
}

const indexes = new WeakMap<Reading, Index>();

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const cellKey = (statement: string, line: string | null, column: string, side: string | null | undefined): string =>
  `${statement}|${line}|${column}|${side ?? ''}`;

const OWN_FIGURES = /^(project_|whole_|performance_|procurement_)/;

/**
 * 161 万元 for a printed 161.00: the narrative leaves closing zeros off when nearly all its short figures are those of the
 * statements to the last digit. Then 161 is no rounding of 160.6.
 */
function leavesZerosOff(reading: Reading): boolean {
  const printed = new Set(reading.facts.map(({ amount }) => new Decimal(amount).toString()));
  const short = reading.claims.filter(
    ({ measure, aspect, unit, value, decimals }) =>
      aspect === 'final' && unit === '万元' && decimals < 2 && Number(value) !== 0 && !OWN_FIGURES.test(measure),
  );
  const exact = short.filter(({ value }) => printed.has(new Decimal(value).toString()));
  return short.length >= 3 && exact.length * 5 >= short.length * 4;
}

function indexOf(reading: Reading): Index {
  const known = indexes.get(reading);
  if (known) return known;
  const index: Index = {
    claims: reading.claims.map((claim, at) => ({ claim, index: at })),
    byMeasure: new Map(),
    levels: new Map(),
    leavesZerosOff: leavesZerosOff(reading),
  };
  for (const one of index.claims) push(index.byMeasure, one.claim.measure, one);
  for (const [at, fact] of reading.facts.entries()) {
    const level = levelOfFact(fact, at);
    push(index.levels, cellKey(fact.statement, fact.line, fact.column, fact.side), level);
    if (fact.side) push(index.levels, cellKey(fact.statement, fact.line, fact.column, null), level);
  }
  indexes.set(reading, index);
  return index;
}

export const claimsWith = (reading: Reading): readonly IndexedClaim[] => indexOf(reading).claims;

/** The level of a claim of this reading, exact to two digits where the narrative leaves closing zeros off. */
export const levelIn = (reading: Reading, claim: Claim, index: number): Level =>
  levelOfClaim(claim, index, indexOf(reading).leavesZerosOff ? 2 : 0);

/** The claims about a measure. */
export const claimsOf = (reading: Reading, measure: MeasureId): readonly IndexedClaim[] =>
  indexOf(reading).byMeasure.get(measure) ?? [];

function labelOf({ measure, subject, aspect }: Claim): string {
  const name = subject && measure === 'subject_expenditure' ? subject : measureOf(measure).label;
  return aspect === 'final' ? name : `${name}${ASPECTS[aspect].label}`;
}

/** A printed 0 is none at all, not something below a half. */
const digitsOf = (claim: Claim, least: number): number =>
  claim.unit === '万元' && (least > 0 || /^-?0$/.test(claim.value)) ? Math.max(claim.decimals, 2) : claim.decimals;

/** A claim's number as a level, unsigned; a decrease stays positive. `least` digits are behind the point where zeros were left off. */
export function levelOfClaim(claim: Claim, index: number, least = 0): Level {
  const number = { value: new Decimal(claim.value).abs().toString(), decimals: digitsOf(claim, least) };
  const money = isMoneyUnit(claim.unit);
  const interval = isMoneyUnit(claim.unit)
    ? moneyInterval(number, claim.unit)
    : claim.unit === '%' || claim.decimals > 0
      ? intervalOf(number)
      : exactly(number.value);
  return {
    label: labelOf(claim),
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

export const factsAt = (reading: Reading, { statement, line, column, side }: Cell): readonly Level[] =>
  indexOf(reading).levels.get(cellKey(statement, line, column, side)) ?? [];

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

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((text, at) => text === other[at]));

export const sameSubject = (one: Claim, other: Claim): boolean =>
  one.subject === other.subject && equal(one.subjectPath, other.subjectPath);

export const sameSection = (one: Claim, other: Claim): boolean => equal(one.section, other.section);

/** Whether two claims stand in one sentence; equal sentences of different items are told apart by their lines. */
export const sameSentence = (one: Claim, other: Claim): boolean =>
  one.sentence === other.sentence && Math.abs(one.place.line - other.place.line) <= 12 && sameSection(one, other);

interface Near {
  claim: Claim;
  index: number;
  tier: number;
}

function tierOf(claim: Claim, other: Claim): number | undefined {
  const same = other.measure === claim.measure;
  if (sameSentence(claim, other)) return same ? 0 : 1;
  if (sameSection(claim, other)) return same ? 2 : 3;
  return same ? 4 : undefined;
}

/** Levels of the claim's measure and subject with one of these aspects, from the nearest passage that has any. */
export function levelsNear(reading: Reading, claim: Claim, aspects: readonly AspectId[]): Level[] {
  const measures = [claim.measure, ...(KIN[claim.measure] ?? [])];
  const found = measures
    .flatMap((measure) => claimsOf(reading, measure))
    .flatMap(({ claim: other, index }): Near[] => {
      if (!aspects.includes(other.aspect) || other === claim || !sameSubject(claim, other)) return [];
      if (other.unit === '%' || (claim.year !== null && other.year !== null && claim.year !== other.year)) return [];
      const tier = tierOf(claim, other);
      return tier === undefined ? [] : [{ claim: other, index, tier }];
    });
  const nearest = Math.min(...found.map(({ tier }) => tier));
  return found.filter(({ tier }) => tier === nearest).map((near) => levelIn(reading, near.claim, near.index));
}

/** Every money level and change of the claim's sentence, whatever it is said to be of. */
export const sentenceLevels = (reading: Reading, claim: Claim): { claim: Claim; level: Level }[] =>
  claimsWith(reading)
    .filter(({ claim: other }) => other.unit !== '%' && sameSentence(claim, other))
    .map(({ claim: other, index }) => ({ claim: other, level: levelIn(reading, other, index) }));

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
