import { join } from 'node:path';
import type { Reference } from '../../lib/classification';
import type { Reading } from '../../lib/facts';
import { ReadError } from '../../lib/read/errors';
import { projectFolder } from '../folder';
import { loadReference } from '../reference';
import { bytesOf, nameOfFile } from './files';

export const projectReference = (): Reference => loadReference(join(projectFolder(), 'data', 'reference'));

export type FileReading =
  | { path: string; reading: Reading }
  | { path: string; error: { code: string; message: string } };

/** Reads a file; a file that cannot be read is a result, too. An unforeseen failure is one file's, not the whole run's. */
export async function readFile(path: string, reference: Reference): Promise<FileReading> {
  const { readDocument } = await import('../../lib/read');
  try {
    return { path, reading: await readDocument(bytesOf(path), nameOfFile(path), reference) };
  } catch (error) {
    return { path, error: errorOf(error, path) };
  }
}

export function errorOf(error: unknown, path: string): { code: string; message: string } {
  if (error instanceof ReadError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'reader_failed', message: `“${nameOfFile(path)}”读取时出错：${message}` };
}
