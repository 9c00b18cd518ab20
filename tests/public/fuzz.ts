import fc from 'fast-check';
import { addressesOf, type Known } from './addresses';
import { faultsOf } from './judged';
import { type Said, say } from './wire';

const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
] as const;

const HEADERS: readonly (readonly [string, string])[] = [
  ['Accept', 'text/html'],
  ['Accept', '*/*;q=x, ;;, application/json;q=9'],
  ['Accept', 'text/csv'],
  ['Accept', ','.repeat(3000)],
  ['Accept-Encoding', 'gzip, br, zstd'],
  ['Accept-Encoding', 'identity;q=0, *;q=0'],
  ['Accept-Language', '*-*, x;q=-1'],
  ['If-None-Match', '"'],
  ['If-None-Match', '*'],
  ['If-Modified-Since', 'never'],
  ['Range', 'bytes=9-1,-0'],
  ['RSC', '1'],
  ['Next-Router-State-Tree', '%5B%22'],
  ['Next-Router-State-Tree', '[[[['],
  ['Next-Router-Prefetch', '2'],
  ['Next-Router-Segment-Prefetch', '/../_tree'],
  ['Next-Url', '//example.org/%00'],
  ['Next-Action', 'x'],
  ['x-nextjs-data', '1'],
  ['x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'],
  ['x-matched-path', '/etc/passwd'],
  ['x-forwarded-host', 'example.org"><script>'],
  ['x-forwarded-for', '1.2.3.4, __proto__'],
  ['x-forwarded-proto', 'javascript'],
  ['Content-Security-Policy', "script-src 'unsafe-inline' 'nonce-x'"],
  ['Cookie', '__prerender_bypass=1; a=__proto__'],
  ['Origin', 'null'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Host', 'example.org:99999999'],
  ['Host', 'a b'],
  ['X-Many', 'a'.repeat(9000)],
  ['Expect', '200-ok'],
];

const said = fc.record({
  method: fc.constantFrom(...METHODS),
  headers: fc.oneof(
    { arbitrary: fc.constant([]), weight: 2 },
    {
      arbitrary: fc.uniqueArray(fc.constantFrom(...HEADERS), {
        maxLength: 3,
        selector: ([name]) => name.toLowerCase(),
      }),
      weight: 2,
    },
  ),
});

export interface Fault {
  target: string;
  said: Said;
  faults: string[];
}

interface Fuzzed {
  asked: number;
  found: Fault[];
}

/** Asks one route for everything and nothing, for `milliseconds`; what it finds is made as small as it gets. */
export async function fuzzRoute(
  port: number,
  route: string,
  known: Known,
  { milliseconds, seed }: { milliseconds: number; seed: number },
): Promise<Fuzzed> {
  let asked = 0;
  const last: Fault[] = [];
  const one = async (target: string, how: Said): Promise<boolean> => {
    asked += 1;
    const faults = faultsOf(await say(port, target, how));
    if (faults.length > 0) last.push({ target, said: how, faults });
    return faults.length === 0;
  };
  const asking = fc.tuple(addressesOf(route, known), said);
  const property = fc.asyncProperty(fc.array(asking, { minLength: 4, maxLength: 4 }), async (batch) => {
    const good = await Promise.all(batch.map(([target, how]) => one(target, how)));
    return good.every(Boolean);
  });
  await fc.check(property, {
    numRuns: 100_000,
    seed,
    endOnFailure: true,
    interruptAfterTimeLimit: milliseconds,
    markInterruptAsFailure: false,
  });
  return { asked, found: last };
}
