import type { Finding } from '../findings';
import type { Place } from '../place';
import { isPrinted } from './figures';
import { IDENTITIES } from './identities';
import { equationText, figuresOf, verdictOf } from './relation';
import type { Row, System } from './system';

const SHOWN = 3;

/** Figures printed to the same digit that differ all the same; a coarser figure of the narrative is no tail. */
function isTail({ relation, evaluation }: Row): boolean {
  if (evaluation.state !== 'rounding' || relation.sign !== '=') return false;
  const printed = figuresOf(relation).filter((figure) => isPrinted(figure) && figure.value !== 0);
  const claims = printed.filter((figure) => figure.kind === 'claim');
  const decimals = new Set(printed.map((figure) => `${figure.decimals}${figure.unit}`));
  return claims.length === 0 || decimals.size === 1;
}

function places(rows: readonly Row[]): Place[] {
  return rows.flatMap((row) => figuresOf(row.relation).slice(0, 1)).flatMap((figure) => figure.place ?? []);
}

/** Rounding tails, one note for each identity: worth knowing, never a contradiction. */
export function roundingNotes(system: System): Finding[] {
  return IDENTITIES.flatMap((identity) => {
    const rows = system.rows.filter((row) => row.relation.identity === identity.id && isTail(row));
    if (rows.length === 0) return [];
    const texts = [...new Set(rows.map((row) => equationText(row.relation).replace(' = ', ' ≈ ')))];
    const shown = texts.slice(0, SHOWN);
    const more = texts.length > SHOWN ? ` 等 ${rows.length} 处` : '';
    return [
      {
        check: identity.id,
        severity: 'note' as const,
        message: `${identity.title}：尾差在四舍五入范围内，${shown.join('；')}${more}`,
        places: places(rows),
        expected: null,
        found: null,
        difference: null,
        suggestion: null,
        detail: {
          title: identity.title,
          relations: rows.map((row) => verdictOf(row.relation, row.evaluation)),
          allowed: null,
          repair: null,
          satisfies: [],
          alternatives: [],
          facts: [],
          claims: [],
        },
      },
    ];
  });
}
