import { z } from 'zod';
import { writeCsv } from '../_answers/csv';
import type { Format } from './endpoint';
import type { Links, Meta } from './meta';

type Row = Readonly<Record<string, unknown>>;

/** How a list is written piece by piece: what stands before the rows, the rows, what stands behind them. */
export interface Writer {
  head: string;
  rows(rows: readonly object[], isFirst: boolean): string;
  tail: string;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** The columns of a table of rows: members of members are named with a dot, as in `place.line`. */
export const columnsOf = (row: z.ZodObject, fields?: readonly string[]): string[][] =>
  Object.entries(row.shape).flatMap(([name, schema]) => {
    if (fields && !fields.includes(name)) return [];
    const inner = unwrapped(schema);
    return inner instanceof z.ZodObject ? columnsOf(inner).map((path) => [name, ...path]) : [[name]];
  });

function cellOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Reads a column's cell from a row. */
function getterOf([first = '', ...rest]: readonly string[]): (row: Row) => string | null {
  const [second] = rest;
  if (second === undefined) return (row) => cellOf(row[first]);
  const inner = getterOf(rest);
  return (row) => {
    const within = row[first] as Row | null | undefined;
    return within ? inner(within) : null;
  };
}

/** Only the chosen members, in the order of the whole. */
function chosen(row: object, fields?: readonly string[]): object {
  return fields ? Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))) : row;
}

interface Shape {
  row: z.ZodObject;
  fields: readonly string[] | undefined;
}

export function writerOf(format: Format, { row, fields }: Shape, meta: Meta, links: Links): Writer {
  if (format === 'csv') {
    const columns = columnsOf(row, fields);
    const getters = columns.map(getterOf);
    return {
      head: writeCsv([columns.map((path) => path.join('.'))]),
      rows: (rows) => writeCsv(rows.map((one) => getters.map((get) => get(one as Row)))),
      tail: '',
    };
  }
  const json = (one: object): string => JSON.stringify(chosen(one, fields));
  if (format === 'ndjson') return { head: '', rows: (rows) => rows.map((one) => `${json(one)}\n`).join(''), tail: '' };
  const head = JSON.stringify({ meta, links });
  return {
    head: `${head.slice(0, -1)},"data":[`,
    rows: (rows, isFirst) => `${isFirst || rows.length === 0 ? '' : ','}${rows.map(json).join(',')}`,
    tail: ']}\n',
  };
}
