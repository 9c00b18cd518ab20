import type { Row, System } from './system';
import { isBroken } from './system';

/** Values in ticks that most relations of a figure (or of figures that share one value) agree on. */
export interface Support {
  low: number;
  high: number;
  /** weight of the relations that hold at these values, and of all of them */
  held: number;
  all: number;
  /** broken relations that these values mend */
  mended: Row[];
}

/** Relations that only bound a figure say less than those that fix it. */
const weightOf = (row: Row): number => (row.relation.sign === '=' ? 1 : 0.4);

/** The values of a group's common figure for which a relation holds, when all others are as printed. */
function allowed(system: System, row: Row, group: ReadonlySet<number>): { low: number; high: number } | undefined {
  let factor = 0;
  let [low, high] = [0, 0];
  for (const [index, coefficient] of row.coefficients) {
    if (group.has(index)) {
      factor += coefficient;
      continue;
    }
    const figure = system.figure(index);
    low += coefficient * (coefficient > 0 ? figure.low : figure.high);
    high += coefficient * (coefficient > 0 ? figure.high : figure.low);
  }
  if (factor === 0) return undefined;
  const ends = [-high / factor, -low / factor];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (row.relation.sign === '=') return { low: least, high: most };
  return factor > 0 ? { low: Number.NEGATIVE_INFINITY, high: most } : { low: least, high: Number.POSITIVE_INFINITY };
}

/** Candidates of values considered for one figure, the best supported first. */
const CHOICES = 4;

/**
 * Values that mend at least one broken relation and agree with as many others as possible, the best supported first;
 * `half` is the rounding of the figure to be printed. Empty when no value mends anything.
 */
export function supportsOf(system: System, members: readonly number[], half: number): Support[] {
  const group = new Set(members);
  const rows = new Set(members.flatMap((index) => [...system.rowsOf(index)]));
  const spans = [...rows].flatMap((row) => {
    const span = allowed(system, row, group);
    return span ? [{ row, low: span.low - half, high: span.high + half, weight: weightOf(row) }] : [];
  });
  const all = spans.reduce((sum, span) => sum + span.weight, 0);
  const found = new Map<string, Support>();
  for (const broken of spans.filter((span) => isBroken(span.row)))
    for (const start of spans.flatMap((span) => [span.low, span.high + 1])) {
      if (start < broken.low || start > broken.high) continue;
      const holding = spans.filter((span) => span.low <= start && span.high >= start);
      const low = start;
      const high = Math.min(...holding.map((span) => span.high));
      found.set(`${low}:${high}`, {
        low,
        high,
        held: holding.reduce((sum, span) => sum + span.weight, 0),
        all,
        mended: holding.map((span) => span.row).filter(isBroken),
      });
    }
  return [...found.values()].sort((one, other) => other.held - one.held).slice(0, CHOICES);
}

export const supportOf = (system: System, members: readonly number[], half: number): Support | undefined =>
  supportsOf(system, members, half)[0];

/** How much of what is known about the figures would still be contradicted, from 0 to 1. */
export const doubt = (support: Support): number => (support.all === 0 ? 1 : 1 - support.held / support.all);

/** Whether the relations around some figures hold when each takes the printed value of another. */
export function holdsAt(
  system: System,
  values: ReadonlyMap<number, { low: number; high: number }>,
): { support: number; mended: Row[] } {
  const rows = new Set([...values.keys()].flatMap((index) => [...system.rowsOf(index)]));
  const mended: Row[] = [];
  let [held, all] = [0, 0];
  for (const row of rows) {
    let [low, high] = [0, 0];
    for (const [index, coefficient] of row.coefficients) {
      const span = values.get(index) ?? system.figure(index);
      low += coefficient * (coefficient > 0 ? span.low : span.high);
      high += coefficient * (coefficient > 0 ? span.high : span.low);
    }
    const holds = low <= 0 && (high >= 0 || row.relation.sign === '≤');
    all += weightOf(row);
    if (!holds) continue;
    held += weightOf(row);
    if (isBroken(row)) mended.push(row);
  }
  return { support: all === 0 ? 0 : held / all, mended };
}
