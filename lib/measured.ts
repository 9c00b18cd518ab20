import {
  Decimal,
  exactly,
  FEN_PER_UNIT,
  formatNumber,
  fromFen,
  type Interval,
  intersect,
  isMoneyUnit,
  type MoneyUnit,
} from './amount';
import type { Account } from './facts';
import type { AdoptedValue } from './findings';
import { ASPECTS, type AspectId, type Cell, type MeasureId, measureOf } from './measures';
import {
  type Absence,
  absenceAt,
  claimsOf,
  factsAt,
  type Occurrence,
  occurrenceOfClaim,
  occurrenceOfFact,
} from './occurrences';
import type { Place } from './place';
import { fullSum, type Implied, impliedAt } from './relations';

/** A measure of an account, resolved to the places that print it. */
export interface Measured {
  label: string;
  /** decimal text in `unit`, the most precise printed one; null when missing */
  value: string | null;
  /** what the value can stand for: money in 分, all else in its own unit; null when missing */
  interval: Interval | null;
  unit: string;
  decimals: number;
  /** agreed: all printed places share a value · adopted: they do not, this one is supported · missing: see `reason` */
  status: 'agreed' | 'adopted' | 'missing';
  /** the printed places contradict each other, or the statement's own sums contradict the value shown */
  disputed: boolean;
  /** no place prints it; it is the sum of cells that do */
  summed: boolean;
  /** in Chinese: why it is missing, why this value was adopted, what contradicts it */
  reason: string | null;
  /** every printed place, the best source first, those that disagree included */
  occurrences: Occurrence[];
  /** why each cell that could print it does not */
  absences: Absence[];
}

/** A printed figure that the localisation of errors blames, with the value the identities support. */
export type Correction = Pick<AdoptedValue, 'place' | 'value' | 'unit' | 'why'>;

/** A quantity with all its printed places, before the places are weighed against each other. */
export interface Quantity {
  label: string;
  unit: string;
  occurrences: Occurrence[];
  implied: Implied[];
  absences: Absence[];
  corrections?: readonly Correction[];
}

const samePlace = (one: Place, other: Place): boolean =>
  one.line === other.line && one.cell === other.cell && one.page === other.page && one.sheet === other.sheet;

const weight = (occurrence: Occurrence): Decimal =>
  new Decimal(10).pow(-occurrence.decimals).times(isMoneyUnit(occurrence.unit) ? FEN_PER_UNIT[occurrence.unit] : 1);

/** The most precise printed one; among equals the first, which is the best source. */
const mostPrecise = (occurrences: readonly Occurrence[]): Occurrence | undefined =>
  occurrences.reduce<Occurrence | undefined>(
    (best, one) => (best && weight(best).lte(weight(one)) ? best : one),
    undefined,
  );

const commonPart = (occurrences: readonly Occurrence[]): Interval | undefined =>
  occurrences
    .slice(1)
    .reduce<Interval | undefined>((common, one) => common && intersect(common, one.interval), occurrences[0]?.interval);

const spoken = (occurrence: Pick<Occurrence, 'value' | 'unit'>): string =>
  `${formatNumber(occurrence.value)}${occurrence.unit === '%' ? '%' : ` ${occurrence.unit}`}`;

/** An interval that stands for money, as its middle in a unit. */
function spokenInterval(interval: Interval, unit: string): string {
  const middle = interval.low.plus(interval.high).div(2);
  return isMoneyUnit(unit) ? `${formatNumber(fromFen(middle, unit, 2))} ${unit}` : middle.toString();
}

/** Sums that contradict the value, where they outweigh those and the other places that confirm it. */
function conflictsWith(quantity: Quantity, chosen: Occurrence): Implied[] {
  const fits = (one: { interval: Interval }): boolean => intersect(one.interval, chosen.interval) !== undefined;
  const conflicts = quantity.implied.filter((implied) => !fits(implied));
  const confirmed = quantity.implied.length - conflicts.length + quantity.occurrences.filter(fits).length - 1;
  return conflicts.length >= Math.max(1, confirmed) ? conflicts : [];
}

