import type { Figure, Figures } from './figures';
import type { Ledger } from './ledger';
import { type Evaluation, evaluate, type Relation } from './relation';

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

/** All relations of an account that can be checked, with the figures they tie together. */
export class System {
  readonly rows: Row[];
  private readonly byFigure = new Map<number, Row[]>();

  constructor(
    readonly ledger: Ledger,
    relations: readonly Relation[],
  ) {
    this.rows = relations
      .filter((relation) => !relation.unchecked)
      .map((relation) => ({ relation, coefficients: coefficientsOf(relation), evaluation: evaluate(relation) }));
    for (const row of this.rows)
      for (const index of row.coefficients.keys()) this.byFigure.set(index, [...(this.byFigure.get(index) ?? []), row]);
  }

  get figures(): Figures {
    return this.ledger.figures;
  }

  figure(index: number): Figure {
    return this.figures.at(index);
  }

  rowsOf(index: number): readonly Row[] {
    return this.byFigure.get(index) ?? [];
  }

  broken(): Row[] {
    return this.rows.filter((row) => row.evaluation.state === 'contradiction');
  }
}

export const isBroken = (row: Row): boolean => row.evaluation.state === 'contradiction';
