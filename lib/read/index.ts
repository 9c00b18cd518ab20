import { createHash } from 'node:crypto';
import type { Reference } from '../classification';
import type { Reading } from '../facts';
import type { ReadContext } from './context';
import { readClaims } from './narrative';
import { readPerformance } from './performance';
import { readText } from './text';

/** Document → reading. Throws ReadError for a file that is none; what a readable document does not say is null. */
export async function readDocument(bytes: Uint8Array, file: string, reference: Reference): Promise<Reading> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const model = readText(bytes, file);
  const context: ReadContext = {
    title: { title: null, department: null, region: null, fiscalYear: null, unit: '万元', listed: [] },
    statements: [],
    reference,
    taken: new Set(),
  };
  const { title, department, region, fiscalYear } = context.title;
  const { claims, unread } = readClaims(model, context);
  const performance = readPerformance(model, context);
  return {
    document: { file, sha256, mediaType: model.mediaType, title, department, region, fiscalYear },
    statements: [],
    facts: [],
    claims,
    performance: performance.tables,
    unread,
  };
}
