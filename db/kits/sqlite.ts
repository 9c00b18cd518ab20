import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The column builders the schema is written with. A second dialect is a second kit with the same names, in which JSON,
 * flags, moments and 分 may have types of their own.
 */
export const sqliteKit = {
  table: sqliteTable,
  key: primaryKey,
  text: (name: string) => text(name),
  /** one of a closed set of words, the set being the type's */
  word: <T extends string>(name: string) => text(name).$type<T>(),
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  integer: (name: string) => integer(name),
  flag: (name: string) => integer(name, { mode: 'boolean' }),
  /** money in whole 分; the table bounds it to what a double holds exactly */
  fen: (name: string) => integer(name),
  /** a moment, ISO 8601 in UTC */
  moment: (name: string) => text(name),
  bytes: (name: string) => blob(name, { mode: 'buffer' }),
};

export type Kit = typeof sqliteKit;
