import type { z } from 'zod';
import type { Db } from '../../db/open';
import type { Store } from '../_store/store';
import type { Parameters, Values } from './parameter';

/** The forms an answer comes in, the first where nothing else is asked for. */
export const FORMATS = ['json', 'csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** Values of the stored data that make an example work. */
export interface Samples {
  account: string;
  department: string;
  region: string;
  /** one or two accounts */
  accounts: string;
}

interface Described {
  /** name of the operation, unique */
  id: string;
  /** below /api/v1, with {names} of the path's parameters */
  path: string;
  title: string;
  about: string;
  /** an example's address below /api/v1, without ending */
  example: (samples: Samples) => string;
}

type Position = readonly (string | number)[];

interface Asked<P, Q> {
  path: P;
  query: Q;
  /** the address others reach us by */
  origin: string;
}

export interface RowsAsk<P, Q> extends Asked<P, Q> {
  after?: Position | undefined;
  limit: number;
}

export interface Collection extends Described {
  kind: 'collection';
  inPath: Parameters;
  inQuery: Parameters;
  row: z.ZodObject;
  position: z.ZodType<Position>;
  /** says 404 where the path names what is not there */
  rows(
    db: Db,
    ask: RowsAsk<Record<string, unknown>, Record<string, unknown>>,
  ): { rows: object[]; next: Position | null };
}

/** What an item answers with: its data, and where it has them as a table the rows of it. */
export interface Found {
  data: unknown;
  table?: (string | null)[][];
}

export interface Item extends Described {
  kind: 'item';
  inPath: Parameters;
  inQuery: Parameters;
  /** further parameters are the panel's own options */
  isOpen?: boolean;
  formats: readonly Format[];
  answer: z.ZodType;
  find(
    store: Store,
    ask: Asked<Record<string, unknown>, Record<string, unknown>> & { search: URLSearchParams; format: Format },
  ): Promise<Found>;
}

export type Endpoint = Collection | Item;

type Exact<P extends Parameters> = Required<Values<P>>;

type CollectionOf<P extends Parameters, Q extends Parameters, R extends z.ZodObject, K extends Position> = Omit<
  Collection,
  'kind' | 'inPath' | 'inQuery' | 'row' | 'position' | 'rows'
> & {
  inPath: P;
  inQuery: Q;
  row: R;
  position: z.ZodType<K>;
  rows(
    db: Db,
    ask: Omit<RowsAsk<Exact<P>, Values<Q>>, 'after'> & { after?: K | undefined },
  ): { rows: z.infer<R>[]; next: Readonly<K> | null };
};

/** A list, with the types of its parameters and rows checked where it is declared. */
export const collection = <P extends Parameters, Q extends Parameters, R extends z.ZodObject, K extends Position>(
  spec: CollectionOf<P, Q, R, K>,
): Collection => ({ ...spec, kind: 'collection' }) as unknown as Collection;

type ItemOf<P extends Parameters, Q extends Parameters, A extends z.ZodType> = Omit<
  Item,
  'kind' | 'inPath' | 'inQuery' | 'answer' | 'find' | 'formats'
> & {
  inPath: P;
  inQuery: Q;
  answer: A;
  formats?: readonly Format[];
  find(
    store: Store,
    ask: Asked<Exact<P>, Values<Q>> & { search: URLSearchParams; format: Format },
  ): Promise<{ data: z.infer<A>; table?: (string | null)[][] }>;
};

export const item = <P extends Parameters, Q extends Parameters, A extends z.ZodType>(spec: ItemOf<P, Q, A>): Item =>
  ({ formats: ['json'], ...spec, kind: 'item' }) as unknown as Item;
