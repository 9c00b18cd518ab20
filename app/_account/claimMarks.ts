import type { Claim } from '../../lib/facts';
import { ASPECTS, measureOf } from '../../lib/measures';

/** A piece of text; `claims` are the indexes of what was read from it, empty for text between. */
export interface Segment {
  text: string;
  claims: number[];
}

export interface NumberedClaim {
  index: number;
  claim: Claim;
}

interface Span {
  start: number;
  end: number;
  claims: number[];
}

/** Where a printed number stands by itself, not as a part of a longer one. */
function find(text: string, printed: string, from: number): number {
  for (let at = text.indexOf(printed, from); at >= 0; at = text.indexOf(printed, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text.slice(at + printed.length)];
    const digits = /^\d|\d$/.test(printed);
    if (!digits || !(/[\d.]/.test(before) || /^\.?\d/.test(after))) return at;
  }
  return -1;
}

/**
 * Marks each claim at its printed number, in reading order; several claims may share one number. A claim whose number does not
 * stand in the text is left out.
 */
export function markClaims(text: string, claims: readonly NumberedClaim[]): Segment[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index, claim } of claims) {
    const printed = claim.printed.trim();
    if (printed === '') continue;
    const next = find(text, printed, from);
    const start = next >= 0 ? next : find(text, printed, 0);
    if (start < 0) continue;
    const known = spans.find((span) => span.start < start + printed.length && start < span.end);
    if (known) known.claims.push(index);
    else {
      spans.push({ start, end: start + printed.length, claims: [index] });
      from = Math.max(from, start + printed.length);
    }
  }
  return cut(text, spans);
}

function cut(text: string, spans: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    segments.push({ text: text.slice(end, span.start), claims: [] });
    segments.push({ text: text.slice(span.start, span.end), claims: span.claims });
    end = span.end;
  }
  segments.push({ text: text.slice(end), claims: [] });
  return segments.filter((segment) => segment.text !== '');
}

const DIRECTIONS = { increase: '增加', decrease: '减少' } as const;

/** What was read, in words: `收支总计 · 比上年增减额：增加 531.83 万元`. */
export function readingOf(claim: Claim): string {
  const subject = claim.subject === null ? '' : `（${claim.subject}）`;
  const year = claim.year === null ? '' : `${claim.year} 年`;
  const direction = claim.direction === null ? '' : `${DIRECTIONS[claim.direction]} `;
  return `${year}${measureOf(claim.measure).label}${subject} · ${ASPECTS[claim.aspect].label}：${direction}${claim.value} ${claim.unit}`;
}
