import type { Account } from './facts';
import type { CheckReport, Finding, RelationVerdict, Severity } from './findings';
import type { Place } from './place';
import type { StatementId } from './statements';

/** A finding that breaks relations of a statement: where its blamed figure stands, null outside the statements. */
export interface Cause {
  /** index into the report's findings */
  finding: number;
  severity: Severity;
  statement: StatementId | null;
  /** how many of the statement's relations it breaks */
  relations: number;
}

/** A statement's relations by outcome; those that do not hold are told by their causes, for one wrong figure breaks many sums. */
export interface StatementSummary {
  statement: StatementId;
  checked: number;
  exact: number;
  rounding: number;
  notCheckable: number;
  /** the most severe first */
  causes: Cause[];
  /** relations that do not hold and that no finding names */
  unexplained: number;
}

const keyOf = ({ identity, text, left, right }: RelationVerdict): string =>
  [identity, text, ...[...left, ...right].map(({ place, label }) => `${place?.line}:${place?.cell}:${label}`)].join(
    '|',
  );

/** The relation a finding leads with comes first, so a relation that two findings name belongs to the more telling one. */
function explanations(findings: readonly Finding[]): Map<string, number> {
  const known = new Map<string, number>();
  findings.forEach(({ detail }, index) => {
    for (const relation of detail?.relations ?? []) {
      const key = keyOf(relation);
      if (relation.state === 'contradiction' && !known.has(key)) known.set(key, index);
    }
  });
  return known;
}

/** The printed rows of the statements by line of the document. */
export function statementsByLine({ statements }: Pick<Account, 'statements'>): Map<number, StatementId> {
  const known = new Map<number, StatementId>();
  for (const { statement, lines } of statements)
    for (const { place } of lines) if (!known.has(place.line)) known.set(place.line, statement);
  return known;
}

/** Each checked statement with what its relations say. */
export function summariesOf(
  { findings, relations, verdicts }: CheckReport,
  account: Pick<Account, 'statements'>,
): StatementSummary[] {
  const explained = explanations(findings);
  const standing = statementsByLine(account);
  const homeOf = (place: Place | undefined) => (place && standing.get(place.line)) ?? null;
  return verdicts.map(({ statement, checked, rounding, notCheckable }) => {
    const own = relations.filter((relation) => relation.statements.includes(statement));
    const causes = new Map<number, Cause>();
    let unexplained = 0;
    for (const relation of own.filter(({ state }) => state === 'contradiction')) {
      const index = explained.get(keyOf(relation));
      const finding = index === undefined ? undefined : findings[index];
      if (index === undefined || !finding) {
        unexplained += 1;
        continue;
      }
      const known = causes.get(index);
      if (known) known.relations += 1;
      else
        causes.set(index, {
          finding: index,
          severity: finding.severity,
          statement: homeOf(finding.places[0]),
          relations: 1,
        });
    }
    const exact = own.filter(({ state }) => state === 'exact').length;
    const sorted = [...causes.values()].sort((one, other) => one.finding - other.finding);
    return { statement, checked, exact, rounding, notCheckable, causes: sorted, unexplained };
  });
}

/** The places a finding blames: with a proposal those it would change, else every place that takes part. */
export function blamedPlaces({ places, suggestion, detail }: Finding): Place[] {
  const changed = detail?.repair?.cells.map(({ place }) => place) ?? [];
  if (changed.length > 0 || suggestion) return [...places.slice(0, 1), ...changed];
  return [...places];
}

/** The claims a finding blames; a check of wording or rates names the blamed one first, and then what it was compared with. */
export function blamedClaims({ suggestion, detail }: Finding): number[] {
  if (!detail) return [];
  const changed = detail.repair?.cells.flatMap(({ claim }) => claim ?? []) ?? [];
  if (changed.length > 0 || detail.repair) return changed;
  return suggestion ? detail.claims.slice(0, 1) : [...detail.claims];
}
