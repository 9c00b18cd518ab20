import type { Cause, StatementSummary } from './causes';
import { SEVERITIES, SEVERITY_WORDS, type Severity } from './findings';
import { STATEMENTS, type StatementId } from './statements';

/** A piece of a verdict; `finding` is the index of the finding it leads to. */
export interface Piece {
  text: string;
  finding?: number;
}

const sum = (causes: readonly Cause[]): number => causes.reduce((total, { relations }) => total + relations, 0);
const nameOf = (statement: StatementId | null): string => (statement ? STATEMENTS[statement].short : '情况说明');

/** 1 处待查，涉及 14 项关系 */
function ownCauses(causes: readonly Cause[], severity: Severity): Piece[] {
  const own = causes.filter((cause) => cause.severity === severity);
  const [first] = own;
  if (!first) return [];
  const relations = sum(own);
  return [
    { text: `${own.length} 处${SEVERITY_WORDS[severity]}`, finding: first.finding },
    { text: relations > own.length ? `（涉及 ${relations} 项关系）` : '' },
  ];
}

/** 4 项随政府性基金表的 1 处待查不符 */
function foreignCauses(causes: readonly Cause[]): Piece[] {
  const groups = new Map<string, Cause[]>();
  for (const cause of causes) {
    const key = `${nameOf(cause.statement)}|${cause.severity}`;
    groups.set(key, [...(groups.get(key) ?? []), cause]);
  }
  return [...groups.values()].flatMap((group): Piece[] => {
    const [first] = group;
    if (!first) return [];
    return [
      { text: `，另有 ${sum(group)} 项随` },
      {
        text: `${nameOf(first.statement)}的 ${group.length} 处${SEVERITY_WORDS[first.severity]}`,
        finding: first.finding,
      },
      { text: '不符' },
    ];
  });
}

/**
 * A statement's verdict in words: causes are counted, not the sums that one wrong figure breaks, and what a figure elsewhere breaks is
 * told as such.
 */
export function summaryPieces(summary: StatementSummary): Piece[] {
  const { statement, checked, exact, rounding, notCheckable, causes, unexplained } = summary;
  const own = causes.filter((cause) => cause.statement === statement);
  const elsewhere = causes.filter((cause) => cause.statement !== statement);
  const blamed = SEVERITIES.map((severity) => ownCauses(own, severity)).filter((pieces) => pieces.length > 0);
  const agrees = exact + rounding === checked;
  return [
    { text: `核对 ${checked} 项关系` },
    ...(agrees && checked > 0 ? [{ text: '，全部相符' }] : []),
    ...blamed.flatMap((pieces) => [{ text: '，' }, ...pieces]),
    ...(rounding > 0 ? [{ text: `，${agrees ? '其中 ' : ''}${rounding} 项在四舍五入之内` }] : []),
    ...foreignCauses(elsewhere),
    ...(unexplained > 0 ? [{ text: `，${unexplained} 项不符` }] : []),
    ...(notCheckable > 0 ? [{ text: `，${notCheckable} 项无法核对` }] : []),
  ].filter(({ text }) => text !== '');
}

export const summaryWords = (summary: StatementSummary): string =>
  summaryPieces(summary)
    .map(({ text }) => text)
    .join('');

/** A statement's verdict in a table cell: the most severe thing that stands in it. */
export function shortVerdict({ statement, checked, causes, unexplained, exact, rounding }: StatementSummary): string {
  const own = causes.filter((cause) => cause.statement === statement);
  const parts = SEVERITIES.flatMap((severity) => {
    const count = own.filter((cause) => cause.severity === severity).length;
    return count > 0 ? [`${count} 处${SEVERITY_WORDS[severity]}`] : [];
  });
  if (parts.length > 0) return parts.join('，');
  if (causes.length > 0 || unexplained > 0) return '随他表不符';
  if (checked === 0) return '无法核对';
  return exact + rounding === checked ? `${checked} 项相符` : '';
}
