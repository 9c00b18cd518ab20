import type { Place } from './place';
import type { StatementId } from './statements';

/** error: no true values within rounding fit · warning: fits only under an assumption, or wording, names, completeness · note: within rounding */
export type Severity = 'error' | 'warning' | 'note';
export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** Severities in words; a contradiction is an error, everything that needs a human look a warning. */
export const SEVERITY_WORDS = { error: '矛盾', warning: '待查', note: '提示' } as const satisfies Record<
  Severity,
  string
>;

export type CheckKind =
  | 'sum'
  | 'equality'
  | 'balance'
  | 'at most'
  | 'ratio'
  | 'word against sign'
  | 'completeness'
  | 'name against code'
  | 'wording';

/** What README and pages say of an identity or check; one id may have several cards, told apart by their titles. */
export interface CheckCard {
  /** of `reference/statements.md`, or continuing its numbering */
  id: string;
  /** in Chinese */
  title: string;
  /** in words */
  formula: string;
  kind: CheckKind;
  /** the official source, or what the rule follows from */
  source: string;
  severity: Severity;
}

/** The figure that should probably stand at a place; `why` names the likely cause in Chinese. */
export interface Suggestion {
  place: Place;
  /** as printed; empty for a blank cell or a row that is not printed */
  printed: string;
  /** normalised decimal text in the unit of the place */
  value: string;
  why: string;
}

/** What a check reports, in the shape of `juesuan check --json`; `detail` is for the pages. */
export interface Finding {
  /** id of the identity or check, e.g. `T3-01` */
  check: string;
  severity: Severity;
  /** one Chinese sentence */
  message: string;
  /** the blamed place first */
  places: Place[];
  /** decimal text in the unit of the blamed place; null where the finding is not about an amount */
  expected: string | null;
  found: string | null;
  /** found − expected */
  difference: string | null;
  suggestion: Suggestion | null;
  detail: FindingDetail | null;
}

/** An interval as decimal text, both ends included; of money in 万元. */
export interface IntervalText {
  low: string;
  high: string;
}

/** One figure of an equation with its factor; `printed` is null for a blank cell or a row that is not printed. */
export interface EquationTerm {
  factor: number;
  /** statement, line and column in words, e.g. 支出表 · 合计 · 基本支出 */
  label: string;
  printed: string | null;
  unit: string;
  place: Place | null;
  /** index into the reading's facts or claims */
  fact: number | null;
  claim: number | null;
}

/**
 * exact: the printed values fit to the last digit · rounding: they fit within rounding only · contradiction: their intervals
 * share no point · not_checkable: too little is printed, which is not the same as passed.
 */
export type VerdictState = 'exact' | 'rounding' | 'contradiction' | 'not_checkable';

/** One relation as evaluated: left = right, or left ≤ right. */
export interface RelationVerdict {
  identity: string;
  relation: '=' | '≤';
  left: EquationTerm[];
  right: EquationTerm[];
  /** the equation with its numbers, e.g. 8680.23 = 1705.63 + 7604.60 */
  text: string;
  leftInterval: IntervalText;
  rightInterval: IntervalText;
  /** difference of the printed values (left − right), in 万元 */
  difference: string;
  /** distance between the intervals, zero when they share a point, in 万元 */
  gap: string;
  /** the largest difference that rounding explains, in 万元 */
  slack: string;
  state: VerdictState;
  /** why it could not be checked, or what is assumed */
  reason: string | null;
  statements: StatementId[];
}

/** A repair of one or more figures that makes the account consistent. */
export interface Repair {
  cells: { label: string; place: Place; printed: string; value: string; fact: number | null; claim: number | null }[];
  why: string;
}

/** What stands behind a finding: the broken equations, the values that would fit, other repairs that are as good. */
export interface FindingDetail {
  title: string;
  /** the broken relations this finding explains, the most telling first */
  relations: RelationVerdict[];
  /** values of the blamed place that fit everything else, in its unit */
  allowed: IntervalText | null;
  repair: Repair | null;
  /** ids of the identities that the proposal would satisfy */
  satisfies: string[];
  /** other repairs that explain the same as well */
  alternatives: Repair[];
  /** findings that vanish when this one is corrected, and are not reported for themselves */
  consequences?: { check: string; message: string }[];
  facts: number[];
  claims: number[];
}

/** "42 relations checked, 2 contradictions, 3 within rounding, 5 not checkable" */
export interface StatementVerdict {
  statement: StatementId;
  checked: number;
  contradictions: number;
  rounding: number;
  notCheckable: number;
}

/** The value that the identities support for a printed figure they contradict. */
export interface AdoptedValue {
  fact: number | null;
  claim: number | null;
  place: Place;
  printed: string;
  /** normalised decimal text in `unit` */
  value: string;
  unit: string;
  why: string;
  check: string;
}

/** Share of the published figures that take part in at least one checked relation. */
export interface Coverage {
  covered: number;
  published: number;
}

/** Everything the checks say about one reading. */
export interface CheckReport {
  findings: Finding[];
  verdicts: StatementVerdict[];
  relations: RelationVerdict[];
  adopted: AdoptedValue[];
  coverage: Coverage;
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors before warnings before notes, each in the order of the document. */
export function compareFindings(one: Finding, other: Finding): number {
  const line = (finding: Finding) => finding.places[0]?.line ?? 0;
  return SEVERITY_RANK[one.severity] - SEVERITY_RANK[other.severity] || line(one) - line(other);
}

/** The finding without its detail: what `contract.md` promises to other programs. */
export function publicFinding(finding: Finding): Omit<Finding, 'detail'> {
  const { detail: _detail, ...rest } = finding;
  return rest;
}
