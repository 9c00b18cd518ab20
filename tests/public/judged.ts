import type { Heard } from './wire';

/** What must never leave the server. */
const INSIDES: readonly [string, RegExp][] = [
  ['a stack', /\bat (?:async )?[\w.<>[\] ]+ \((?:file:|node:|\/)[^)]*:\d+:\d+\)/],
  ['a path', /node_modules|\.next\/|\/(?:home|root|tmp|usr|work)\/[\w.-]+\/|[\w/.-]*\bjuesuan\.db\b/],
  ['SQL', /\bSELECT\b[\s\S]{1,200}\bFROM\b|\bSqliteError\b|\bSQLITE_[A-Z]+|Failed query/],
  ['an exception', /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|URIError|ZodError|StoreError)\b/],
];

const REQUIRED = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-resource-policy',
] as const;

/** Faults of an answer, whatever was asked; none for a good one. */
export function faultsOf({ status, headers, body }: Heard): string[] {
  const faults: string[] = [];
  // an export in the making is told with the time to come back
  const isLater = status === 503 && headers.has('retry-after');
  if (status < 200 || (status >= 500 && !isLater)) faults.push(`status ${status}`);
  if (headers.has('set-cookie')) faults.push('sets a cookie');
  // what is no HTTP is answered by the connection, before there is a request
  const isDismissed = headers.get('content-length') === '0' && !headers.has('date');
  const required = isDismissed ? REQUIRED.slice(0, 2) : REQUIRED;
  for (const name of required) if (!headers.has(name)) faults.push(`no ${name}`);
  const policy = headers.get('content-security-policy') ?? '';
  if (!policy.includes('frame-ancestors')) faults.push('says not who may frame it');
  if (/script-src[^;]*'unsafe-inline'/.test(policy)) faults.push('runs what is written into it');
  if (headers.has('x-injected')) faults.push('takes over a header from the address');
  for (const [name, pattern] of INSIDES) {
    const [found] = pattern.exec(body) ?? [];
    if (found !== undefined) faults.push(`shows ${name}: ${found.slice(0, 120)}`);
  }
  if (status === 405 && !headers.has('allow')) faults.push('405 without Allow');
  return faults;
}
