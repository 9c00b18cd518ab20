import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildReference, type CsvRow, type Reference } from '../lib/classification';

const readRows = (folder: string, file: string): CsvRow[] =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true, skip_empty_lines: true });

/** The code lists of a folder, by default `data/reference` of the working directory; throws when a list is missing or broken. */
export function loadReference(folder: string = join(process.cwd(), 'data', 'reference')): Reference {
  return buildReference({
    functional: readRows(folder, 'functional-codes.csv'),
    economic: readRows(folder, 'economic-codes.csv'),
    functionalOld: readRows(folder, 'functional-codes-2009.csv'),
    economicOld: readRows(folder, 'economic-codes-2009.csv'),
    functionalChanges: readRows(folder, 'functional-code-changes.csv'),
    regions: readRows(folder, 'regions.csv'),
  });
}
