import type { Highs } from 'highs';
import { cheapestRepairs } from './hittingSet';
import { usualDecimals } from './neighbours';
import { halfOf, type Repair, RepairBook, valueWithin } from './repairs';
import { LinearProgram } from './solver';
import { stepwise } from './stepwise';
import type { Row, System } from './system';
import { toTicks } from './ticks';

/** Rounds of solving before what is left is reported as it is. */
const ROUNDS = 40;
const AS_GOOD = 0.12;

/** Figures that cannot all be right, and the relations that say so. */
export interface Conflict {
  figures: Set<number>;
  rows: Row[];
}

export interface Blame {
  repair: Repair;
  /** values of the repair's first figure that fit everything else, in ticks */
  allowed: { low: number; high: number };
  alternatives: Repair[];
  conflicts: Conflict[];
}

export interface Localisation {
  blames: Blame[];
  /** contradictions that no repair resolved within bounds */
  unresolved: Conflict[];
}

const figuresOf = (repairs: readonly Repair[]): Set<number> => new Set(repairs.flatMap((repair) => repair.figures));

/** Adds contradictions that share no figure until the rest of the account is consistent. */
function collectConflicts(program: LinearProgram, freed: ReadonlySet<number>): Conflict[] {
  const found: Conflict[] = [];
  const free = new Set(freed);
  for (let round = 0; round < ROUNDS; round++) {
    program.free(free);
    const conflict = program.conflict();
    if (!conflict) break;
    const figures = new Set([...conflict.figures].filter((index) => !free.has(index)));
    if (figures.size === 0) break;
    found.push({ figures, rows: conflict.rows });
    for (const index of figures) free.add(index);
  }
  return found;
}

/**
 * The smallest, most plausible set of figures whose change makes everything consistent (Fellegi and Holt): cheapest repairs
 * that touch every known contradiction, solved again until the linear program finds no further one.
 */
function search(system: System, program: LinearProgram, book: RepairBook) {
  const conflicts: Conflict[] = system
    .broken()
    .map((row) => ({ figures: new Set(row.coefficients.keys()), rows: [row] }));
  for (const conflict of conflicts) book.consider(conflict.figures);
  let chosen: Repair[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    chosen = cheapestRepairs(
      conflicts.map((conflict) => conflict.figures),
      book.all(),
    );
    const more = collectConflicts(program, figuresOf(chosen));
    if (more.length === 0) return { conflicts, chosen };
    for (const conflict of more) book.consider(conflict.figures);
    conflicts.push(...more);
  }
  return { conflicts, chosen };
}

/** The repairs found step by step where they hold together, else those found all at once. */
function preferSteps(system: System, program: LinearProgram, atOnce: readonly Repair[]): readonly Repair[] {
  if (atOnce.length < 2) return atOnce;
  const steps = stepwise(system, atOnce);
  program.free(figuresOf(steps));
  return program.isFeasible() ? steps : atOnce;
}

const touches = (repair: Repair, conflict: Conflict): boolean =>
  repair.figures.some((index) => conflict.figures.has(index));

/** Settles the values of a repair inside what the rest allows, and confines its figures to them. */
function settle(system: System, program: LinearProgram, repair: Repair): { repair: Repair; allowed: Blame['allowed'] } {
  let allowed: Blame['allowed'] | undefined;
  const changes = repair.figures.flatMap((index) => {
    const figure = system.figure(index);
    const range = program.range(index);
    allowed ??= range;
    const half = halfOf(figure, usualDecimals(system, figure));
    const proposed = repair.changes.find((change) => change.figure === index);
    const fits = (value: string): boolean => {
      const ticks = toTicks(value, figure.unit);
      return ticks >= range.low - half && ticks <= range.high + half;
    };
    const isUnneeded = !proposed && figure.kind !== 'printed' && figure.kind !== 'claim' && fits('0');
    const value = isUnneeded
      ? '0'
      : proposed && fits(proposed.value)
        ? proposed.value
        : valueWithin(system, figure, range.low - half, range.high + half)?.value;
    if (value === undefined) return [];
    const ticks = toTicks(value, figure.unit);
    program.confine(index, Math.max(range.low, ticks - half), Math.min(range.high, ticks + half));
    return isUnneeded ? [] : [{ figure: index, value }];
  });
  return { repair: { ...repair, changes }, allowed: allowed ?? { low: 0, high: 0 } };
}

/** Other repairs that resolve what only this one resolves, at about the same cost. */
function alternativesTo(
  repair: Repair,
  chosen: readonly Repair[],
  conflicts: readonly Conflict[],
  program: LinearProgram,
  book: RepairBook,
): Repair[] {
  const others = chosen.filter((one) => one !== repair);
  const own = conflicts.filter(
    (conflict) => touches(repair, conflict) && !others.some((one) => touches(one, conflict)),
  );
  const rivals = book
    .all()
    .filter(
      (rival) =>
        rival.id !== repair.id &&
        rival.changes.length > 0 &&
        rival.cost <= repair.cost + AS_GOOD &&
        own.every((conflict) => touches(rival, conflict)) &&
        !repair.figures.every((index) => rival.figures.includes(index)),
    )
    .sort((one, other) => one.cost - other.cost)
    .slice(0, 6);
  return rivals
    .filter((rival) => {
      program.free(figuresOf([...others, rival]));
      return program.isFeasible();
    })
    .slice(0, 3);
}

/** Whom to blame for the contradictions of an account; nothing when true values within rounding exist. */
export function localise(system: System, highs: Highs): Localisation {
  const isExact = system.rows.every((row) => row.evaluation.state === 'exact');
  if (isExact) return { blames: [], unresolved: [] };
  const program = new LinearProgram(highs, system);
  try {
    const book = new RepairBook(system);
    const { conflicts, chosen: atOnce } = search(system, program, book);
    const chosen = preferSteps(system, program, atOnce);
    const alternatives = chosen.map((repair) => alternativesTo(repair, chosen, conflicts, program, book));
    program.free(figuresOf(chosen));
    const order = [...chosen.keys()].sort((one, other) => (chosen[one]?.cost ?? 0) - (chosen[other]?.cost ?? 0));
    const blames = order.flatMap((at) => {
      const repair = chosen[at];
      if (!repair) return [];
      const settled = settle(system, program, repair);
      const own = conflicts.filter((conflict) => touches(repair, conflict));
      return [{ ...settled, alternatives: alternatives[at] ?? [], conflicts: own }];
    });
    const unresolved = conflicts.filter((conflict) => !chosen.some((repair) => touches(repair, conflict)));
    return { blames, unresolved };
  } finally {
    program.dispose();
  }
}
