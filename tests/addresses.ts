import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../db/folder';
import type { Db } from '../db/open';
import { getDepartmentEntries } from '../db/queries/departments';

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

/** What the addresses of a store can be about: its first departments of one kind in one year, and a code that many spend on. */
export async function subjectOf(db: Db): Promise<AddressSubject> {
  const { rows } = await getDepartmentEntries(db, { limit: 40 });
  const [first] = rows;
  if (!first) throw new Error('nothing stored');
  const other = rows.find(({ kind, department }) => kind === first.kind && department !== first.department) ?? first;
  const years = [first, other].map(({ department, lastYear }) => `${department}-${lastYear}`);
  const accounts =
    first === other ? [`${first.department}-${first.lastYear}`, `${first.department}-${first.firstYear}`] : years;
  return { accounts, department: first.department, code: '2080505', region: first.region?.code, year: first.lastYear };
}

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
  '/search/hits': () => 'q=%E5%85%BB%E8%80%81',
  '/pivot/line': ({ accounts, code }) => `account=${accounts[0]}&code=${code}&fund=general`,
  '/charts/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/embed/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/embeds/[panel]': ({ accounts }) => `accounts=${accounts.slice(0, 2).join()}`,
  '/oembed': ({ accounts }) => `url=${encodeURIComponent(`/compare/${accounts.slice(0, 2).join()}`)}&format=json`,
};

/** What stands for a part of a path; several where the part decides what is asked. */
const PARTS: Readonly<Record<string, (subject: AddressSubject, route: string) => readonly string[]>> = {
  account: ({ accounts }) => accounts.slice(0, 1),
  accounts: ({ accounts }) => [accounts.slice(0, 2).join()],
  department: ({ department }) => [department],
  list: () => ['functional'],
  code: ({ code }) => [code],
  panel: (_subject, route) =>
    route === '/embed/[panel]'
      ? ['totals', 'totals.svg', 'totals.png', 'totals.csv', 'totals.json', 'totals.xlsx']
      : ['totals'],
  twin: (_subject, route) =>
    route.startsWith('/subjects')
      ? ['table.csv', 'table.xlsx']
      : ['table.csv', 'table.xlsx', 'table.json', 'chart.svg'],
  table: (_subject, route) =>
    route.startsWith('/subjects')
      ? ['years', 'spenders', 'children', 'siblings', 'codes']
      : ['all.xlsx', 'expenditure.csv'],
  file: (_subject, route) => (route.startsWith('/pivot') ? ['grid.json', 'table.csv', 'table.xlsx'] : ['accounts.csv']),
  path: ({ accounts }) => ['accounts', `accounts/${accounts[0]}`, 'regions', 'departments'],
};

/** Addresses of a route, one or more; none when a part of it has no example here. */
export function addressesOf({ route, kind }: Omit<Address, 'path'>, subject: AddressSubject): Address[] {
  const query = QUERIES[route]?.(subject) ?? '';
  return filled(route, subject).map((path) => ({ route, kind, path: query === '' ? path : `${path}?${query}` }));
}

/** Every way to fill the parts of a route. */
function filled(route: string, subject: AddressSubject): string[] {
  const parts = [...route.matchAll(/\[+\.*([^\]]+)\]+/g)];
  return parts.reduce<string[]>(
    (paths, [written, name = '']) =>
      paths.flatMap((path) => (PARTS[name]?.(subject, route) ?? []).map((value) => path.replace(written, value))),
    [route],
  );
}

/** An address of every page that has one. */
export const pagesOf = (subject: AddressSubject): Address[] =>
  routesOf().flatMap((route) => (route.kind === 'page' ? addressesOf(route, subject) : []));
