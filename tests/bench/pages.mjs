import autocannon from 'autocannon';
import { rounded } from './table.mjs';

const CONNECTIONS = 8;
const SECONDS = 6;
const PASSES = 3;

async function perSecond(url, paths) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${paths[0]}: ${result.non2xx} answers that are no 2xx, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

/** All ordered pairs of accounts: more selections than the server keeps in memory. */
const pairsOf = (ids) =>
  ids.flatMap((one) => ids.filter((other) => other !== one).map((other) => `/compare/${one},${other}`));

/** Pages a second in turns, so that a busy moment of the machine meets all of them; the median turn counts. */
export async function measurePages(url, ids) {
  const [first, second] = ids;
  const subjects = [
    ['empty page (base)', ['/empty']],
    ['/', ['/']],
    ['/compare, two accounts, kept', [`/compare/${first},${second}`]],
    ['/compare, two accounts, never kept', pairsOf(ids)],
    ['/accounts/ID', [`/accounts/${first}`]],
    ['/accounts/ID/source', [`/accounts/${first}/source`]],
    ['/healthz', ['/healthz']],
  ];
  const rates = new Map(subjects.map(([label]) => [label, []]));
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const [label, paths] of subjects) rates.get(label).push(await perSecond(url, paths));
  const base = middle(rates.get('empty page (base)'));
  return subjects.map(([label]) => {
    const rate = middle(rates.get(label));
    return [label, rounded(rate), `${Math.round((100 * rate) / base)} %`];
  });
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
