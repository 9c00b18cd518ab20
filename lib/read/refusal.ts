import type { Reading } from '../facts';
import { ReadError } from './errors';
import { isBlank, type Line } from './statements/lines';

const FIELD_WORDS = /决算|预算|支出|收入|财政|经费|万元|绩效|编制人|编制\d/;

/** Throws when a text says nothing at all of an account; a passage or a single table says something. */
export function refuseForeignText(reading: Reading, lines: readonly Line[], file: string): void {
  const { facts, claims, performance, document } = reading;
  if (facts.length > 0 || claims.length > 0 || performance.length > 0 || document.title !== null) return;
  if (reading.statements.some((statement) => statement.state !== 'absent')) return;
  if (lines.some((line) => FIELD_WORDS.test(line.text))) return;
  throw new ReadError('no_account', `“${file}”里没有部门决算的内容：找不到决算表，也找不到收支的说明`);
}

const PART = /^第[一二三四五六七八九十]部分/;
/** Annexes are often published as files of their own. */
const ANNEX = /^第[一二三四五六七八九十]部分[\s:：、]*附/;

/** A last line that stops in the middle: a sentence without its end, a row shorter than the one above it. */
function endsUnfinished(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last) return false;
  if (last.isRow) return before?.isRow === true && last.cells.length < before.cells.length;
  return last.text.length > 4 && !/[。.;;!?”)》:表日年]$/.test(last.text) && !/^\d+$/.test(last.text);
}

/** A part that the table of contents announces and the body, which opens with the first part named again, never opens. */
function missingPart(lines: readonly Line[]): string | undefined {
  const listed: string[] = [];
  const opened = new Set<string>();
  for (const line of lines) {
    const part = line.isRow ? undefined : PART.exec(line.text)?.[0];
    if (!part) continue;
    if (opened.size > 0 || listed.includes(part)) opened.add(part);
    else if (!ANNEX.test(line.text)) listed.push(part);
  }
  return opened.size > 0 ? listed.find((part) => !opened.has(part)) : undefined;
}

/** Conversions shorten rows, so a short last row says something only where listed statements are wanting, too. */
const wantsStatements = (reading: Reading): boolean =>
  reading.statements.some((statement) => statement.state === 'absent' && statement.listedEmpty !== true);

/** Throws when a whole document (one with a title of its own) breaks off before what its table of contents announces. */
export function refuseTruncated(reading: Reading, lines: readonly Line[], file: string): void {
  const text = lines.filter((line) => !line.cells.every((cell) => isBlank(cell.text)));
  if (reading.document.title === null || !endsUnfinished(text)) return;
  if (text.at(-1)?.isRow && !wantsStatements(reading)) return;
  const part = missingPart(text);
  if (part === undefined) return;
  const line = text.at(-1)?.number ?? 0;
  throw new ReadError('truncated', `“${file}”不完整：在第 ${line} 行中断，目录所列“${part}”没有出现，请取得完整的文件`);
}
