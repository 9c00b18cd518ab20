import type { EquationTerm, RelationVerdict, VerdictState } from '../findings';
import { STATEMENT_IDS, type StatementId } from '../statements';
import { type Figure, type Figures, isPrinted } from './figures';
import { ticksText } from './ticks';

export interface Term {
  figure: Figure;
  factor: number;
}

/** Σ left = Σ right, or Σ left ≤ Σ right, over figures of the account; `unchecked` says why it cannot be judged. */
export interface Relation {
  identity: string;
  sign: '=' | '≤';
  left: Term[];
  right: Term[];
  /** what must be assumed for it to hold */
  assumed?: string;
  unchecked?: string;
  /** the row whose rows below are added up, where a row could be missing from the sum */
  parent?: string;
}

export interface Evaluation {
  state: VerdictState;
  /** left − right of the printed values, in ticks */
  residual: number;
  /** distance between the intervals; zero when they share a point */
  gap: number;
  slack: number;
  left: { low: number; high: number };
  right: { low: number; high: number };
}

const NOT_FILLED = '各分项均未填列';

export const term = (figure: Figure, factor = 1): Term => ({ figure, factor });
export const terms = (figures: readonly (Figure | undefined)[], factor = 1): Term[] =>
  figures.flatMap((figure) => (figure ? [term(figure, factor)] : []));

/** Σ parts = total. Nothing to say when nothing is printed; not checkable when only the total is. */
export function sumOf(identity: string, total: Figure | undefined, parts: readonly Term[]): Relation[] {
  if (!total || parts.length === 0) return [];
  const printed = parts.some((part) => isPrinted(part.figure));
  if (!printed && !isPrinted(total)) return [];
  const relation: Relation = { identity, sign: '=', left: [term(total)], right: [...parts] };
  const isKnownGap = parts.some((part) => part.figure.kind === 'missing');
  return [!printed && !isKnownGap && total.value !== 0 ? { ...relation, unchecked: NOT_FILLED } : relation];
}

/** left = right of two sides that are each the same quantity; nothing to say when neither is printed. */
export function equal(identity: string, left: readonly Term[], right: readonly Term[]): Relation[] {
  if (left.length === 0 || right.length === 0) return [];
  if (![...left, ...right].some((one) => isPrinted(one.figure))) return [];
  return [{ identity, sign: '=', left: [...left], right: [...right] }];
}

export function atMost(identity: string, less: readonly Term[], more: readonly Term[]): Relation[] {
  return equal(identity, less, more).map((relation) => ({ ...relation, sign: '≤' as const }));
}

function bounds(side: readonly Term[]): { low: number; high: number; value: number } {
  let [low, high, value] = [0, 0, 0];
  for (const { figure, factor } of side) {
    low += factor * (factor > 0 ? figure.low : figure.high);
    high += factor * (factor > 0 ? figure.high : figure.low);
    value += factor * figure.value;
  }
  return { low, high, value };
}

/** Interval arithmetic as in XBRL Calculations 1.1: consistent when the intervals of both sides share a point. */
export function evaluate(relation: Relation): Evaluation {
  const left = bounds(relation.left);
  const right = bounds(relation.right);
  const residual = left.value - right.value;
  const above = Math.max(0, left.low - right.high);
  const below = relation.sign === '=' ? Math.max(0, right.low - left.high) : 0;
  const gap = Math.max(above, below);
  const exact = relation.sign === '=' ? residual === 0 : residual <= 0;
  const state: VerdictState = relation.unchecked
    ? 'not_checkable'
    : gap > 0
      ? 'contradiction'
      : exact
        ? 'exact'
        : 'rounding';
  const slack = (left.high - left.low + right.high - right.low) / 2;
  return { state, residual, gap, slack, left, right };
}

export const figuresOf = (relation: Relation): Figure[] =>
  [...relation.left, ...relation.right].map((one) => one.figure);

export function statementsOf(relation: Relation): StatementId[] {
  const present = new Set(figuresOf(relation).map((figure) => figure.statement));
  return STATEMENT_IDS.filter((statement) => present.has(statement));
}

const amountText = (figure: Figure): string =>
  isPrinted(figure) ? ticksText(figure.value, figure.unit, figure.decimals) : '空';

function sideText(side: readonly Term[]): string {
  const shown = side.filter((one) => isPrinted(one.figure) && (one.figure.value !== 0 || side.length === 1));
  const parts = (shown.length > 0 ? shown : side.slice(0, 1)).map(({ figure, factor }, position) => {
    const amount = amountText(figure);
    const body = figure.kind === 'claim' && figure.unit !== '万元' ? `${amount}${figure.unit}` : amount;
    if (position === 0) return factor < 0 ? `−${body}` : body;
    return `${factor < 0 ? '−' : '+'} ${body}`;
  });
  return parts.join(' ');
}

/** The equation with its numbers: 8680.23 = 1705.63 + 7604.60. */
export const equationText = (relation: Relation): string =>
  `${sideText(relation.left)} ${relation.sign} ${sideText(relation.right)}`;

const equationTerm = ({ figure, factor }: Term): EquationTerm => ({
  factor,
  label: figure.label,
  printed: isPrinted(figure) ? figure.printed : null,
  unit: figure.unit,
  place: figure.place,
  fact: figure.fact,
  claim: figure.claim,
});

/** Rows that are not printed take part in sums as zeros, but not on the page. */
function shownTerms(side: readonly Term[]): EquationTerm[] {
  const shown = side.filter((one) => one.figure.kind !== 'missing');
  return (shown.length > 0 ? shown : side).map(equationTerm);
}

export function verdictOf(relation: Relation, found = evaluate(relation)): RelationVerdict {
  const wan = (ticks: number): string => ticksText(ticks, '万元');
  return {
    identity: relation.identity,
    relation: relation.sign,
    left: shownTerms(relation.left),
    right: shownTerms(relation.right),
    text: equationText(relation),
    leftInterval: { low: wan(found.left.low), high: wan(found.left.high) },
    rightInterval: { low: wan(found.right.low), high: wan(found.right.high) },
    difference: wan(found.residual),
    gap: wan(found.gap),
    slack: wan(found.slack),
    state: found.state,
    reason: relation.unchecked ?? relation.assumed ?? null,
    statements: statementsOf(relation),
  };
}

/** Figures that take part in a relation that could be judged. */
export function coveredFacts(relations: readonly Relation[], figures: Figures): Set<number> {
  const covered = new Set<number>();
  for (const relation of relations)
    if (!relation.unchecked)
      for (const figure of figuresOf(relation)) {
        const { fact } = figures.at(figure.index);
        if (fact !== null) covered.add(fact);
      }
  return covered;
}
