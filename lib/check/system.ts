import type { Figure, Figures } from './figures';
import type { Ledger } from './ledger';
import { type Evaluation, evaluate, type Relation, type Term } from './relation';
import type { Span } from './ticks';

/** A relation in normal form: Σ coefficient · figure (=, ≤) 0. */
export interface Row {
  relation: Relation;
  /** coefficients by figure; left minus right */
  coefficients: Map<number, number>;
  evaluation: Evaluation;
}

function coefficientsOf(relation: Relation): Map<number, number> {
  const coefficients = new Map<number, number>();
  const put = (index: number, factor: number): void => {
    coefficients.set(index, (coefficients.get(index) ?? 0) + factor);
  };
  for (const { figure, factor } of relation.left) put(figure.index, factor);
  for (const { figure, factor } of relation.right) put(figure.index, -factor);
  for (const [index, factor] of coefficients) if (factor === 0) coefficients.delete(index);
  return coefficients;
}

const rowOf = (relation: Relation): Row => ({
  relation,
  coefficients: coefficientsOf(relation),
  evaluation: evaluate(relation),
});

/** All relations of an account that can be checked, with the figures they tie together. */
export class System {
  private readonly byFigure = new Map<number, Row[]>();
  private readonly changed: ReadonlyMap<number, Figure>;

  private constructor(
    readonly ledger: Ledger,
    readonly rows: readonly Row[],
    changed: ReadonlyMap<number, Figure>,
  ) {
    this.changed = changed;
    for (const row of rows)
      for (const index of row.coefficients.keys()) {
        const own = this.byFigure.get(index);
        if (own) own.push(row);
        else this.byFigure.set(index, [row]);
      }
  }

  static of(ledger: Ledger, relations: readonly Relation[]): System {
    return new System(ledger, relations.filter((relation) => !relation.unchecked).map(rowOf), new Map());
  }

  /** The same account with some figures corrected, as a next correction would find it. */
  with(corrections: ReadonlyMap<number, Span>): System {
    const changed = new Map(this.changed);
    for (const [index, span] of corrections) changed.set(index, { ...this.figure(index), ...span });
    const swap = (terms: readonly Term[]): Term[] =>
      terms.map((one) => ({ ...one, figure: changed.get(one.figure.index) ?? one.figure }));
    const rows = this.rows.map((row) => {
      if (![...corrections.keys()].some((index) => row.coefficients.has(index))) return row;
      const relation = { ...row.relation, left: swap(row.relation.left), right: swap(row.relation.right) };
      return { relation, coefficients: row.coefficients, evaluation: evaluate(relation) };
    });
    return new System(this.ledger, rows, changed);
  }

  get figures(): Figures {
    return this.ledger.figures;
  }

  figure(index: number): Figure {
    return this.changed.get(index) ?? this.figures.at(index);
  }

  rowsOf(index: number): readonly Row[] {
    return this.byFigure.get(index) ?? [];
  }

  broken(): Row[] {
    return this.rows.filter((row) => row.evaluation.state === 'contradiction');
  }
}

export const isBroken = (row: Row): boolean => row.evaluation.state === 'contradiction';
