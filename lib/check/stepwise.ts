import { usualDecimals } from './neighbours';
import { halfOf, type Repair, RepairBook } from './repairs';
import { isBroken, type System } from './system';
import { type Span, toTicks } from './ticks';

/** Corrections tried at each step, and steps tried in all. */
const BREADTH = 6;
const NODES = 60;

interface Steps {
  repairs: Repair[];
  cost: number;
}

function corrected(system: System, repair: Repair): System {
  const spans = repair.changes.map(({ figure: index, value }): [number, Span] => {
    const figure = system.figure(index);
    const ticks = toTicks(value, figure.unit);
    const half = halfOf(figure, usualDecimals(system, figure));
    return [index, { value: ticks, low: ticks - half, high: ticks + half }];
  });
  return system.with(new Map(spans));
}

/**
 * Corrects one knot of contradictions step by step, each repair judged with the earlier ones applied. Where two errors meet in
 * one sum, each hides what speaks for the other; once the first is corrected the second stands out.
 */
class Stepper {
  best: Steps | undefined;
  private nodes = 0;

  constructor(
    /** positions of broken relations that belong to other knots */
    private readonly foreign: ReadonlySet<number>,
    private readonly depth: number,
  ) {}

  private open(system: System): number[] {
    return [...system.rows.keys()].filter((at) => {
      const row = system.rows[at];
      return row !== undefined && isBroken(row) && !this.foreign.has(at);
    });
  }

  visit(system: System, repairs: Repair[], cost: number): void {
    const open = this.open(system);
    if (open.length === 0) {
      if (!this.best || cost < this.best.cost - 1e-9) this.best = { repairs, cost };
      return;
    }
    this.nodes += 1;
    if (repairs.length >= this.depth || this.nodes > NODES) return;
    for (const repair of this.candidates(system, open)) {
      if (this.best && cost + repair.cost >= this.best.cost) continue;
      const after = corrected(system, repair);
      if (this.open(after).length < open.length) this.visit(after, [...repairs, repair], cost + repair.cost);
    }
  }

  private candidates(system: System, open: readonly number[]): Repair[] {
    const book = new RepairBook(system);
    const rows = open.flatMap((at) => system.rows[at] ?? []);
    for (const row of rows) book.consider(row.coefficients.keys());
    const gain = (repair: Repair): number => {
      const mended = rows.filter((row) => repair.figures.some((figure) => row.coefficients.has(figure)));
      return repair.cost / Math.sqrt(mended.length);
    };
    return book
      .all()
      .filter((repair) => repair.changes.length > 0)
      .sort((one, other) => gain(one) - gain(other))
      .slice(0, BREADTH);
  }
}

/** Repairs that meet in a broken relation belong to one knot. */
function knotsOf(system: System, chosen: readonly Repair[]): { repairs: Repair[]; rows: Set<number> }[] {
  const knots: { repairs: Repair[]; rows: Set<number> }[] = [];
  for (const repair of chosen) {
    const rows = new Set(
      [...system.rows.keys()].filter((at) => {
        const row = system.rows[at];
        return row && isBroken(row) && repair.figures.some((figure) => row.coefficients.has(figure));
      }),
    );
    const joined = knots.filter((knot) => [...rows].some((at) => knot.rows.has(at)));
    const knot = {
      repairs: [...joined.flatMap((one) => one.repairs), repair],
      rows: new Set([...rows, ...joined.flatMap((one) => [...one.rows])]),
    };
    knots.splice(0, knots.length, ...knots.filter((one) => !joined.includes(one)), knot);
  }
  return knots;
}

/** The chosen repairs, with those that meet in one relation replaced by more plausible ones found step by step. */
export function stepwise(system: System, chosen: readonly Repair[]): Repair[] {
  const broken = [...system.rows.keys()].filter((at) => {
    const row = system.rows[at];
    return row !== undefined && isBroken(row);
  });
  return knotsOf(system, chosen).flatMap((knot) => {
    if (knot.repairs.length < 2 || knot.repairs.length > 4) return knot.repairs;
    const stepper = new Stepper(new Set(broken.filter((at) => !knot.rows.has(at))), knot.repairs.length);
    stepper.visit(system, [], 0);
    return stepper.best?.repairs ?? knot.repairs;
  });
}