function shown(quantity: Quantity, chosen: Occurrence, more: Partial<Measured>): Measured {
  const conflicts = conflictsWith(quantity, chosen);
  const contradicted = conflicts.map(
    (implied) => `${implied.label}为 ${spokenInterval(implied.interval, chosen.unit)}`,
  );
  const contradiction = conflicts.length > 0 ? `与表内合计关系不符：${[...new Set(contradicted)].join('，')}` : null;
  return {
    label: quantity.label,
    value: chosen.value,
    interval: chosen.interval,
    unit: chosen.unit,
    decimals: chosen.decimals,
    status: 'agreed',
    disputed: conflicts.length > 0,
    summed: false,
    occurrences: quantity.occurrences,
    absences: quantity.absences,
    ...more,
    reason: [more.reason, contradiction].filter(Boolean).join('；') || null,
  };
}

function missing(quantity: Quantity): Measured {
  const reasons = [...new Set(quantity.absences.map((absence) => absence.reason))];
  return {
    label: quantity.label,
    value: null,
    interval: null,
    unit: quantity.unit,
    decimals: 0,
    status: 'missing',
    disputed: false,
    summed: false,
    reason: reasons.slice(0, 2).join('；') || '文件中没有说明',
    occurrences: [],
    absences: quantity.absences,
  };
}

interface Candidate {
  occurrence: Occurrence;
  sums: Implied[];
  equals: Occurrence[];
}

/** Candidates with the most support first: sums of the statement and equal printed places count alike, then sums alone. */
function rank(quantity: Quantity): Candidate[] {
  const shares = (interval: Interval, one: { interval: Interval }): boolean =>
    intersect(interval, one.interval) !== undefined;
  return quantity.occurrences
    .map((occurrence) => ({
      occurrence,
      sums: quantity.implied.filter((implied) => shares(occurrence.interval, implied)),
      equals: quantity.occurrences.filter((other) => shares(occurrence.interval, other)),
    }))
    .sort(
      (a, b) =>
        b.sums.length + b.equals.length - (a.sums.length + a.equals.length) ||
        b.sums.length - a.sums.length ||
        weight(a.occurrence).comparedTo(weight(b.occurrence)),
    );
}

function adopt(quantity: Quantity): Measured | undefined {
  const [best, ...rest] = rank(quantity);
  if (!best) return undefined;
  const others = quantity.occurrences.filter((one) => !intersect(one.interval, best.occurrence.interval));
  const rival = rest.find((candidate) => others.includes(candidate.occurrence));
  const tied = rival && rival.sums.length + rival.equals.length === best.sums.length + best.equals.length;
  const supports = [
    best.sums.length > 0
      ? `${best.sums.length} 项表内合计关系（${[...new Set(best.sums.map((one) => one.label))].join('、')}）`
      : '',
    best.equals.length > 1 ? `${best.equals.length} 处印数` : '',
  ].filter(Boolean);
  const against = [
    ...new Map(others.map((one) => [one.label + one.value, `${one.label} 印为 ${spoken(one)}`])).values(),
  ].join('，');
  const why =
    tied || supports.length === 0
      ? `各处印数的支持程度相同，暂取 ${best.occurrence.label} 的 ${spoken(best.occurrence)}`
      : `${spoken(best.occurrence)} 与${supports.join('及')}相符，故采用`;
  return shown(quantity, best.occurrence, {
    status: 'adopted',
    disputed: true,
    reason: `各处印数不一致：${against}；${why}`,
  });
}

/** The value after the localisation of errors: blamed places are set aside; where nothing else is printed its proposal stands. */
function corrected(quantity: Quantity): Measured | undefined {
  const blamedBy = (occurrence: Occurrence): Correction | undefined =>
    quantity.corrections?.find((correction) => samePlace(correction.place, occurrence.place));
  const [blame] = quantity.occurrences.flatMap((occurrence) => blamedBy(occurrence) ?? []);
  if (!blame) return undefined;
  const sound = quantity.occurrences.filter((occurrence) => !blamedBy(occurrence));
  const chosen = commonPart(sound) && mostPrecise(sound);
  if (chosen) return shown(quantity, chosen, { status: 'adopted', disputed: true, reason: blame.why });
  const base = quantity.occurrences[0];
  if (sound.length > 0 || !base || !isMoneyUnit(blame.unit)) return undefined;
  const exact = new Decimal(blame.value).times(FEN_PER_UNIT[blame.unit]);
  const decimals = blame.value.split('.')[1]?.length ?? 0;
  const proposal = { ...base, value: blame.value, unit: blame.unit, decimals, interval: exactly(exact) };
  return shown(quantity, proposal, { status: 'adopted', disputed: true, reason: blame.why });
}

