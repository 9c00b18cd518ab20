import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'juesuan';

function folderAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && isOurs(file)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function isOurs(file: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === PACKAGE;
  } catch {
    return false;
  }
}

/** The address of a database server, as opposed to a file. */
export const isAddress = (path: string): boolean => /^[a-z]+:\/\//.test(path);

let found: string | undefined;

/** The project's folder: the one this file belongs to; for a bundled server, the one it was started in. */
export function projectFolder(): string {
  found ??= folderAbove(dirname(fileURLToPath(import.meta.url))) ?? folderAbove(process.cwd()) ?? process.cwd();
  return found;
}

/** The store's file: `JUESUAN_DATABASE`, else var/juesuan.db; relative paths start at the project's folder. */
export function databasePath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const path = environment.JUESUAN_DATABASE || 'var/juesuan.db';
  return path === ':memory:' || isAbsolute(path) || isAddress(path) ? path : join(projectFolder(), path);
}
