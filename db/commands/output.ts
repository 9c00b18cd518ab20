import { once } from 'node:events';

/** Writes a result to stdout and waits while its reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A JSON array on stdout, written entry by entry so that many files need no memory for all. */
export class JsonArray {
  #count = 0;

  async add(entry: unknown): Promise<void> {
    await print(`${this.#count++ === 0 ? '[\n' : ',\n'}${JSON.stringify(entry)}`);
  }

  async end(): Promise<void> {
    await print(this.#count === 0 ? '[]\n' : '\n]\n');
  }
}

/** Progress on stderr. */
export function progress(index: number, total: number, text: string): void {
  const line = total > 1 ? `[${index}/${total}] ${text}` : text;
  process.stderr.write(`${line}\n`);
}
