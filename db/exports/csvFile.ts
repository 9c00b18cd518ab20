import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { csvField } from '../../lib/csv';
import type { Written } from './descriptor';

export type Value = string | number | null;

const PIECE = 1 << 18;

/** A CSV file written row by row in pieces of bounded size. */
export class CsvFile {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #waiting = '';
  #bytes = 0;
  #rows = 0;

  constructor(path: string, heads: readonly string[]) {
    this.#file = openSync(path, 'w');
    this.#waiting = `${heads.join(',')}\r\n`;
  }

  add(row: readonly Value[]): void {
    this.#waiting += `${row.map(csvField).join(',')}\r\n`;
    this.#rows += 1;
    if (this.#waiting.length >= PIECE) this.#write();
  }

  #write(): void {
    const piece = Buffer.from(this.#waiting);
    for (let done = 0; done < piece.length; ) done += writeSync(this.#file, piece, done);
    this.#hash.update(piece);
    this.#bytes += piece.length;
    this.#waiting = '';
  }

  end(): Written {
    this.#write();
    closeSync(this.#file);
    return { bytes: this.#bytes, hash: this.#hash.digest('hex'), rows: this.#rows };
  }
}
