import type { Hit, HitGroup, HitKind } from '../../db/queries/search';

export const KIND_WORDS: Readonly<Record<HitKind, string>> = {
  department: '部门',
  figure: '指标',
  functional: '支出功能科目',
  economic: '支出经济科目',
  region: '地区',
  check: '核对规则',
};

const PATHS: Readonly<Record<HitKind, (id: string) => string>> = {
  department: (id) => `/departments/${id}`,
  figure: (id) => `/rankings?figure=${id}`,
  functional: (id) => `/subjects/functional/${id}`,
  economic: (id) => `/subjects/economic/${id}`,
  region: (id) => `/accounts?region=${id}`,
  check: (id) => `/findings?check=${id}`,
};

/** The page that answers a hit. */
export const hitPath = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): string => PATHS[kind](encodeURIComponent(id));

/** Codes and rules are known by their number; of departments and figures the id says nothing to people. */
export const hitCode = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): string | null =>
  kind === 'functional' || kind === 'economic' || kind === 'check' ? id : null;

const COUNTED: Readonly<Partial<Record<HitKind, string>>> = {
  department: '份决算',
  region: '份决算',
  functional: '份决算列支',
  economic: '份决算列支',
};

/** Where it belongs, and how many accounts stand behind it. */
export function hitContext({ kind, context, accounts }: Hit): string {
  const counted = COUNTED[kind];
  const count =
    counted === undefined || accounts === null ? '' : accounts === 0 ? '没有决算用到' : `${accounts} ${counted}`;
  return [context, count].filter(Boolean).join(' · ');
}

export interface SearchSelection {
  text: string;
  kind?: HitKind;
  page: number;
}

export function searchPath({ text, kind, page }: Partial<SearchSelection>, path = '/search'): string {
  const entries = Object.entries({ q: text, kind, page: page === 1 ? undefined : page }).flatMap(
    ([key, value]): [string, string][] => (value === undefined || value === '' ? [] : [[key, String(value)]]),
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

export const totalOf = (groups: readonly HitGroup[]): number => groups.reduce((sum, { total }) => sum + total, 0);
