import { FEN_PER_UNIT } from '../../lib/amount';

/** A column of an exported table: what it is called, what it means, and how the store answers it. */
export interface Field {
  name: string;
  /** in Chinese */
  title: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  /** SQL over the tables of the resource */
  sql: string;
  description?: string;
  /** what it is in the taxonomy of the Fiscal Data Package */
  columnType?: string;
  /** never empty */
  required?: boolean;
  /** all the words there are */
  words?: readonly string[];
}

/** An exported table: one CSV file of the package, one table of the SQLite file. */
export interface Resource {
  name: string;
  title: string;
  description: string;
  fields: readonly Field[];
  /** FROM … WHERE …, of the current revisions */
  from: string;
  /** names of the fields that tell rows apart */
  key: readonly string[];
  /** the order in which the store has the rows at hand */
  order: string;
  /** field to resource.field */
  references?: Readonly<Record<string, readonly [resource: string, field: string]>>;
  /** further indexes of the SQLite file */
  indexes?: readonly (readonly string[])[];
}

type Type = Field['type'];
type More = Omit<Field, 'name' | 'title' | 'type' | 'sql'>;
const column =
  (type: Type) =>
  (name: string, title: string, sql: string, more: More = {}): Field => ({ name, title, type, sql, ...more });

export const text = column('string');
export const integer = column('integer');
export const decimal = column('number');
export const flag = column('boolean');

/** Digits with the point moved so many places to the left, with so many of them kept; the same as unpackAmount's text. */
const shifted = (fen: string, places: number, decimals: string): string =>
  `(CASE WHEN ${fen} < 0 THEN '-' ELSE '' END) || (abs(${fen}) / ${10 ** places}) || CASE WHEN ${decimals} = 0 THEN '' ELSE
    '.' || substr(printf('%0${places}d', abs(${fen}) % ${10 ** places}) || printf('%0' || ${decimals} || 'd', 0), 1, ${decimals}) END`;

/** An amount as printed, to its last digit, as decimal text. */
export function amountSql(row: string): string {
  const units = Object.entries(FEN_PER_UNIT).map(
    ([unit, fen]) => `WHEN '${unit}' THEN ${shifted(`${row}.fen`, String(fen).length - 1, `${row}.decimals`)}`,
  );
  return `coalesce(${row}.exact, CASE ${row}.unit ${units.join(' ')} END)`;
}

/** Millionths as decimal text without needless zeros. */
export const millionthsSql = (value: string): string =>
  `CASE WHEN ${value} IS NOT NULL THEN (CASE WHEN ${value} < 0 THEN '-' ELSE '' END) ||
    rtrim(rtrim(printf('%d.%06d', abs(${value}) / 1000000, abs(${value}) % 1000000), '0'), '.') END`;
