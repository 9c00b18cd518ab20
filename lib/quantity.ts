import {
  Decimal,
  FEN_PER_UNIT,
  formatNumber,
  fromFen,
  type Interval,
  intersect,
  isMoneyUnit,
  moneyInterval,
  parseNumber,
} from './amount';
import type { Account } from './facts';
import type { AdoptedValue } from './findings';
import type { Cell } from './measures';
import { type Absence, absenceAt, factsAt, type Occurrence, occurrenceOfFact } from './occurrences';
import type { Place } from './place';
import { type Implied, impliedAt } from './relations';

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
export type Correction = Pick<AdoptedValue, 'place' | 'printed' | 'value' | 'unit' | 'why'>;

/** A quantity with all its printed places, before the places are weighed against each other. */
export interface Quantity {
  label: string;
  unit: string;
  occurrences: Occurrence[];
  implied: Implied[];
  absences: Absence[];
  corrections?: readonly Correction[];
  /** whether a correction's proposal may stand for a figure that no sound place prints */
  proposable?: boolean;
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

const asPrinted = ({ printed, unit }: Occurrence): string =>
  printed.includes(unit) ? printed : `${printed}${unit === '%' ? '%' : ` ${unit}`}`;

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
  return conflicts.length > confirmed ? conflicts : [];
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

export function missing(quantity: Quantity): Measured {
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
    ...new Map(others.map((one) => [one.label + one.value, `${one.label} 印为 ${asPrinted(one)}`])).values(),
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
  const blamed = quantity.occurrences.flatMap((occurrence) => {
    const blame = quantity.corrections?.find(
      ({ place, printed }) => samePlace(place, occurrence.place) && printed === occurrence.printed,
    );
    return blame ? [{ occurrence, blame }] : [];
  });
  const [first] = blamed;
  if (!first) return undefined;
  const faults = blamed.map(
    ({ occurrence, blame }) => `${occurrence.label} 印为 ${asPrinted(occurrence)}（${blame.why}）`,
  );
  const sound = quantity.occurrences.filter((occurrence) => !blamed.some((one) => one.occurrence === occurrence));
  const chosen = commonPart(sound) && mostPrecise(sound);
  if (chosen) {
    const reason = `${faults.join('，')}；采用其余印数的 ${spoken(chosen)}`;
    return shown(quantity, chosen, { status: 'adopted', disputed: true, reason });
  }
  return sound.length > 0 ? undefined : proposed(quantity, first.blame, faults.join('，'));
}

/** Every printed place is blamed: a measure adopts the proposal, a single cell stays as printed with the proposal beside it. */
function proposed(quantity: Quantity, { value, unit }: Correction, faults: string): Measured | undefined {
  const base = mostPrecise(quantity.occurrences);
  const number = parseNumber(value);
  if (!base) return undefined;
  if (!number || !isMoneyUnit(unit)) return shown(quantity, base, { disputed: true, reason: faults });
  const reason = `${faults}，可能应为 ${spoken({ value, unit })}`;
  if (!quantity.proposable) return shown(quantity, base, { disputed: true, reason });
  const proposal = { ...base, ...number, unit, interval: moneyInterval(number, unit) };
  return shown(quantity, proposal, { status: 'adopted', disputed: true, reason });
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
    ...(account.adopted ? { corrections: account.adopted } : {}),
  };
}
