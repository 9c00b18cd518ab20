import { mkdirSync, rmSync } from 'node:fs';
import { loadDocument } from '../../db/load.ts';
import { migrate } from '../../db/migrate.ts';
import { openDatabase } from '../../db/open.ts';
import { loadReference } from '../../db/reference.ts';
import { inRoot } from '../../db/setup/project.mjs';
import { readDocument } from '../../lib/read/index.ts';
import { secondsOf } from './clock.mjs';
import { documents } from './documents.mjs';
import { rounded } from './table.mjs';

const WARM = 4;

/** One row: what was done, how often a second, how many figures a second. */
async function rate(label, all, work) {
  for (const document of all.slice(0, WARM)) await work(document);
  const measured = all.slice(WARM);
  let figures = 0;
  const seconds = await secondsOf(async () => {
    for (const document of measured) figures += await work(document);
  });
  return [label, measured.length, rounded(measured.length / seconds), figures === 0 ? '–' : rounded(figures / seconds)];
}

/** Documents a second: reading alone, the whole way into the store, and bytes that are already there. */
export async function measureReading(count) {
  const reference = loadReference();
  const all = documents(count);
  const folder = inRoot('var', 'bench-store');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const db = openDatabase({ path: `${folder}/juesuan.db` });
  try {
    migrate(db);
    const figuresOf = ({ facts, claims }) => facts.length + claims.length;
    const read = async ({ bytes, file }) => figuresOf(await readDocument(bytes, file, reference));
    const stored = db.sqlite.prepare('SELECT (SELECT count(*) FROM facts) + (SELECT count(*) FROM claims)').pluck();
    const load = async ({ bytes, file }) => {
      const before = stored.get();
      const result = await loadDocument(db, bytes, file, { reference });
      if (result.status === 'refused') throw new Error(`${file}: ${result.message}`);
      return stored.get() - before;
    };
    return [
      await rate('read', all, read),
      await rate('read, check and store', all, load),
      await rate('load again, bytes unchanged', all, load),
    ];
  } finally {
    db.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
