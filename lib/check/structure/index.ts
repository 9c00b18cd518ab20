import type { Finding } from '../../findings';
import type { Ledger } from '../ledger';
import { codesAgree } from './codes';
import { fundsApart } from './funds';
import { levelsComplete } from './levels';
import { codesOnce } from './repeatedCodes';
import type { StructureCheck } from './structureCheck';
import { budgetedSpending } from './unbudgeted';

export const STRUCTURE_CHECKS: readonly StructureCheck[] = [
  fundsApart,
  codesAgree,
  levelsComplete,
  codesOnce,
  budgetedSpending,
];

/** Rows and codes that are missing, doubled or out of place; a line that is already blamed is not reported again. */
export function structureFindings(ledger: Ledger, contradictions: readonly Finding[]): Finding[] {
  const lost = contradictions.filter((finding) => finding.detail?.repair?.cells.some((cell) => cell.printed === ''));
  const isKnown = (finding: Finding): boolean =>
    lost.some((other) => {
      const labels = (other.detail?.repair?.cells ?? []).map((cell) => cell.label);
      const codes = finding.message.match(/\d{5,7}/g) ?? [];
      return (
        finding.check === 'X-17' &&
        codes.length === 1 &&
        codes.some((code) => labels.some((label) => label.includes(code)))
      );
    });
  return STRUCTURE_CHECKS.flatMap((check) => check.find(ledger)).filter((finding) => !isKnown(finding));
}
