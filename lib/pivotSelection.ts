import { z } from 'zod';
import {
  DEFAULT_PIVOT,
  isDimensionOf,
  MOST_COLUMN_DIMENSIONS,
  MOST_ROW_DIMENSIONS,
  PIVOT_DIMENSIONS,
  PIVOT_FUNDS,
  PIVOT_LEVELS,
  PIVOT_NATURES,
  PIVOT_VALUES,
  type PivotDimension,
  type PivotOrder,
  type PivotSelection,
} from './pivot';
import type { Query } from './selection';
import { CODE_LISTS } from './subjectSelection';

const MOST_CHOSEN = 100;
const MOST_CODES = 20;

const fields = {
  list: z.enum(CODE_LISTS),
  value: z.enum(PIVOT_VALUES),
  region: z.string().regex(/^\d{6}$/),
  kind: z.string().trim().min(1).max(60),
  level: z.enum(PIVOT_LEVELS),
  year: z.coerce.number().int().min(1990).max(2999),
  fund: z.enum(PIVOT_FUNDS),
  nature: z.enum(PIVOT_NATURES),
  text: z.string().trim().min(1).max(60),
  page: z.coerce.number().int().min(1).max(100_000),
  dimension: z.enum(PIVOT_DIMENSIONS),
  code: z.string().regex(/^\d{3}(?:\d{2}){0,2}$/),
  department: z
    .string()
    .max(150)
    .regex(/^\d{6}(?:-[a-z0-9]+)+$/),
  order: z.string().regex(/^-?(?!-).{1,200}$/),
} as const;

export interface AskedPivot {
  selection: PivotSelection;
  /** parts of the query that are no part of a pivot, as written */
  refused: string[];
}

const valuesOf = (value: Query[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const orderOf = (written: string): PivotOrder =>
  written.startsWith('-') ? { by: written.slice(1), descending: true } : { by: written, descending: false };

/** Reads a query part by part; what is not understood is set aside and named. */
class Reader {
  readonly refused: string[] = [];
  constructor(private readonly query: Query) {}

  one<T>(key: string, field: z.ZodType<T>): T | undefined {
    const written = valuesOf(this.query[key]).at(-1);
    if (written === undefined || written === '') return undefined;
    const read = field.safeParse(written).data;
    if (read === undefined) this.refuse(key, written);
    return read;
  }

  list<T extends string>(key: string, field: z.ZodType<T>, most: number): T[] {
    const parts = valuesOf(this.query[key])
      .flatMap((one) => one.split(/[\s,，、]+/))
      .filter((one) => one !== '' && one !== 'none');
    const read = parts.flatMap((part) => {
      const value = field.safeParse(part).data;
      if (value === undefined) this.refuse(key, part);
      return value ?? [];
    });
    const unique = [...new Set(read)];
    for (const beyond of unique.slice(most)) this.refuse(key, beyond);
    return unique.slice(0, most);
  }

  private refuse(key: string, written: string): void {
    if (this.refused.length < 5) this.refused.push(`${key}=${written.slice(0, 60)}`);
  }
}

/** Rows and columns of the list, each dimension once; without any the usual ones. */
function dimensionsOf(reader: Reader, query: Query, list: PivotSelection['list']) {
  const asked = (key: 'rows' | 'columns', most: number): PivotDimension[] =>
    reader.list(
      key,
      fields.dimension.refine((one) => isDimensionOf(list, one)),
      most,
    );
  const columns = asked('columns', MOST_COLUMN_DIMENSIONS);
  const rows = asked('rows', MOST_ROW_DIMENSIONS).filter((one) => !columns.includes(one));
  const isAsked = valuesOf(query.columns).some((one) => one !== '');
  if (rows.length > 0)
    return { rows, columns: isAsked ? columns : DEFAULT_PIVOT.columns.filter((one) => !rows.includes(one)) };
  const free = DEFAULT_PIVOT.rows.filter((one) => !columns.includes(one));
  return {
    rows: free.length > 0 ? free : (['department'] satisfies PivotDimension[]),
    columns: isAsked ? columns : [...DEFAULT_PIVOT.columns],
  };
}

/** Keeps what is part of a pivot and names what is not; fields left empty say nothing. */
export function parsePivot(query: Query): AskedPivot {
  const reader = new Reader(query);
  const list = reader.one('list', fields.list) ?? DEFAULT_PIVOT.list;
  const { rows, columns } = dimensionsOf(reader, query, list);
  const [from, to] = [reader.one('from', fields.year), reader.one('to', fields.year)];
  const order = reader.one('sort', fields.order);
  const optional = {
    region: reader.one('region', fields.region),
    kind: reader.one('kind', fields.kind),
    level: reader.one('level', fields.level),
    from: from !== undefined && to !== undefined ? Math.min(from, to) : from,
    to: from !== undefined && to !== undefined ? Math.max(from, to) : to,
    fund: list === 'functional' ? reader.one('fund', fields.fund) : undefined,
    nature: reader.one('nature', fields.nature),
    text: reader.one('text', fields.text),
    order: order === undefined ? undefined : orderOf(order),
  };
  const selection: PivotSelection = {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    list,
    rows,
    columns,
    value: reader.one('value', fields.value) ?? DEFAULT_PIVOT.value,
    departments: reader.list('departments', fields.department, MOST_CHOSEN),
    codes: reader.list('codes', fields.code, MOST_CODES),
    like: reader.one('like', z.literal('1')) !== undefined,
    page: reader.one('page', fields.page) ?? 1,
  };
  return { selection, refused: reader.refused };
}