/**
 * Weighs the printed places of a quantity. They agree when their intervals share a point (touching ends do), and the most precise
 * one is shown; else the one that most sums and equal places support is adopted. Nothing printed is ever dropped.
 */
export function resolve(quantity: Quantity): Measured {
  const chosen = commonPart(quantity.occurrences) && mostPrecise(quantity.occurrences);
  return corrected(quantity) ?? (chosen ? shown(quantity, chosen, {}) : adopt(quantity)) ?? missing(quantity);
}

/** The printed places and the sums of a set of cells that all print one quantity, best source first. */
export function quantityOf(account: Account, label: string, unit: string, cells: readonly Cell[]): Quantity {
  const printing = cells.filter((cell) => factsAt(account, cell).length > 0);
  return {
    label,
    unit,
    occurrences: printing.flatMap((cell) => factsAt(account, cell).map((fact) => occurrenceOfFact(account, fact))),
    implied: printing.flatMap((cell) => impliedAt(account, cell)),
    absences: cells.filter((cell) => !printing.includes(cell)).map((cell) => absenceAt(account, cell)),
  };
}

/** A sum of printed cells, for a measure that no cell prints by itself. */
function summed(account: Account, quantity: Quantity, sums: readonly (readonly Cell[])[]): Measured | undefined {
  const cells = sums.find((candidate) => candidate.length > 0 && fullSum(account, candidate));
  const interval = cells && fullSum(account, cells);
  const facts = cells?.flatMap((cell) => factsAt(account, cell).slice(0, 1)) ?? [];
  const unit: MoneyUnit | undefined = facts[0]?.unit;
  if (!interval || !unit) return undefined;
  const decimals = Math.max(...facts.map((fact) => fact.decimals));
  const total = facts.reduce(
    (sum, fact) => sum.plus(new Decimal(fact.amount).times(FEN_PER_UNIT[fact.unit])),
    new Decimal(0),
  );
  const occurrences = facts.map((fact) => occurrenceOfFact(account, fact));
  return {
    ...missing(quantity),
    value: fromFen(total, unit, decimals),
    interval,
    unit,
    decimals,
    status: 'agreed',
    summed: true,
    reason: `由 ${occurrences.map((one) => one.label).join(' 与 ')} 相加`,
    occurrences,
  };
}

const UNITS = { money: '万元', count: '', points: '分' } as const;

export interface MeasureOptions {
  /** the 类/款/项, project or department the measure is about; null for the whole account */
  subject?: string | null;
  /** blamed figures, from the localisation of errors; they override the weighing of places */
  corrections?: readonly Correction[];
}

/** The final level stands in the measure's cells; a budget only in the 预算数 line of the “三公” statement. */
function cellsOf(id: MeasureId, aspect: AspectId): readonly Cell[] {
  const cells = measureOf(id).cells ?? [];
  if (aspect === 'final') return cells;
  if (aspect !== 'budget') return [];
  return cells.filter((cell) => cell.statement === 'three_public').map((cell) => ({ ...cell, line: 'budget' }));
}

/** The measure of an account with every place that prints it, in statements (final levels only) and in the narrative. */
export function measure(
  account: Account,
  id: MeasureId,
  aspect: AspectId = 'final',
  options: MeasureOptions = {},
): Measured {
  const spec = measureOf(id);
  const unit = ASPECTS[aspect].unit === 'percent' ? '%' : UNITS[spec.kind];
  const label = aspect === 'final' ? spec.label : `${spec.label}${ASPECTS[aspect].label}`;
  const cells = cellsOf(id, aspect);
  const quantity = quantityOf(account, label, unit, cells);
  const claims = claimsOf(account, id, aspect, options.subject ?? null);
  quantity.occurrences.push(...claims.map(occurrenceOfClaim));
  if (claims.length === 0) quantity.absences.push({ kind: 'blank', reason: `情况说明没有说明${label}` });
  const corrections = options.corrections ?? account.adopted;
  if (corrections) quantity.corrections = corrections;
  const sums = aspect === 'final' ? (spec.sums ?? []) : [];
  if (quantity.occurrences.length === 0) return summed(account, quantity, sums) ?? missing(quantity);
  for (const cells of sums) {
    const interval = fullSum(account, cells);
    if (interval) quantity.implied.push({ label: '各部分之和', interval });
  }
  return resolve(quantity);
}
