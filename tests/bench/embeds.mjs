import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { median } from './clock.mjs';
import { rounded } from './table.mjs';

const CONNECTIONS = 8;
const SECONDS = 4;
const PASSES = 3;

/** Ticks of Linux's clock for processor time a second. */
const TICKS = 100;

/** Processor seconds that a process has used; undefined where there is no /proc. */
function processorOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  const fields = readFileSync(path, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Requests a second, and processor milliseconds an answer, which a busy machine disturbs less. */
async function measure({ url, pid, path, headers = {} }) {
  const before = processorOf(pid);
  const result = await autocannon({ url: `${url}${path}`, connections: CONNECTIONS, duration: SECONDS, headers });
  const expected = headers['If-None-Match'] ? result['3xx'] : result['2xx'];
  if (result.errors > 0 || expected !== result.requests.total)
    throw new Error(`${path}: ${result.requests.total} answers, ${expected} as expected, ${result.errors} errors`);
  const used = before === undefined ? undefined : processorOf(pid) - before;
  return {
    rate: result.requests.total / result.duration,
    cost: used === undefined ? undefined : (1000 * used) / result.requests.total,
  };
}

/** Headers that the answer's own route writes; the rest is put on every answer alike. */
const OWN =
  /^(?:content-type|content-security-policy|cache-control|etag|access-control-.+|content-disposition|x-robots-tag|cross-origin-resource-policy)$/;

/** Lays down what the address answers as a constant of the same size under the same headers; its tag and bytes come back. */
async function keepConstant(site, name, path) {
  const answer = await fetch(`${site.url}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = Object.fromEntries([...answer.headers].filter(([header]) => OWN.test(header)));
  const file = join(site.env.CONSTANTS, name);
  writeFileSync(file, body);
  writeFileSync(`${file}.json`, JSON.stringify(headers));
  return { tag: answer.headers.get('etag'), size: body.length };
}

const GZIP = { 'Accept-Encoding': 'gzip' };
const BROTLI = { 'Accept-Encoding': 'gzip, deflate, br' };

async function rows(site, guarded, query) {
  const frame = await keepConstant(site, 'frame', `/embed/totals${query}`);
  const picture = await keepConstant(site, 'picture', `/embed/totals.svg${query}`);
  const kB = (size) => `${(size / 1000).toFixed(1)} kB`;
  const at = (path, headers) => ({ url: site.url, pid: site.pid, path, headers });
  return [
    [`constant answer, ${kB(frame.size)}`, at('/constant/frame'), 0],
    ['embed of that size', at(`/embed/totals${query}`), 0],
    ['the same, with limits and log', { ...guarded, path: `/embed/totals${query}` }, 0],
    ['the same, asked for its tag: 304', at(`/embed/totals${query}`, { 'If-None-Match': frame.tag }), 0],
    [`constant answer, ${kB(picture.size)}`, at('/constant/picture'), 4],
    ['SVG of that size', at(`/embed/totals.svg${query}`), 4],
    [`constant answer, ${kB(frame.size)}, gzip`, at('/constant/frame', GZIP), 6],
    ['embed of that size, gzip', at(`/embed/totals${query}`, GZIP), 6],
    ['embed of that size, brotli', at(`/embed/totals${query}`, BROTLI), 6],
  ];
}

/** Embeds and pictures beside constant answers of their size from the same server, in turns; the median turn counts. */
export async function measureEmbeds(site, ids) {
  const query = `?accounts=${ids.slice(0, 2).join(',')}`;
  const guarded = await site.openServer({ JUESUAN_RATE_LIMIT: '999999999', JUESUAN_LOG_LEVEL: 'info' });
  try {
    const subjects = await rows(site, guarded, query);
    const turns = subjects.map(() => []);
    for (let pass = 0; pass < PASSES; pass += 1)
      for (const [at, [, target]] of subjects.entries()) turns[at].push(await measure(target));
    const middle = (at, key) => median(turns[at].map((turn) => turn[key]));
    return subjects.map(([label, , base], at) => {
      const cost = middle(at, 'cost');
      return [
        label,
        rounded(middle(at, 'rate')),
        `${Math.round((100 * middle(at, 'rate')) / middle(base, 'rate'))} %`,
        cost === undefined ? '–' : cost.toFixed(2),
        cost === undefined ? '–' : `${Math.round((100 * middle(base, 'cost')) / cost)} %`,
      ];
    });
  } finally {
    await guarded.close();
  }
}
