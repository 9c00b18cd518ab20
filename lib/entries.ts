import type { Claim, Fact, StatementReading } from './facts';
import { type Finding, publicFinding } from './findings';
import { FINER_MEASURES, MEASURE_IDS, type MeasureId } from './measures';
import type { Place } from './place';

/** What is published of a reading, on the command line and over HTTP: the shapes of contract.md, members in its order. */

export const placeEntry = ({ page, sheet, line, cell, box }: Place) => ({ page, sheet, line, cell, box });

type PublicStatement = Pick<StatementReading, 'statement' | 'title' | 'number' | 'state' | 'reason' | 'place'>;

export const statementEntry = ({ statement, title, number, state, reason, place }: PublicStatement) => ({
  statement,
  title,
  number,
  state,
  ...(reason === null ? {} : { reason }),
  place: placeEntry(place),
});

type PublicFact = Omit<Fact, 'line' | 'decimals'>;

export const factEntry = ({ statement, side, code, name, column, printed, amount, unit, place }: PublicFact) => ({
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

type PublicClaim = Omit<Claim, 'subjectPath' | 'decimals' | 'base' | 'year' | 'section'>;

export const claimEntry = ({
  measure,
  aspect,
  subject,
  value,
  unit,
  direction,
  printed,
  sentence,
  place,
}: PublicClaim) => ({
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
export const publishedMeasure = (measure: MeasureId): MeasureId | null => {
  const published = FINER_MEASURES[measure];
  return published === undefined ? measure : published;
};

/** The measures of the published list. */
export const PUBLISHED_MEASURES: readonly MeasureId[] = MEASURE_IDS.filter((id) => publishedMeasure(id) === id);

export function findingEntry(finding: Finding) {
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
