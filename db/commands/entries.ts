import type { Claim, Fact, Reading, StatementReading } from '../../lib/facts';
import { type CheckReport, type Finding, publicFinding } from '../../lib/findings';
import { FINER_MEASURES, type MeasureId } from '../../lib/measures';
import type { Place } from '../../lib/place';

/** The shapes of contract.md, keys in its order. */

const placeEntry = ({ page, sheet, line, cell, box }: Place) => ({ page, sheet, line, cell, box });

const statementEntry = ({ statement, title, number, state, reason, place }: StatementReading) => ({
  statement,
  title,
  number,
  state,
  ...(reason === null ? {} : { reason }),
  place: placeEntry(place),
});

const factEntry = ({ statement, side, code, name, column, printed, amount, unit, place }: Fact) => ({
  statement,
  side,
  code,
  name,
  column,
  printed,
  amount,
  unit,
  place: placeEntry(place),
});

const claimEntry = ({ measure, aspect, subject, value, unit, direction, printed, sentence, place }: Claim) => ({
  measure,
  aspect,
  ...(subject === null ? {} : { subject }),
  value,
  unit,
  direction,
  printed,
  sentence,
  place: placeEntry(place),
});

/** The claim's measure in the published list; null where the list has none. */
const publishedMeasure = (measure: MeasureId): MeasureId | null => {
  const published = FINER_MEASURES[measure];
  return published === undefined ? measure : published;
};

/** Claims of the published list of measures, and those beyond it. */
function claimEntries(claims: readonly Claim[]) {
  const listed = claims.flatMap((claim) => {
    const measure = publishedMeasure(claim.measure);
    return measure ? [claimEntry({ ...claim, measure })] : [];
  });
  return { listed, further: claims.filter((claim) => publishedMeasure(claim.measure) === null).map(claimEntry) };
}

function findingEntry(finding: Finding) {
  const { check, severity, message, places, expected, found, difference, suggestion } = publicFinding(finding);
  return {
    check,
    severity,
    message,
    places: places.map(placeEntry),
    expected,
    found,
    difference,
    suggestion: suggestion && {
      place: placeEntry(suggestion.place),
      printed: suggestion.printed,
      value: suggestion.value,
      why: suggestion.why,
    },
  };
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
