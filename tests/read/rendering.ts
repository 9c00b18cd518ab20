import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadReference } from '../../db/reference';
import type { Reading } from '../../lib/facts';
import { readDocument } from '../../lib/read';

export const root = join(import.meta.dirname, '..', '..');
export const reference = loadReference(join(root, 'data', 'reference'));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readFile = (path: string): Promise<Reading> =>
  readDocument(readFileSync(join(root, path)), path.split('/').at(-1) ?? path, reference);

/** Reads a text; `|` stands for a tab where `cells` is set. */
export const readLines = (text: string, file = 'text.txt'): Promise<Reading> =>
  readDocument(bytesOf(text.replaceAll('|', '\t')), file, reference);

/** A reading's statements as a page of text: title, lines with their keys, amounts as printed with their places. */
export function renderStatements(reading: Reading): string {
  const { title, department, region, fiscalYear } = reading.document;
  const out = [`${title ?? '—'} · ${department ?? '—'} · ${region?.code ?? '—'} · ${fiscalYear ?? '—'}`];
  for (const statement of reading.statements) {
    if (statement.state === 'absent' && statement.listedEmpty === null && statement.place.line === 1) continue;
    const { number, state, unit, reason, listedEmpty, place } = statement;
    out.push('', `${statement.statement} L${place.line} ${statement.title} · ${number ?? '—'} · ${state} · ${unit}`);
    if (listedEmpty !== null || reason) out.push(`  listed empty: ${listedEmpty} · ${reason ?? '—'}`);
    if (statement.columns.length > 0) out.push(`  columns: ${statement.columns.join(' ')}`);
    for (const line of statement.lines) {
      const facts = line.facts.flatMap((index) => {
        const fact = reading.facts[index];
        if (!fact) return [];
        const exact = fact.printed.replaceAll(',', '') === fact.amount ? '' : `{${fact.amount}}`;
        return `${fact.column}=${fact.printed}${exact}@${fact.place.line}:${fact.place.cell}`;
      });
      const dashes = line.empty.flatMap((cell) => (cell.kind === 'blank' ? [] : `${cell.column}=“${cell.printed}”`));
      const label = [line.side, line.code, line.name || '(nameless)'].filter(Boolean).join(' ');
      out.push(`  ${label} → ${line.line} ${[...facts, ...dashes].join(' ')} (${line.empty.length} empty)`);
    }
    for (const note of statement.notes) out.push(`  note: ${note}`);
  }
  for (const { text, place } of reading.unread) out.push('', `unread ${place.line}:${place.cell} ${text}`);
  return `${out.join('\n')}\n`;
}

/** Compares with a golden file; `UPDATE_GOLDEN=1` writes it, outside of CI only. */
export function expectGolden(name: string, text: string): void {
  const path = join(root, 'tests', 'output', name);
  if (process.env.UPDATE_GOLDEN === '1' && !process.env.CI) writeFileSync(path, text);
  expect(existsSync(path), `${name} is missing: UPDATE_GOLDEN=1 npx vitest run tests/read writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
