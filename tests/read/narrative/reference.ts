import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { buildReference, type CsvRow } from '../../../lib/classification';
import { readClaims } from '../../../lib/read/narrative';
import { readText } from '../../../lib/read/text';

const rows = (name: string): CsvRow[] =>
  parse(readFileSync(new URL(`../../../data/reference/${name}.csv`, import.meta.url)), { columns: true });

const reference = buildReference({
  functional: rows('functional-codes'),
  economic: rows('economic-codes'),
  functionalOld: rows('functional-codes-2009'),
  economicOld: rows('economic-codes-2009'),
  functionalChanges: rows('functional-code-changes'),
  regions: rows('regions'),
});

interface Title {
  department: string | null;
  fiscalYear: number | null;
}

/** Reads a text that is narrative from the first line to the last. */
export function readNarrative(text: string, title: Title | null = null, taken: Iterable<number> = []) {
  const model = readText(new TextEncoder().encode(text), 'x.txt');
  return readClaims(model, { title, statements: [], reference, taken: new Set(taken) });
}
