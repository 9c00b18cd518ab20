import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openDatabase } from '../../db/open.ts';
import { inRoot } from '../../db/setup/project.mjs';
import { addressOf, freePort, serve } from '../../db/setup/serve.mjs';
import { pagesOf, subjectOf } from '../addresses.ts';
import { median } from './clock.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const times = inRoot('var', 'bench-times');
/** Answered by the layout and one sentence. */
const NOWHERE = '/nothing/here';

/** Pages that a reader opens under other choices than the usual ones. */
const MORE = ({ code, year, region, department }) => [
  ['/subjects/functional, of a region', `/subjects/functional?region=${region}`],
  [`/subjects/functional/CODE, one fund`, `/subjects/functional/${code}?fund=general&nature=basic&order=department`],
  ['/findings, of a year', `/findings?year=${year}`],
  ['/findings, words', '/findings?text=%E5%90%88%E8%AE%A1'],
  ['/rankings, of a region', `/rankings?region=${region}`],
  ['/trends, of a department', `/trends?departments=${department}`],
];

async function subjectIn(path) {
  const db = openDatabase({ path, readonly: true });
  try {
    const accounts = db.sqlite.prepare('SELECT count(*) FROM accounts').pluck().get();
    return { accounts, subject: await subjectOf(db) };
  } finally {
    db.sqlite.close();
  }
}

/** What was kept in memory is valid no more: it is keyed by the data version. Drawings are known by what they are drawn from. */
function forget(path) {
  const db = openDatabase({ path });
  db.sqlite.prepare('UPDATE data_version SET version = version + 1').run();
  db.sqlite.close();
}

const lastTime = () => JSON.parse(readFileSync(times, 'utf8').trim().split('\n').at(-1));

async function ask(url, path, store) {
  forget(store);
  writeFileSync(times, '');
  const answer = await fetch(`${url}${path}`);
  await answer.arrayBuffer();
  if (answer.status !== 200 && path !== NOWHERE) return undefined;
  for (let tries = 0; tries < 100 && readFileSync(times, 'utf8') === ''; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return lastTime().processor;
}

const has = (folder, path) => path !== '/empty' || existsSync(`${folder}/app/empty/page.tsx`);

/** Processor milliseconds of the server for one page, nothing kept, median of the rounds; undefined where it does not answer. */
async function timesOf(folder, env, path, drawings) {
  const { accounts, subject } = await subjectIn(path);
  const address = addressOf({ PORT: String(await freePort()) });
  const server = await serve(
    address,
    {
      ...env,
      JUESUAN_DATABASE: path,
      JUESUAN_RATE_LIMIT: 'off',
      JUESUAN_LOG_LEVEL: 'silent',
      JUESUAN_BENCH_TIMES: times,
      JUESUAN_BENCH_DRAWINGS: drawings,
      NODE_OPTIONS: `--require ${inRoot('tests', 'bench', 'timing.cjs')}`,
    },
    folder,
  );
  try {
    const pages = [
      ['empty page (base)', '/empty'],
      ['page that is not there', NOWHERE],
      ...pagesOf(subject).map(({ route, path: own }) => [route, own]),
      ...MORE(subject),
    ].filter(([, own]) => has(folder, own));
    const measured = new Map(pages.map(([label]) => [label, []]));
    for (let round = -2; round < ROUNDS; round += 1)
      for (const [label, own] of pages) {
        const time = await ask(address.url, own, path);
        // the first rounds warm the compiled code up
        if (round >= 0 && time !== undefined) measured.get(label).push(time);
      }
    return {
      accounts,
      times: new Map([...measured].map(([label, own]) => [label, own.length > 0 ? median(own) : undefined])),
    };
  } finally {
    await new Promise((resolve) => {
      server.once('close', resolve);
      server.kill('SIGTERM');
    });
    rmSync(times, { force: true });
  }
}

const shown = (milliseconds) =>
  milliseconds === undefined ? '–' : milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));

/** Pages × stores, the growth from the last store but one to the last, and the last store once more after a load that draws nothing new. */
export async function measurePageTimes({ folder, env }, stores) {
  const found = [];
  for (const path of stores) found.push(await timesOf(folder, env, path, 'anew'));
  const [before, last] = found.slice(-2);
  const drawn = await timesOf(folder, env, stores.at(-1), 'known');
  const labels = [...new Set(found.flatMap(({ times: own }) => [...own.keys()]))];
  return {
    heads: [
      'page, ms of processor',
      ...found.map(({ accounts }) => `${accounts.toLocaleString('en')} accounts`),
      'growth',
      'drawn before',
    ],
    rows: labels.map((label) => {
      const [one, other] = [before.times.get(label), last.times.get(label)];
      const growth =
        one === undefined || other === undefined || before === last ? '–' : `× ${(other / one).toFixed(1)}`;
      return [label, ...found.map(({ times: own }) => shown(own.get(label))), growth, shown(drawn.times.get(label))];
    }),
  };
}
