import { createHash } from 'node:crypto';
import type { Reference } from '../classification';
import type { Reading, Unread } from '../facts';
import { placeAt } from '../place';
import type { ReadContext } from './context';
import { readClaims } from './narrative';
import { readPerformance } from './performance';
import { refuseForeignText, refuseTruncated } from './refusal';
import { readStatements } from './statements';
import { type Line, linesOf } from './statements/lines';
import { readText } from './text';
import { readTitle } from './title';

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** Rows of tables with numbers that no reader has understood. */
function unreadRows(lines: readonly Line[], known: ReadonlySet<number>): Unread[] {
  return lines
    .filter((line) => line.isRow && !known.has(line.number) && /\d/.test(line.text) && !/^\(?栏次/.test(line.text))
    .map(({ number, cells }) => {
      const text = cells
        .map((cell) => cell.text.trim())
        .filter((cell) => cell !== '')
        .join(' ');
      return { text, numbers: text.match(NUMBER) ?? [], place: placeAt(number) };
    });
}

/** Document → reading. Throws ReadError for a file that is none; what a readable document does not say is null. */
export async function readDocument(bytes: Uint8Array, file: string, reference: Reference): Promise<Reading> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const model = readText(bytes, file);
  const lines = linesOf(model);
  const read = readStatements(lines, reference);
  const title = readTitle(lines, read, reference);
  const context: ReadContext = { title, statements: read.statements, reference, taken: read.lines };
  const performance = readPerformance(model, context);
  const narrative = readClaims(model, context);
  const known = new Set([...read.lines, ...performance.lines, ...narrative.claims.map((claim) => claim.place.line)]);
  for (const { place } of narrative.unread) known.add(place.line);
  const reading: Reading = {
    document: {
      file,
      sha256,
      mediaType: model.mediaType,
      title: title.title,
      department: title.department,
      region: title.region,
      fiscalYear: title.fiscalYear,
    },
    statements: read.statements,
    facts: read.facts,
    claims: narrative.claims,
    sentences: narrative.sentences,
    performance: performance.tables,
    unread: [...read.unread, ...unreadRows(lines, known), ...narrative.unread].sort(
      (one, other) => one.place.line - other.place.line,
    ),
  };
  refuseForeignText(reading, lines, file);
  refuseTruncated(reading, lines, file);
  return reading;
}
