import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serveEmbed } from '../../app/_embed/serve';
import { loadDocument } from '../../db/load';
import { migrate } from '../../db/migrate';
import { openDatabase } from '../../db/open';
import { loadReference } from '../../db/reference';

export const MIZHI = '610827-gongye-shangmao-ju-2023';
export const HENGSHAN = '610803-gongye-shangmao-ju-2021';
export const BOTH = `accounts=${MIZHI},${HENGSHAN}`;

export const documents = {
  mizhi: readFileSync(new URL('../../data/accounts/000_c35e400ed49bcbf2.txt', import.meta.url), 'utf8'),
  hengshan: readFileSync(new URL('../../data/accounts/004_26498f16d37d7910.txt', import.meta.url), 'utf8'),
};

const folder = mkdtempSync(join(tmpdir(), 'juesuan-embed-'));

/** Loads a document into the store that is served. */
export async function load(text: string, file: string): Promise<void> {
  const db = openDatabase({ path: process.env.JUESUAN_DATABASE ?? '' });
  try {
    migrate(db);
    const result = await loadDocument(db, Buffer.from(text), file, { reference: loadReference() });
    if (result.status === 'refused') throw new Error(result.message);
  } finally {
    db.sqlite.close();
  }
}

/** A store with the two published accounts, served to the file's tests. */
export function withStore(): void {
  beforeAll(async () => {
    process.env.JUESUAN_DATABASE = join(folder, 'embed.db');
    await load(documents.mizhi, 'mizhi.txt');
    await load(documents.hengshan, 'hengshan.txt');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export const ask = (name: string, query = BOTH, headers: Record<string, string> = {}): Promise<Response> =>
  serveEmbed(new Request(`https://juesuan.example/embed/${name}?${query}`, { headers }), name);

export const askText = async (name: string, query = BOTH): Promise<string> => (await ask(name, query)).text();
