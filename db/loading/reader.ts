import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../folder';

/** All that decides what is stored of a document, relative to the project's folder. */
const SOURCES = ['lib', 'lib/read', 'lib/check', 'db/loading', 'data/reference'];

function filesBelow(path: string, deep: boolean): string[] {
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(path, entry.name);
      if (entry.isDirectory()) return deep ? filesBelow(file, deep) : [];
      return statSync(file).isFile() ? [file] : [];
    });
}

let digest: string | undefined;

/** A digest of the readers, the checks and the code lists: documents stored under another one are read again when they are loaded. */
export function readerDigest(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesBelow(join(projectFolder(), source), source !== 'lib')) hash.update(readFileSync(file));
  digest = hash.digest('hex');
  return digest;
}
