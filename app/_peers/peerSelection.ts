import { z } from 'zod';
import { type PeerFilter, type RegionLevel, SIZE_CLASSES } from '../../db/queries/peers';
import { FIELDS } from '../../lib/addressFields';
import { addressOf, fieldsOf, type Misread } from '../../lib/queryFields';
import type { Query } from '../../lib/selection';

/** The three ways to see the departments of one year. */
export const PEER_PAGES = ['rankings', 'distribution', 'scatter'] as const;
export type PeerPage = (typeof PEER_PAGES)[number];

export const LEVELS = ['省级', '地级', '县级'] as const satisfies readonly RegionLevel[];
export const ORDERS = ['descending', 'ascending'] as const;
export const SCALES = ['linear', 'log'] as const;

/** So many departments can be marked. */
export const MOST_MARKED = 8;

/** Which figure of which departments of one year; what is left out has a sensible value. */
export interface PeerSelection extends PeerFilter {
  figure?: string;
  /** the scatter's second figure */
  y?: string;
  year?: number;
  order: (typeof ORDERS)[number];
  scale?: (typeof SCALES)[number];
  /** `<region code>-<slug>`: marked wherever they stand */
  departments: string[];
  /** words that look for departments to mark */
  text?: string;
  /** from 1 */
  page: number;
}

const kind = z.string().trim().min(1).max(60);

/** Keeps what is part of a selection and says what it could not understand. */
export function parsePeerSelection(query: Query): { selection: PeerSelection; misread: Misread[] } {
  const { one, list, misread } = fieldsOf(query);
  const fields = {
    figure: one('figure', FIELDS.figure) ?? one('x', FIELDS.figure),
    y: one('y', FIELDS.figure),
    year: one('year', FIELDS.year),
    region: one('region', FIELDS.region),
    level: one('level', z.enum(LEVELS)),
    kind: one('kind', kind),
    size: one('size', z.enum(SIZE_CLASSES)),
    scale: one('scale', z.enum(SCALES)),
    text: one('text', FIELDS.text),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    typeof fields
  >;
  const selection = {
    ...given,
    order: one('order', z.enum(ORDERS)) ?? 'descending',
    departments: list(['department', 'departments'], FIELDS.department, MOST_MARKED),
    page: one('page', FIELDS.page) ?? 1,
  };
  return { selection, misread };
}

/** The address that restores a selection; what only another page knows goes along, so that the tabs keep it. */
export const peersPath = (page: PeerPage, selection: Partial<PeerSelection> = {}, path = `/${page}`): string =>
  addressOf(path, {
    [page === 'scatter' ? 'x' : 'figure']: selection.figure,
    y: selection.y,
    year: selection.year,
    region: selection.region,
    level: selection.level,
    kind: selection.kind,
    size: selection.size,
    order: selection.order === 'ascending' ? selection.order : undefined,
    scale: selection.scale,
    department: selection.departments?.join(','),
    text: selection.text,
    page: selection.page === 1 ? undefined : selection.page,
  });

/** The filter alone, as queries take it. */
export const filterOf = ({ region, level, kind, size }: PeerSelection): PeerFilter => ({
  ...(region === undefined ? {} : { region }),
  ...(level === undefined ? {} : { level }),
  ...(kind === undefined ? {} : { kind }),
  ...(size === undefined ? {} : { size }),
});
