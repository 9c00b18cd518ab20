import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../db/folder';

/** What the addresses of a store are about. */
export interface AddressSubject {
  /** ids, two at least */
  accounts: readonly string[];
  department: string;
  /** a functional code that accounts spend on */
  code: string;
  region?: string | undefined;
  year?: number | undefined;
}

/** A route of `app` with an address of it; `kind` tells pages from what programs ask for. */
export interface Address {
  route: string;
  kind: 'page' | 'route';
  path: string;
}

const folder = join(projectFolder(), 'app');

/** Every route that has a page or a handler, so that a new one is measured and tested without being named here. */
export function routesOf(): { route: string; kind: Address['kind'] }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => /^(?:(.*)\/)?(page\.tsx|route\.tsx?)$/.exec(file.replaceAll('\\', '/')))
    .flatMap((match): { route: string; kind: Address['kind'] }[] =>
      match ? [{ route: `/${match[1] ?? ''}`, kind: match[2] === 'page.tsx' ? 'page' : 'route' }] : [],
    )
    .sort((one, other) => (one.route < other.route ? -1 : 1));
}

/** What a route needs beyond its path; everything else answers without a query. */
const QUERIES: Readonly<Record<string, (subject: AddressSubject) => string>> = {
  '/brief': ({ accounts }) => `accounts=${accounts[0]}`,
  '/search': () => 'q=%E5%85%BB%E8%80%81',
  '/compare': () => '',
  '/charts/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/embed/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/embeds/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/oembed': ({ accounts }) =>
    `url=${encodeURIComponent(`http://localhost/compare/${accounts.slice(0, 2).join()}`)}&format=json`,
};

const PARTS: Readonly<Record<string, (subject: AddressSubject) => string>> = {
  account: ({ accounts }) => accounts[0] ?? '',
  accounts: ({ accounts }) => accounts.slice(0, 2).join(),
  department: ({ department }) => department,
  list: () => 'functional',
  code: ({ code }) => code,
  panel: () => 'totals',
  region: ({ region = '' }) => region,
};

/** An address of a route; undefined when a part of it has no example here. */
export function addressOf({ route, kind }: Omit<Address, 'path'>, subject: AddressSubject): Address | undefined {
  const parts = [...route.matchAll(/\[\.*([^\]]+)\]/g)].map(([, name = '']) => name);
  if (parts.some((name) => !PARTS[name])) return undefined;
  const path = route.replace(/\[+\.*([^\]]+)\]+/g, (_, name: string) => PARTS[name]?.(subject) ?? '');
  const query = QUERIES[route]?.(subject) ?? '';
  return { route, kind, path: query === '' ? path : `${path}?${query}` };
}

/** An address of every page that has one. */
export const pagesOf = (subject: AddressSubject): Address[] =>
  routesOf().flatMap((route) => (route.kind === 'page' ? (addressOf(route, subject) ?? []) : []));
