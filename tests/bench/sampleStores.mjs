import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadDocument } from '../../db/load.ts';
import { rollupDigest } from '../../db/loading/reader.ts';
import { migrate } from '../../db/migrate.ts';
import { openDatabase } from '../../db/open.ts';
import { loadReference } from '../../db/reference.ts';
import { inRoot } from '../../db/setup/project.mjs';
import { median } from './clock.mjs';
import { QUERIES, subjectOfQuestions } from './sampleQueries.mjs';

const RUNS = 15;

/** Made by the present code: a sample takes long to write and is kept. */
function isFresh(path) {
  if (!existsSync(path)) return false;
  const db = openDatabase({ path, readonly: true });
  try {
    return db.sqlite.prepare('SELECT made_by FROM account_rollups LIMIT 1').pluck().get() === rollupDigest();
  } catch {
    return false;
  } finally {
    db.sqlite.close();
  }
}

/** A store of made-up accounts, e.g. `300x8`: departments and years; or a store that is there already, by its path. */
export function sampleOf(size) {
  if (size.endsWith('.db')) return size;
  const path = inRoot('var', `bench-${size}.db`);
  if (isFresh(path)) return path;
  const [departments, years] = size.split('x');
  const args = [
    inRoot('db', 'sample', 'sample.mjs'),
    '--departments',
    departments,
    '--years',
    years,
    '--check',
    'none',
    '--database',
    path,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`sample ${size}: ${stderr}`);
  return path;
}

/** The published accounts in a store of their own. */
export async function published() {
  const folder = inRoot('var', 'bench-published');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/juesuan.db`;
  const db = openDatabase({ path });
  migrate(db);
  const accounts = inRoot('data', 'accounts');
  for (const file of readdirSync(accounts).filter((name) => name.endsWith('.txt')))
    await loadDocument(db, readFileSync(`${accounts}/${file}`), file, { reference: loadReference() });
  db.sqlite.close();
  return path;
}

/** Milliseconds of the processor for one question, median: other programs on the machine do not count. */
async function timeOf(db, query, subject) {
  await query(db, subject);
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = process.cpuUsage();
    await query(db, subject);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  return median(times);
}

async function timesOf(path) {
  const db = openDatabase({ path, readonly: true });
  try {
    const subject = await subjectOfQuestions(db);
    const times = [];
    for (const [, query] of QUERIES) times.push(await timeOf(db, query, subject));
    const accounts = db.sqlite.prepare('SELECT count(*) FROM accounts').pluck().get();
    return { accounts, times };
  } finally {
    db.sqlite.close();
  }
}

const shown = (milliseconds) => (milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds)));

/**
 * A table of questions × stores: the published accounts, then samples of the given sizes; the last column is the growth from the
 * last but one to the last. Returns heads and rows.
 */
export async function measureQueries(sizes) {
  const stores = [await timesOf(await published())];
  for (const size of sizes) stores.push(await timesOf(sampleOf(size)));
  const heads = [
    'question, ms',
    ...stores.map(({ accounts }) => `${accounts.toLocaleString('en')} accounts`),
    'growth',
  ];
  const [before, last] = stores.slice(-2);
  const rows = QUERIES.map(([name], index) => [
    name,
    ...stores.map(({ times }) => shown(times[index])),
    `× ${(last.times[index] / Math.max(before.times[index], 0.05)).toFixed(1)}`,
  ]);
  return { heads, rows };
}
