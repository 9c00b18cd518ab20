import { blamedClaims, blamedPlaces } from '../../lib/causes';
import type { EquationTerm, Finding } from '../../lib/findings';

/** Whether a finding blames a figure of an equation. */
export type Blames = (term: Pick<EquationTerm, 'place' | 'claim'>) => boolean;

/** Numbers of running text share their line, so that they are told apart by their claims. */
export function blamesOf(finding: Finding): Blames {
  const claims = new Set(blamedClaims(finding));
  const cells = new Set(blamedPlaces(finding).flatMap(({ line, cell }) => (cell === null ? [] : [`${line}:${cell}`])));
  return ({ place, claim }) =>
    claim === null ? place !== null && cells.has(`${place.line}:${place.cell}`) : claims.has(claim);
}
