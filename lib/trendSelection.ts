import { z } from 'zod';
import { FIELDS } from './addressFields';
import { addressOf, fieldsOf, type Misread } from './queryFields';
import type { Query } from './selection';

/** nominal: as published · share: of the whole it is part of · per_person: in post · index: a year is 100 */
export const TREND_VIEWS = ['nominal', 'share', 'per_person', 'index'] as const;
export type TrendView = (typeof TREND_VIEWS)[number];

/** So many lines can be told apart. */
export const MOST_LINES = 8;

export const SCALES = ['linear', 'log'] as const;
export type Scale = (typeof SCALES)[number];

/** Which figure of which departments over the years; what is left out has a sensible value. */
export interface TrendSelection {
  /** a measure, a metric, or a subject code */
  figure?: string;
  /** `<region code>-<slug>`; empty: the largest */
  departments: string[];
  from?: number;
  to?: number;
  view: TrendView;
  /** the year that is 100 */
  base?: number;
  /** left out: whatever fits the values */
  scale?: Scale;
  /** former codes count as the code's */
  like: boolean;
  /** words that look for departments to add */
  text?: string;
}

const code = z.string().regex(/^\d{3}(?:\d{2}){0,2}$/);

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Keeps what is part of a selection and says what it could not understand; a code of the form's second field comes first. */
export function parseTrendSelection(query: Query): { selection: TrendSelection; misread: Misread[] } {
  const { one, list, misread } = fieldsOf(query);
  const selection = {
    ...given({
      figure: one('code', code) ?? one('figure', FIELDS.figure),
      from: one('from', FIELDS.year),
      to: one('to', FIELDS.year),
      base: one('base', FIELDS.year),
      scale: one('scale', z.enum(SCALES)),
      text: one('text', FIELDS.text),
    }),
    departments: list(['departments', 'department'], FIELDS.department, MOST_LINES),
    view: one('view', z.enum(TREND_VIEWS)) ?? 'nominal',
    like: one('like', z.literal('1')) !== undefined,
  } satisfies TrendSelection;
  const { from, to } = selection;
  if (from !== undefined && to !== undefined && from > to) {
    misread.push({ key: 'to', value: String(to) });
    const { to: _to, ...rest } = selection;
    return { selection: rest, misread };
  }
  return { selection, misread };
}

/** The address that restores a selection. */
export const trendsPath = (selection: Partial<TrendSelection> = {}, path = '/trends'): string =>
  addressOf(path, {
    figure: selection.figure,
    departments: selection.departments?.join(','),
    from: selection.from,
    to: selection.to,
    view: selection.view === 'nominal' ? undefined : selection.view,
    base: selection.view === 'index' ? selection.base : undefined,
    scale: selection.scale,
    like: selection.like ? 1 : undefined,
    text: selection.text,
  });
