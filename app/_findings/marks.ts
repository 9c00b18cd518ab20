import { blamedClaims, blamedPlaces } from '../../lib/causes';
import { type CheckReport, type Finding, SEVERITY_WORDS } from '../../lib/findings';
import type { CardOf } from './askFindings';
import { titleOf } from './askFindings';

/** A mark at a figure or a line: the finding it opens. */
export interface FindingMarkData {
  /** of the account's findings, from 1 */
  number: number;
  severity: Finding['severity'];
  /** what a reader who cannot see the mark hears */
  label: string;
}

/** Where the findings of an account are marked. */
export interface FindingMarks {
  /** at a cell; null for marks on the line as a whole */
  at(line: number, cell: number | null): readonly FindingMarkData[];
  /** cells of a line that carry marks */
  cellsOf(line: number): readonly number[];
  ofClaim(index: number): readonly FindingMarkData[];
}

/** Sums within rounding are told in the verdict of their statement and not marked at each figure. */
const isRounding = ({ severity, detail }: Finding): boolean =>
  severity === 'note' &&
  (detail?.relations.length ?? 0) > 0 &&
  detail?.relations.every(({ state }) => state === 'rounding' || state === 'exact') === true;

function put<Key>(groups: Map<Key, FindingMarkData[]>, key: Key, mark: FindingMarkData): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [mark]);
  else if (!group.some(({ number }) => number === mark.number)) group.push(mark);
}

export function marksOf({ findings }: CheckReport, cardOf: CardOf): FindingMarks {
  const lines = new Map<number, Map<number | null, FindingMarkData[]>>();
  const claims = new Map<number, FindingMarkData[]>();
  findings.forEach((finding, index) => {
    if (isRounding(finding)) return;
    const { severity } = finding;
    const label = `${SEVERITY_WORDS[severity]}：${titleOf(finding, cardOf)}，查看说明`;
    const mark = { number: index + 1, severity, label };
    const blamed = blamedClaims(finding);
    for (const claim of blamed) put(claims, claim, mark);
    for (const { line, cell } of blamedPlaces(finding)) {
      if (cell === null && blamed.length > 0) continue;
      const cells = lines.get(line) ?? new Map<number | null, FindingMarkData[]>();
      lines.set(line, cells);
      put(cells, cell, mark);
    }
  });
  return {
    at: (line, cell) => lines.get(line)?.get(cell) ?? [],
    cellsOf: (line) => [...(lines.get(line)?.keys() ?? [])].filter((cell) => cell !== null),
    ofClaim: (index) => claims.get(index) ?? [],
  };
}

/** Marks of a printed row that stand at none of its figures: at its code, its name, or the row as a whole. */
export function marksOfRow(
  marks: FindingMarks,
  line: number,
  figures: ReadonlySet<number>,
  from: number,
  beyond: number,
): FindingMarkData[] {
  const cells = marks.cellsOf(line).filter((cell) => cell >= from && cell < beyond && !figures.has(cell));
  const own = [...(from === 0 ? marks.at(line, null) : []), ...cells.flatMap((cell) => marks.at(line, cell))];
  return own.filter(({ number }, at) => own.findIndex((other) => other.number === number) === at);
}
