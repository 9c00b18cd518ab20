import { JOINT } from './adjudicate';
import type { CheckCard } from './check';
import { CHECKS } from './checks';
import { IDENTITIES } from './identities';
import { STRUCTURE_CHECKS } from './structure';
import { STATEMENT_UNIT } from './units';
import { YEAR_CHECKS } from './years';

const cardOf = ({ id, title, formula, kind, source, severity }: CheckCard): CheckCard => ({
  id,
  title,
  formula,
  kind,
  source,
  severity,
});

/** Every identity and check, as the README lists them. */
export const REGISTRY: readonly CheckCard[] = [
  ...IDENTITIES,
  JOINT,
  STATEMENT_UNIT,
  ...STRUCTURE_CHECKS,
  ...CHECKS,
  ...YEAR_CHECKS,
].map(cardOf);
