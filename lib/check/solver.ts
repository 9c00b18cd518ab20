import loadHighs, { type Highs, type Model } from 'highs';
import { isPrinted } from './figures';
import type { Row, System } from './system';

let loading: Promise<Highs> | undefined;

/** The solver (HiGHS as WebAssembly), loaded once a process. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs({ print: () => {}, printErr: () => {} });
  return loading;
}

const INFEASIBLE = 8;
/** Ray components below this are numerical dust; ours are small whole numbers after scaling. */
const DUST = 1e-6;

/**
 * The account as a linear program over the intervals of its figures: each figure may differ from its printed value by
 * its rounding, a freed one by anything. Offsets from the printed values keep the numbers small and the sums exact.
 */
export class LinearProgram {
  private readonly model: Model;
  private readonly columns: number[];
  private readonly position = new Map<number, number>();
  private readonly unit: number;
  private readonly freed = new Set<number>();

  constructor(
    private readonly highs: Highs,
    private readonly system: System,
  ) {
    this.columns = [...new Set(system.rows.flatMap((row) => [...row.coefficients.keys()]))];
    for (const [position, index] of this.columns.entries()) this.position.set(index, position);
    this.unit = commonHalf(this.columns.map((index) => this.halfOf(index)));
    this.model = highs.createModel(this.modelData());
    this.model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  }

  private halfOf(index: number): number {
    const figure = this.system.figure(index);
    return (figure.high - figure.low) / 2;
  }

  private boundsOf(index: number): [number, number] {
    const figure = this.system.figure(index);
    const infinity = this.highs.infinity;
    if (!this.freed.has(index))
      return [(figure.low - figure.value) / this.unit, (figure.high - figure.value) / this.unit];
    return [isPrinted(figure) ? -infinity : -figure.value / this.unit, infinity];
  }

  private modelData() {
    const { rows } = this.system;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const row of rows) {
      for (const [index, coefficient] of row.coefficients) {
        indices.push(this.position.get(index) ?? 0);
        values.push(coefficient);
      }
      starts.push(indices.length);
    }
    const bounds = this.columns.map((index) => this.boundsOf(index));
    const sides = rows.map((row) => -row.evaluation.residual / this.unit);
    return {
      numCols: this.columns.length,
      numRows: rows.length,
      colCost: new Float64Array(this.columns.length),
      colLower: bounds.map(([low]) => low),
      colUpper: bounds.map(([, high]) => high),
      rowLower: rows.map((row, at) => (row.relation.sign === '=' ? (sides[at] ?? 0) : -this.highs.infinity)),
      rowUpper: sides,
      matrix: { format: 'csr' as const, numCols: this.columns.length, numRows: rows.length, starts, indices, values },
    };
  }

  /** Lets exactly these figures take any value. */
  free(figures: ReadonlySet<number>): void {
    const changed = [...this.freed].filter((index) => !figures.has(index));
    for (const index of changed) this.freed.delete(index);
    for (const index of figures)
      if (this.position.has(index) && !this.freed.has(index)) {
        this.freed.add(index);
        changed.push(index);
      }
    for (const index of changed) this.model.changeColBounds(this.position.get(index) ?? 0, ...this.boundsOf(index));
  }

  /** Confines a freed figure to an interval, in ticks. */
  confine(index: number, low: number, high: number): void {
    const figure = this.system.figure(index);
    const position = this.position.get(index);
    if (position === undefined) return;
    this.freed.add(index);
    this.model.changeColBounds(position, (low - figure.value) / this.unit, (high - figure.value) / this.unit);
  }

  isFeasible(): boolean {
    return this.conflict() === undefined;
  }

  /** Undefined when true values exist; else figures that contradict each other together with the relations that prove it. */
  conflict(): { figures: Set<number>; rows: Row[] } | undefined {
    this.model.run();
    if (this.model.getModelStatus() !== INFEASIBLE) return undefined;
    const ray = this.model.getDualRay();
    if (!ray) return undefined;
    const weights = Array.from({ length: this.system.rows.length }, (_, at) => Number(ray.values[at] ?? 0));
    const largest = Math.max(...weights.map(Math.abs));
    const rows: Row[] = [];
    const combined = new Map<number, number>();
    for (const [at, row] of this.system.rows.entries()) {
      const weight = (weights[at] ?? 0) / largest;
      if (Math.abs(weight) < DUST) continue;
      rows.push(row);
      for (const [index, coefficient] of row.coefficients)
        combined.set(index, (combined.get(index) ?? 0) + weight * coefficient);
    }
    const figures = new Set([...combined].filter(([, weight]) => Math.abs(weight) > DUST).map(([index]) => index));
    return this.isProof(weights, largest) ? { figures, rows } : undefined;
  }

  /** Proves the conflict by its own arithmetic: the weighted sum of the relations has no solution within the bounds. */
  private isProof(weights: readonly number[], largest: number): boolean {
    const combined = new Map<number, number>();
    let side = 0;
    for (const [at, row] of this.system.rows.entries()) {
      const weight = (weights[at] ?? 0) / largest;
      if (Math.abs(weight) < DUST) continue;
      side -= (weight * row.evaluation.residual) / this.unit;
      for (const [index, coefficient] of row.coefficients)
        combined.set(index, (combined.get(index) ?? 0) + weight * coefficient);
    }
    let [low, high] = [0, 0];
    for (const [index, weight] of combined) {
      if (Math.abs(weight) < DUST) continue;
      const [from, to] = this.boundsOf(index);
      low += weight * (weight > 0 ? from : to);
      high += weight * (weight > 0 ? to : from);
    }
    const margin = 1e-6 * Math.max(1, Math.abs(side));
    return side < low - margin || side > high + margin;
  }

  /** The values a freed figure can take, in ticks; infinite where nothing bounds it. */
  range(index: number): { low: number; high: number } {
    const position = this.position.get(index) ?? 0;
    const figure = this.system.figure(index);
    const ends = [1, -1].map((cost) => {
      this.model.changeColCost(position, cost);
      this.model.run();
      const isBounded = this.model.getModelStatus() === 7;
      const offset = isBounded ? (this.model.getSolution().colValue[position] ?? 0) : -cost * Number.POSITIVE_INFINITY;
      return figure.value + Math.round(offset * this.unit * 1e3) / 1e3;
    });
    this.model.changeColCost(position, 0);
    return { low: ends[0] ?? Number.NEGATIVE_INFINITY, high: ends[1] ?? Number.POSITIVE_INFINITY };
  }

  dispose(): void {
    this.model.dispose();
  }
}

/** The rounding most figures have: the natural unit of the program. */
function commonHalf(halves: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const half of halves) if (half > 0) counts.set(half, (counts.get(half) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 1;
}
