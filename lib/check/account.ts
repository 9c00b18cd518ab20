import type { Coverage, StatementVerdict } from '../findings';
import { STATEMENT_IDS, type StatementId } from '../statements';
import { IDENTITIES } from './identities';
import type { Ledger } from './ledger';
import { coveredFacts, evaluate, figuresOf, type Relation, statementsOf } from './relation';

/** Every relation that the identities find in an account. */
export const relationsOf = (ledger: Ledger): Relation[] => IDENTITIES.flatMap((identity) => identity.relations(ledger));

/**
 * Counts a statement: a relation between two statements counts for both. A contradiction counts where the blamed figure stands,
 * for the others the relation is merely checked.
 */
export function countVerdicts(relations: readonly Relation[], blamed: ReadonlySet<number>): StatementVerdict[] {
  const counts = new Map<StatementId, StatementVerdict>();
  for (const relation of relations) {
    const { state } = evaluate(relation);
    const guilty = figuresOf(relation).filter((figure) => blamed.has(figure.index));
    for (const statement of statementsOf(relation)) {
      const count = counts.get(statement) ?? { statement, checked: 0, contradictions: 0, rounding: 0, notCheckable: 0 };
      counts.set(statement, count);
      const isOwn = guilty.length === 0 || guilty.some((figure) => figure.statement === statement);
      if (state === 'not_checkable') count.notCheckable += 1;
      else count.checked += 1;
      if (state === 'rounding') count.rounding += 1;
      if (state === 'contradiction' && isOwn) count.contradictions += 1;
    }
  }
  return STATEMENT_IDS.flatMap((statement) => counts.get(statement) ?? []);
}

export function coverageOf(ledger: Ledger, relations: readonly Relation[]): Coverage {
  return { covered: coveredFacts(relations, ledger.figures).size, published: ledger.reading.facts.length };
}
