import { z } from 'zod';
import { MEASURES, type MeasureId } from './measures';
import type { Query } from './selection';

/** 省级, 地级, 县级: levels of the regions that departments belong to. */
export const LEVELS = ['省级', '地级', '县级'] as const;
export type Level = (typeof LEVELS)[number];

/** Departments of the shown year: those without an account, or those whose account contradicts itself. */
export const STATES = ['missing', 'faulty'] as const;
export type State = (typeof STATES)[number];

/** Rows of the coverage: one a region, or one a department. */
export const GRAINS = ['regions', 'departments'] as const;
export type Grain = (typeof GRAINS)[number];

/** What the reader of the overview asks for; everything that is left out is decided by the store. */
export interface OverviewSelection {
  year?: number | 'all';
  /** a region's code: what lies within it, too */
  region?: string;
  level?: Level;
  /** the department's name without its region, e.g. 工业商贸局 */
  kind?: string;
  grain?: Grain;
  state?: State;
  /** whose movements are shown */
  figure?: MeasureId;
  order?: 'growth';
  /** of the coverage, from 1 */
  page: number;
}

export interface ReadOverview {
  selection: OverviewSelection;
  /** parameters whose values were not understood, by their Chinese names */
  unread: string[];
}

const isMeasure = (text: string): text is MeasureId => Object.hasOwn(MEASURES, text);

const FIELDS = {
  year: ['年度', z.union([z.literal('all'), z.coerce.number().int().min(1990).max(2999)])],
  region: ['地区', z.string().regex(/^\d{6}$/)],
  level: ['级别', z.enum(LEVELS)],
  kind: ['部门类别', z.string().trim().min(1).max(60)],
  grain: ['分行方式', z.enum(GRAINS)],
  state: ['状态', z.enum(STATES)],
  figure: ['指标', z.string().refine(isMeasure)],
  order: ['次序', z.literal('growth')],
  page: ['页码', z.coerce.number().int().min(1).max(100_000)],
} as const satisfies Record<string, readonly [name: string, field: z.ZodType]>;

const lastOf = (value: Query[string]): string | undefined => (typeof value === 'object' ? value.at(-1) : value);

/** Keeps what is part of the selection, empty fields of a form left out, and names what it could not read. */
export function parseOverviewSelection(query: Query): ReadOverview {
  const read: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [key, [name, field]] of Object.entries(FIELDS)) {
    const written = lastOf(query[key]);
    if (written === undefined || written === '') continue;
    const { success, data } = field.safeParse(written);
    if (success) read[key] = data;
    else unread.push(name);
  }
  return { selection: { page: 1, ...read } as OverviewSelection, unread };
}

/** The overview under a selection, or another rendering of it, e.g. its table; the first page is not named. */
export function overviewPath(selection: Partial<OverviewSelection> = {}, path = '/', hash?: string): string {
  const { year, region, level, kind, grain, state, figure, order, page = 1 } = selection;
  const entries = Object.entries({
    year,
    region,
    level,
    kind,
    grain,
    state,
    figure,
    order,
    page: page === 1 ? undefined : page,
  });
  const given = entries.flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return `${path}${query}${hash === undefined ? '' : `#${hash}`}`;
}
