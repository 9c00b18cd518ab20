import type { Account, Fact } from '../../lib/facts';
import type { NumberedClaim } from './claimMarks';

export interface SourceCell {
  text: string;
  fact: Fact | null;
}

export interface SourceLine {
  /** 1-based */
  number: number;
  text: string;
  /** cells of a tab-separated line; a line of running text has none */
  cells: SourceCell[];
  claims: NumberedClaim[];
}

/** Consecutive lines of text, or a table of tab-separated lines. */
export interface SourceBlock {
  kind: 'text' | 'table';
  lines: SourceLine[];
}

function groupByLine<T>(items: readonly T[], lineOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(lineOf(item));
    if (group) group.push(item);
    else groups.set(lineOf(item), [item]);
  }
  return groups;
}

/** The document's lines as tables and running text, with what was read from each; empty lines are left out but counted. */
export function blocksOfSource(lines: readonly string[], account: Account): SourceBlock[] {
  const facts = groupByLine(account.facts, (fact) => fact.place.line);
  const claims = groupByLine(
    account.claims.map((claim, index): NumberedClaim => ({ index, claim })),
    ({ claim }) => claim.place.line,
  );
  const blocks: SourceBlock[] = [];
  lines.forEach((text, at) => {
    if (text.trim() === '') return;
    const number = at + 1;
    const kind = text.includes('\t') ? 'table' : 'text';
    const cells = kind === 'table' ? cellsOf(text, facts.get(number) ?? []) : [];
    const line = { number, text: text.trim(), cells, claims: claims.get(number) ?? [] };
    const last = blocks.at(-1);
    if (last?.kind === kind && (kind === 'text' || lines[at - 1]?.includes('\t'))) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  });
  return blocks;
}

const cellsOf = (text: string, facts: readonly Fact[]): SourceCell[] =>
  text.split('\t').map((cell, at) => ({
    text: cell.trim(),
    fact: facts.find((fact) => fact.place.cell === at) ?? null,
  }));
