import type { z } from 'zod';
import type { Query } from './selection';

/** A field of an address that could not be understood, or that nothing in the store answers. */
export interface Misread {
  key: string;
  value: string;
}

const MOST_SHOWN = 40;

const valuesOf = (value: Query[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

export interface QueryFields {
  /** undefined where it is left out, empty or malformed; of several the last counts */
  one<T>(key: string, field: z.ZodType<T>): T | undefined;
  /** comma-separated or repeated, each once */
  list(keys: readonly string[], field: z.ZodType<string>, most: number): string[];
  /** what was malformed so far */
  misread: Misread[];
}

/** Reads an address field by field, and remembers what it could not understand. */
export function fieldsOf(query: Query): QueryFields {
  const misread: Misread[] = [];
  const note = (key: string, value: string): void => {
    if (misread.length < 8) misread.push({ key, value: value.slice(0, MOST_SHOWN) });
  };
  return {
    misread,
    one(key, field) {
      const last = valuesOf(query[key]).at(-1)?.trim();
      if (last === undefined || last === '') return undefined;
      const read = field.safeParse(last);
      if (!read.success) note(key, last);
      return read.data;
    },
    list(keys, field, most) {
      const parts = keys.flatMap((key) =>
        valuesOf(query[key])
          .flatMap((text) => text.split(/[\s,，、]+/))
          .filter((part) => part !== '')
          .map((part) => ({ key, part })),
      );
      for (const { key, part } of parts) if (!field.safeParse(part).success) note(key, part);
      const read = [...new Set(parts.filter(({ part }) => field.safeParse(part).success).map(({ part }) => part))];
      if (read.length > most) note(keys[0] ?? '', `第 ${most + 1} 个及以后的`);
      return read.slice(0, most);
    },
  };
}

/** An address with the fields that are given; commas are legal in a query, and lists stay readable. */
export function addressOf(path: string, fields: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(fields).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}
