import { claimEntry, factEntry, findingEntry, placeEntry, publishedMeasure, statementEntry } from '../../lib/entries';
import type { Claim, Reading } from '../../lib/facts';
import type { CheckReport } from '../../lib/findings';

/** Claims of the published list of measures, and those beyond it. */
function claimEntries(claims: readonly Claim[]) {
  const listed = claims.flatMap((claim) => {
    const measure = publishedMeasure(claim.measure);
    return measure ? [claimEntry({ ...claim, measure })] : [];
  });
  return { listed, further: claims.filter((claim) => publishedMeasure(claim.measure) === null).map(claimEntry) };
}

/** A file's entry of `juesuan read --json`; with a report, of `juesuan check --json`. */
export function readingEntry(
  { document, statements, facts, claims, performance, unread }: Reading,
  report?: CheckReport,
) {
  const { file, sha256, mediaType, title, department, region, fiscalYear } = document;
  const { listed, further } = claimEntries(claims);
  return {
    document: {
      file,
      sha256,
      mediaType,
      title,
      department,
      region: region && { code: region.code, name: region.name },
      fiscalYear,
    },
    statements: statements.map(statementEntry),
    facts: facts.map(factEntry),
    claims: listed,
    ...(report ? { findings: report.findings.map(findingEntry) } : {}),
    furtherClaims: further,
    performance,
    unread: unread.map(({ text, numbers, place }) => ({ text, numbers, place: placeEntry(place) })),
  };
}

/** The entry of a file that cannot be read. */
export const errorEntry = (file: string, { code, message }: { code: string; message: string }) => ({
  document: { file },
  error: { code, message },
});
