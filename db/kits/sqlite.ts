import { blob, customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { deflated, inflated } from '../deflated';

const packed = <T>(write: (value: T) => Buffer, read: (bytes: Buffer) => T) =>
  customType<{ data: T; driverData: Buffer }>({
    dataType: () => 'blob',
    toDriver: (value) => deflated(write(value)),
    fromDriver: (value) => read(inflated(value)),
  });

const packedBytes = packed<Buffer>(
  (bytes) => bytes,
  (bytes) => bytes,
);
const packedText = packed<string>(
  (text) => Buffer.from(text),
  (bytes) => bytes.toString(),
);
const packedJson = <T>(name: string) =>
  packed<T>(
    (value) => Buffer.from(JSON.stringify(value)),
    (bytes) => JSON.parse(bytes.toString()) as T,
  )(name);

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
  /** deflated in the store, for what is long and read for one account at a time */
  packedBytes: (name: string) => packedBytes(name),
  packedText: (name: string) => packedText(name),
  packedJson,
};

export type Kit = typeof sqliteKit;
