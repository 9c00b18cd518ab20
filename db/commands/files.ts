import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ReadError } from '../../lib/read/errors';

/** What stands in folders of documents and is none. */
const NO_DOCUMENT = /^(\.|~\$|readme(\.|$)|licen[cs]e(\.|$)|thumbs\.db$|desktop\.ini$)/i;

/** The documents of a folder and all folders below, by path. */
function documentsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NO_DOCUMENT.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? documentsBelow(path) : [path];
    });
}

/** Files as named, folders as the documents in them; a path that is neither stays, to be reported when it is read. */
export function expandPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ? documentsBelow(path) : [path],
  );
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EACCES: '没有读取权限',
  EISDIR: '是文件夹',
  ELOOP: '链接指向自己',
  ENAMETOOLONG: '文件名太长',
  ERR_FS_FILE_TOO_LARGE: '文件太大',
};

/** The bytes of a file; throws ReadError with the cause in Chinese. */
export function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ReadError('not_found', `${CAUSES[code] ?? `无法读取（${code || String(error)}）`}：${path}`);
  }
}

/** A file's name without its folder, as readings carry it. */
export const nameOfFile = (path: string): string => basename(path);
