import { z } from 'zod';
import { HIT_KINDS } from '../../db/queries/search';
import type { Query } from '../../lib/selection';
import type { SearchSelection } from './hitLinks';

export const MOST_TEXT = 60;

const kind = z.enum(HIT_KINDS);
const page = z.coerce.number().int().min(1).max(10_000);

const lastOf = (value: Query[string]): string | undefined => (typeof value === 'string' ? value : value?.at(-1));

/** What is searched for; everything that is no part of a search is dropped. */
export function parseSearch(query: Query): SearchSelection {
  const asked = kind.safeParse(lastOf(query.kind)).data;
  return {
    text: (lastOf(query.q) ?? '').trim().slice(0, MOST_TEXT),
    ...(asked === undefined ? {} : { kind: asked }),
    page: page.safeParse(lastOf(query.page)).data ?? 1,
  };
}
