import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');
export const inRoot = (...parts) => join(root, ...parts);

/** SQLite file of the store, or a postgres:// address. */
export const database = () => process.env.JUESUAN_DATABASE || 'var/juesuan.db';

export const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => filesBelow(join(path, name)));
}

/** One sha256 over names and bytes of all files below the paths, which are relative to the checkout. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(inRoot(path)))) {
    hash.update(`${file.slice(root.length)}\0`);
    hash.update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}
