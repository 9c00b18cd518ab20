import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../db/setup/project.mjs';

const folder = inRoot('data', 'accounts');
const originals = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** The published documents over and over, each time under the name of another department. */
export function documents(count) {
  return Array.from({ length: count }, (_, index) => {
    const text = originals[index % originals.length];
    return {
      file: `${String(index).padStart(5, '0')}.txt`,
      bytes: Buffer.from(text.replaceAll('工业商贸局', `工业商贸${index}局`)),
    };
  });
}

export function writeDocuments(target, count) {
  mkdirSync(target, { recursive: true });
  for (const { file, bytes } of documents(count)) writeFileSync(join(target, file), bytes);
}
