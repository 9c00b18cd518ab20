import type { Finding, RelationVerdict, Severity, Suggestion } from '../findings';
import type { Place } from '../place';
import type { Check, CheckCard, CheckContext } from './check';

/** A finding before its check's id and title are put to it. */
export interface Draft {
  /** where it differs from the check's own */
  severity?: Severity;
  message: string;
  places: Place[];
  expected?: string | null;
  found?: string | null;
  difference?: string | null;
  suggestion?: Suggestion | null;
  relations?: RelationVerdict[];
  facts?: number[];
  claims?: number[];
}

function findingOf(card: CheckCard, draft: Draft): Finding {
  const suggestion = draft.suggestion ?? null;
  return {
    check: card.id,
    severity: draft.severity ?? card.severity,
    message: draft.message,
    places: draft.places,
    expected: draft.expected ?? null,
    found: draft.found ?? null,
    difference: draft.difference ?? null,
    suggestion,
    detail: {
      title: card.title,
      relations: draft.relations ?? [],
      allowed: null,
      repair: null,
      satisfies: suggestion ? [card.id] : [],
      alternatives: [],
      facts: draft.facts ?? [],
      claims: draft.claims ?? [],
    },
  };
}

/** A check from its card and a function that yields drafts: the id is stated once, in the card. */
export function defineCheck(card: CheckCard, inspect: (context: CheckContext) => Draft[]): Check {
  return { ...card, run: (context) => inspect(context).map((draft) => findingOf(card, draft)) };
}
