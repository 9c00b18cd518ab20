import type { Ledger } from './ledger';
import { evaluate, type Relation, term } from './relation';
import { ZERO } from './ticks';

/** Marks the label of a row that no statement prints. */
export const UNLISTED = '（未列示的下级行）';

/** Lets a sum over rows that falls short of its total be mended by a row that no statement prints: one a parent, all columns together. */
export function withUnlistedRows(ledger: Ledger, relations: readonly Relation[]): Relation[] {
  return relations.map((relation) => {
    const total = relation.left[0]?.figure;
    if (relation.parent === undefined || !total || relation.unchecked) return relation;
    const { gap, residual } = evaluate(relation);
    if (gap === 0 || residual < 0) return relation;
    const unlisted = ledger.figures.add({
      ...total,
      ...ZERO,
      kind: 'missing',
      line: `${relation.parent}?`,
      label: `${total.label}${UNLISTED}`,
      printed: '',
      decimals: 2,
      fact: null,
    });
    return { ...relation, right: [...relation.right, term(unlisted)] };
  });
}
