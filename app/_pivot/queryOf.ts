import type { Query } from '../../lib/selection';

/** The query of an address with all values of repeated names. */
export const queryOf = (search: URLSearchParams): Query =>
  Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]));
