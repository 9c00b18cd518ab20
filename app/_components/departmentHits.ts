import 'server-only';
import { type Hit, search } from '../../db/queries/search';
import type { Store } from '../_store/store';

/** So many departments are offered for a search. */
export const MOST_HITS = 20;

/** Departments that match the words; undefined where none were given. */
export const askDepartmentHits = async ({ db }: Store, text: string | undefined): Promise<Hit[] | undefined> =>
  text === undefined ? undefined : search(db, text, { kinds: ['department'], limit: MOST_HITS });
