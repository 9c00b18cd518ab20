import type { Coverage, RelationVerdict, StatementVerdict } from '../findings';
import { STATEMENT_IDS } from '../statements';
import { IDENTITIES } from './identities';
import type { Ledger } from './ledger';
import { coveredFacts, type Relation, verdictOf } from './relation';

/** Every relation that the identities find in an account. */
export const relationsOf = (ledger: Ledger): Relation[] => IDENTITIES.flatMap((identity) => identity.relations(ledger));

/** Relations as evaluated, without those where every figure is a blank or a zero: they say nothing. */
export const verdictsOf = (relations: readonly Relation[]): RelationVerdict[] => relations.map((one) => verdictOf(one));

/** Counts a statement: a relation between two statements counts for both. */
export function countVerdicts(relations: readonly RelationVerdict[]): StatementVerdict[] {
  return STATEMENT_IDS.flatMap((statement) => {
    const own = relations.filter((relation) => relation.statements.includes(statement));
    if (own.length === 0) return [];
    const count = (state: RelationVerdict['state']): number =>
      own.filter((relation) => relation.state === state).length;
    const notCheckable = count('not_checkable');
    return [
      {
        statement,
        checked: own.length - notCheckable,
        contradictions: count('contradiction'),
        rounding: count('rounding'),
        notCheckable,
      },
    ];
  });
}

export function coverageOf(ledger: Ledger, relations: readonly Relation[]): Coverage {
  return { covered: coveredFacts(relations, ledger.figures).size, published: ledger.reading.facts.length };
}
