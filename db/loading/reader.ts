import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../folder';

/** All that decides what is stored of a document, relative to the project's folder; of `lib` itself only the core. */
const READING = ['lib', 'lib/read', 'lib/check', 'db/loading', 'data/reference'];
/** All that decides the rollups of a stored account. */
const ROLLING = ['lib', 'lib/metrics', 'db/loading/rollups', 'db/moving.ts', 'db/sizes.ts'];

function filesBelow(path: string, deep: boolean): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(path, entry.name);
      return entry.isDirectory() && !deep ? [] : filesBelow(file, deep);
    });
}

const digests = new Map<readonly string[], string>();

function digestOf(sources: readonly string[]): string {
  const known = digests.get(sources);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(join(projectFolder(), source), source !== 'lib')) hash.update(readFileSync(file));
  const digest = hash.digest('hex');
  digests.set(sources, digest);
  return digest;
}

/** A digest of the readers, the checks and the code lists: documents stored under another one are read again when they are loaded. */
export const readerDigest = (): string => digestOf(READING);

/** A digest of what makes the rollups: accounts rolled up under another one are rolled up again. */
export const rollupDigest = (): string => digestOf(ROLLING);
