import type { Place } from '../../lib/place';
import type { Kit } from '../kits/sqlite';

/** Where a row stands in its document; see lib/place.ts. */
export const place = (kit: Kit) => ({
  page: kit.integer('place_page'),
  sheet: kit.text('place_sheet'),
  placeLine: kit.integer('place_line').notNull(),
  cell: kit.integer('place_cell'),
  box: kit.json<NonNullable<Place['box']>>('place_box'),
});

/** A number as printed: 分 where it is whole 分, its exact text only where 分, unit and decimals do not give it back. */
export const amount = (kit: Kit) => ({
  fen: kit.fen('fen'),
  exact: kit.text('exact'),
  decimals: kit.integer('decimals').notNull(),
  unit: kit.text('unit').notNull(),
});

/** Content of one account: the account leads every primary key, so that the store can be split by account. */
export const content = (kit: Kit) => ({
  account: kit.integer('account').notNull(),
  revision: kit.integer('revision').notNull(),
  n: kit.integer('n').notNull(),
});

/** What questions over many accounts need beside the content: the year, and whether the revision is the current one. */
export const scope = (kit: Kit) => ({
  year: kit.integer('year').notNull(),
  current: kit.flag('current').notNull(),
});
