import fc from 'fast-check';
import { filesBelow } from '../imports';

/** `/accounts/[account]` of every page and route in app: new ones are found by themselves. */
export const ROUTES: readonly string[] = filesBelow('app').flatMap((path) => {
  const [, folder] = /^app((?:\/.*)?)\/(?:page|route)\.tsx?$/.exec(path) ?? [];
  return folder === undefined ? [] : [folder.replace(/\/\([^)]*\)/g, '') || '/'];
});

/** What the site itself links to, and the fields of its forms: the values that mean something. */
export interface Known {
  paths: readonly string[];
  keys: readonly string[];
  values: readonly string[];
}

const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replace(/&amp;/g, '&').replace(/&quot;/g, '"'),
  );

/** Addresses, names of parameters and values that JSON speaks of, such as an OpenAPI document. */
function readJson(
  value: unknown,
  found: { link: (text: string) => void; key: (text: string) => void; value: (text: string) => void },
): void {
  if (typeof value === 'string') {
    if (/^\/[^\s{]*$/.test(value)) found.link(value);
  } else if (Array.isArray(value)) {
    for (const one of value) readJson(one, found);
  } else if (typeof value === 'object' && value !== null) {
    const { in: place, name, enum: choices } = value as { in?: unknown; name?: unknown; enum?: unknown };
    if (place === 'query') found.key(String(name));
    if (Array.isArray(choices)) for (const one of choices) found.value(String(one));
    for (const one of Object.values(value)) readJson(one, found);
  }
}

/** Reads the pages of the site, from its static routes on, as far as `most` addresses. */
export async function crawl(origin: string, most: number): Promise<Known> {
  const seen = new Set(ROUTES.filter((route) => !route.includes('[')));
  const keys = new Set<string>();
  const values = new Set<string>();
  const found = {
    link: (address: string): void => {
      if (!URL.canParse(address, origin)) return;
      const { pathname, searchParams, origin: other } = new URL(address, origin);
      if (other !== origin || pathname.startsWith('/_next')) return;
      seen.add(pathname);
      for (const [key, value] of searchParams) {
        keys.add(key);
        values.add(value);
      }
    },
    key: (name: string): void => void keys.add(name),
    value: (value: string): void => {
      if (value.length < 60) values.add(value);
    },
  };
  let count = 0;
  for (const path of seen) {
    count += 1;
    if (count > most) break;
    if (/\.(?:zip|db|sqlite|xlsx|png)$/.test(path)) continue;
    const answer = await fetch(`${origin}${path}`);
    const text = await answer.text();
    if (answer.headers.get('content-type')?.includes('json')) readJson(JSON.parse(text), found);
    for (const href of attribute(text, 'href'))
      if (URL.canParse(href, `${origin}${path}`)) found.link(new URL(href, `${origin}${path}`).href);
    for (const name of attribute(text, 'name')) if (!/^(?:viewport|description)$/.test(name)) found.key(name);
    for (const value of attribute(text, 'value')) found.value(value);
  }
  return { paths: [...seen], keys: [...keys], values: [...values].slice(0, 2000) };
}

/** Text as it stands in an address, before any decoding. */
const HOSTILE = [
  '',
  '%',
  '%zz',
  '%00',
  '%0d%0aX-Injected:%201',
  '%ED%A0%80',
  '%F0%9F%92',
  '%F0%9F%92%A9',
  '%E2%80%AE',
  '..',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5c',
  '%2F',
  "'%20OR%20'1'='1",
  '%22;DROP%20TABLE%20accounts;--',
  '%25',
  '*',
  '%E4%BA%8B%22*',
  'NEAR(',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-1',
  '0',
  '1e309',
  '-0',
  '9'.repeat(40),
  '9007199254740993',
  '2147483648',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  '[]',
  '%7B%7D',
  '[$gt]',
  ','.repeat(400),
  'a'.repeat(3000),
  '%E5%86%B3'.repeat(300),
  '1,2,3,4,5,6,7,8,9,10',
  'http://example.org/',
  '//example.org',
  'W/%22x%22',
  ' ',
] as const;

const KEYS = [
  '__proto__',
  'constructor',
  'a[]',
  'a[b]',
  '_rsc',
  'nxtPaccount',
  'nxtPpanel',
  'nxtIpanel',
  'page',
  'cursor',
  'limit',
  'year',
  'format',
  'url',
] as const;

const wild = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => {
  try {
    return encodeURIComponent(text);
  } catch {
    // a lone surrogate has no encoding; its bytes do
    return [...Buffer.from(text, 'utf16le')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  }
});

const pick = (known: readonly string[], ...others: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.oneof(
    ...(known.length > 0 ? [{ arbitrary: fc.constantFrom(...known).map(encodeURIComponent), weight: 3 }] : []),
    { arbitrary: fc.constantFrom(...HOSTILE), weight: 3 },
    ...others,
  );

/** What stands at a route's last `[...name]` in addresses of the site, whole. */
function tailsOf(route: string, paths: readonly string[]): string[] {
  const before = route.slice(0, route.indexOf('['));
  return paths.filter((path) => path.startsWith(before)).map((path) => path.slice(before.length));
}

/** Segments that stand at a route's `[name]` in addresses of the site. */
function segmentsOf(route: string, paths: readonly string[]): string[][] {
  const parts = route.split('/');
  const fitting = paths
    .map((path) => path.split('/'))
    .filter(
      (path) =>
        path.length === parts.length && path.every((one, at) => parts[at]?.startsWith('[') || parts[at] === one),
    );
  return parts.map((_, at) => [...new Set(fitting.flatMap((path) => path[at] ?? []))]);
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Addresses of one route: segments and parameters that fit, that nearly fit, and that fit nothing. */
export function addressesOf(route: string, known: Known): fc.Arbitrary<string> {
  const candidates = segmentsOf(route, known.paths);
  const tails = tailsOf(route, known.paths);
  const tail = fc.oneof(
    { arbitrary: fc.constantFrom('', ...tails), weight: 3 },
    fc
      .array(pick(tails.flatMap((one) => one.split('/')).map(decoded), wild), { maxLength: 4 })
      .map((parts) => parts.join('/')),
  );
  const path = fc.tuple(
    ...route.split('/').map((part, at) => {
      if (/^\[+\.{3}/.test(part)) return tail;
      return part.startsWith('[') ? pick((candidates[at] ?? []).map(decoded), wild) : fc.constant(part);
    }),
  );
  const key = fc.oneof(
    { arbitrary: fc.constantFrom(...known.keys, ...KEYS).map(encodeURIComponent), weight: 6 },
    { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 },
  );
  const pair = fc.tuple(key, pick(known.values, wild)).map(([name, value]) => `${name}=${value}`);
  const query = fc.array(pair, { maxLength: 5 }).map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));
  return fc.tuple(path, query).map(([parts, rest]) => `${parts.join('/') || '/'}${rest}`);
}
