import type { Claim, Fact, Reading, StatementReading } from '../../lib/facts';
import { type CheckReport, type Finding, publicFinding } from '../../lib/findings';
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
    claims: claims.map(claimEntry),
    ...(report ? { findings: report.findings.map(findingEntry) } : {}),
    performance,
    unread: unread.map(({ text, numbers, place }) => ({ text, numbers, place: placeEntry(place) })),
  };
}

/** The entry of a file that cannot be read. */
export const errorEntry = (file: string, { code, message }: { code: string; message: string }) => ({
  document: { file },
  error: { code, message },
});
