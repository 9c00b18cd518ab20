import type { Claim, Fact, Reading } from '../facts';
import type { AdoptedValue, Finding } from '../findings';

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** The reading as it would stand with the adopted values printed. */
export function adoptedReading(reading: Reading, adopted: readonly AdoptedValue[]): Reading {
  const facts = new Map(adopted.flatMap((one) => (one.fact === null ? [] : [[one.fact, one.value] as const])));
  const claims = new Map(adopted.flatMap((one) => (one.claim === null ? [] : [[one.claim, one.value] as const])));
  return {
    ...reading,
    facts: reading.facts.map((fact, index): Fact => {
      const amount = facts.get(index);
      return amount === undefined ? fact : { ...fact, amount, decimals: decimalsOf(amount) };
    }),
    claims: reading.claims.map((claim, index): Claim => {
      const value = claims.get(index);
      return value === undefined ? claim : { ...claim, value, decimals: decimalsOf(value) };
    }),
  };
}

const keyOf = ({ check, places: [place] }: Finding): string => `${check}|${place?.line}|${place?.cell}`;

const textOf = (finding: Finding): string => `${keyOf(finding)}|${finding.message}`;

/**
 * Findings that remain when the blamed figures are corrected, as they then read. What vanishes with the correction follows
 * from the same mistake: it is named in the finding about the figure and not reported for itself.
 */
export function withoutConsequences(
  findings: readonly Finding[],
  corrected: readonly Finding[],
  causes: readonly Finding[],
): Finding[] {
  const untouched = new Set(findings.map(textOf));
  const remaining = [...corrected];
  return findings.flatMap((finding) => {
    const exact = remaining.findIndex((other) => textOf(other) === textOf(finding));
    const changed = (other: Finding): boolean => keyOf(other) === keyOf(finding) && !untouched.has(textOf(other));
    const at = exact >= 0 ? exact : remaining.findIndex(changed);
    if (at >= 0) return remaining.splice(at, 1);
    const cause = causes.find((one) => isCauseOf(one, finding));
    if (!cause?.detail) return [finding];
    const { check, message } = finding;
    cause.detail.consequences = [...(cause.detail.consequences ?? []), { check, message }];
    return [];
  });
}

function isCauseOf(cause: Finding, finding: Finding): boolean {
  const [facts, claims] = [cause.detail?.facts ?? [], cause.detail?.claims ?? []];
  if (facts.some((fact) => finding.detail?.facts.includes(fact))) return true;
  if (claims.some((claim) => finding.detail?.claims.includes(claim))) return true;
  return cause.places.some((place) =>
    finding.places.some((other) => other.line === place.line && other.cell === place.cell),
  );
}
