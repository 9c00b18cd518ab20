import type { Reference } from '../classification';
import type { Reading } from '../facts';

/** Document → reading. Throws ReadError for a file that is none; what a readable document does not say is null. */
export async function readDocument(_bytes: Uint8Array, _file: string, _reference: Reference): Promise<Reading> {
  throw new Error('not yet');
}
