import type { Account } from '../../lib/facts';
import type { NumberedClaim } from './claimMarks';

/** A heading or a paragraph of the narrative, page breaks joined, with the claims read from it. */
export interface NarrativeBlock {
  kind: 'heading' | 'paragraph';
  text: string;
  /** the first line, 1-based */
  line: number;
  /** 1 for 一、, 2 for （一） */
  level: number;
  claims: NumberedClaim[];
}

const HEADINGS = [
  /^第[一二三四五六七八九十]+部分/,
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[)）]/,
] as const;
const ENDS = /[。；：！？;:]$/;
/** A page end cuts lines of running text; shorter lines stand alone. */
const RUNNING = 18;

const stripped = (text: string): string => text.replace(/\s/g, '');

const NUMBERED = /^(?:\d+[.、．]|[（(]\d+[)）])/;

function levelOf(text: string): number | undefined {
  if (NUMBERED.test(text)) return text.length > 40 || /[，。；：、]/.test(text.replace(NUMBERED, '')) ? undefined : 2;
  if (text.length > 60) return undefined;
  const level = HEADINGS.findIndex((heading) => heading.test(text));
  return level < 0 || /[。；，]/.test(text.slice(0, -1)) ? undefined : level;
}

/** Lines that belong to statements and self-evaluation tables: they are shown as tables. */
function tableLines(lines: readonly string[], account: Account): Set<number> {
  const taken = new Set<number>();
  lines.forEach((text, at) => {
    if (text.includes('\t')) taken.add(at + 1);
  });
  for (const statement of account.statements) {
    if (statement.state === 'absent') continue;
    const last = Math.max(statement.place.line, ...statement.lines.map((line) => line.place.line));
    for (let line = statement.place.line; line <= last; line += 1) taken.add(line);
    const notes = new Set(statement.notes.map(stripped));
    for (let line = last + 1; line <= last + 6; line += 1)
      if (notes.has(stripped(lines[line - 1] ?? ''))) taken.add(line);
  }
  addCaptions(lines, taken);
  return taken;
}

/** A table's caption and unit: the short lines right above it that are no sentences. */
function addCaptions(lines: readonly string[], taken: Set<number>): void {
  const starts = [...taken].filter((line) => !taken.has(line - 1));
  for (const start of starts) {
    for (let line = start - 1, captions = 0; line > 0 && captions < 4; line -= 1) {
      const text = stripped(lines[line - 1] ?? '');
      if (text === '') continue;
      if (text.length > 40 || /[。；，]/.test(text) || levelOf(text) !== undefined) break;
      taken.add(line);
      captions += 1;
    }
  }
}

/** The narrative from the heading of its first claim to the paragraph of its last one. */
export function narrativeOf(lines: readonly string[], account: Account): NarrativeBlock[] {
  const claims = account.claims
    .map((claim, index): NumberedClaim => ({ index, claim }))
    .sort((one, other) => one.claim.place.line - other.claim.place.line || one.index - other.index);
  const blocks = blocksOf(lines, tableLines(lines, account));
  for (const numbered of claims) {
    const block = blocks.findLast((candidate) => candidate.line <= numbered.claim.place.line);
    block?.claims.push(numbered);
  }
  const first = blocks.findIndex((block) => block.claims.length > 0);
  const last = blocks.findLastIndex((block) => block.claims.length > 0);
  if (first < 0) return [];
  const head = blocks.slice(0, first + 1).findLastIndex((block) => block.kind === 'heading');
  return blocks.slice(Math.max(0, head), last + 1);
}

function blocksOf(lines: readonly string[], taken: ReadonlySet<number>): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  lines.forEach((line, at) => {
    const text = line.trim().replace(/^-\s+/, '');
    if (text === '' || taken.has(at + 1)) return;
    const level = levelOf(stripped(text));
    const last = blocks.at(-1);
    if (level !== undefined) {
      blocks.push({ kind: 'heading', text, line: at + 1, level, claims: [] });
    } else if (last?.kind === 'paragraph' && continues(last.text, text)) {
      last.text += text;
    } else {
      blocks.push({ kind: 'paragraph', text, line: at + 1, level: 0, claims: [] });
    }
  });
  return blocks;
}

/** The paragraph was cut by the end of a page: no end of a sentence, and what follows opens no item of its own. */
function continues(before: string, text: string): boolean {
  return before.length >= RUNNING && !ENDS.test(before) && !NUMBERED.test(text);
}
