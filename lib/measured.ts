import { Decimal, FEN_PER_UNIT, fromFen, type MoneyUnit } from './amount';
import type { Account } from './facts';
import { keeper } from './kept';
import { ASPECTS, type AspectId, type Cell, type MeasureId, measureOf } from './measures';
import { claimsOf, factsAt, occurrenceOfClaim, occurrenceOfFact } from './occurrences';
import { type Correction, type Measured, missing, type Quantity, quantityOf, resolve } from './quantity';
import { fullSum } from './relations';

export type { Measured } from './quantity';

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
  if (options.corrections) return weigh(account, id, aspect, options);
  return measured(account, `${id}|${aspect}|${options.subject ?? ''}`, () => weigh(account, id, aspect, options));
}

const measured = keeper<Account, Measured>();

function weigh(account: Account, id: MeasureId, aspect: AspectId, options: MeasureOptions): Measured {
  const spec = measureOf(id);
  const unit = ASPECTS[aspect].unit === 'percent' ? '%' : UNITS[spec.kind];
  const label = aspect === 'final' ? spec.label : `${spec.label}${ASPECTS[aspect].label}`;
  const cells = cellsOf(id, aspect);
  const quantity = quantityOf(account, label, unit, cells);
  const claims = claimsOf(account, id, aspect, options.subject ?? null);
  quantity.occurrences.push(...claims.map(occurrenceOfClaim));
  if (claims.length === 0) quantity.absences.push({ kind: 'blank', reason: `情况说明没有说明${label}` });
  if (options.corrections) quantity.corrections = options.corrections;
  quantity.proposable = true;
  const sums = aspect === 'final' ? (spec.sums ?? []) : [];
  if (quantity.occurrences.length === 0) return summed(account, quantity, sums) ?? missing(quantity);
  for (const cells of sums) {
    const interval = fullSum(account, cells);
    if (interval) quantity.implied.push({ label: '各部分之和', interval });
  }
  return resolve(quantity);
}
