import { z } from 'zod';
import { fieldsOf, type Misread } from './queryFields';
import type { Query } from './selection';

/** The two code lists: 支出功能分类 and 支出经济分类. */
export const CODE_LISTS = ['functional', 'economic'] as const;
export type SubjectList = (typeof CODE_LISTS)[number];

/** A part of spending by where the money comes from; left out: all of it. */
export const FUND_CHOICES = ['general', 'fund', 'capital'] as const;
export type FundChoice = (typeof FUND_CHOICES)[number];

/** Basic or project expenditure of functional codes; left out: both. */
export const NATURE_CHOICES = ['basic', 'project'] as const;
export type NatureChoice = (typeof NATURE_CHOICES)[number];

/** How an amount is shown: as it is, as a share of what is above it, per person in post, or against a year of its own. */
export const SUBJECT_VIEWS = ['amount', 'share', 'person', 'index'] as const;
export type SubjectView = (typeof SUBJECT_VIEWS)[number];

/** The order of those who spend on a code. */
export const SPENDER_ORDERS = ['amount', 'least', 'department'] as const;
export type SpenderOrder = (typeof SPENDER_ORDERS)[number];

/** How many codes stand beside the one of the page. */
export const MOST_COMPARED = 5;
const MOST_CHOSEN = 100;
const MOST_OPEN = 12;

/** Whose spending on codes the reader asks for, and how it is shown. */
export interface SubjectSelection {
  /** `<region code>-<slug>`; empty: all */
  departments: string[];
  /** a region's code: what lies within it, too */
  region?: string;
  from?: number;
  to?: number;
  fund?: FundChoice;
  nature?: NatureChoice;
  view: SubjectView;
  /** the year that is 100 where amounts are indexed; left out: the first with an amount */
  base?: number;
  /** former codes are counted where they are counted today */
  like: boolean;
  /** words that a code's name, number or pinyin begins with */
  text?: string;
  /** the year whose spenders are listed */
  year?: number;
  /** of the spenders, from 1 */
  page: number;
  order: SpenderOrder;
  /** codes to compare with, in the reader's order */
  codes: string[];
  /** codes of the tree whose lower codes are shown, where the tree is too large to hold them all */
  open: string[];
}

const code = z.string().regex(/^\d{3}(?:\d{2}){0,2}$/);
const region = z.string().regex(/^\d{6}$/);
const year = z.coerce.number().int().min(1990).max(2999);
const department = z
  .string()
  .max(150)
  .regex(/^\d{6}(?:-[a-z0-9]+)+$/);
const text = z.string().trim().min(1).max(60);
const page = z.coerce.number().int().min(1).max(100_000);

export const parseSubjectList = (written: string): SubjectList | undefined =>
  CODE_LISTS.find((list) => list === written);

/** 3, 5 or 7 digits, of economic codes 3 or 5. */
export function parseSubjectCode(list: SubjectList, written: string): string | undefined {
  const read = code.safeParse(written).data;
  return list === 'economic' && read?.length === 7 ? undefined : read;
}

/** The list that a code of a statement belongs to: 支出功能分类 begins with 2, 支出经济分类 of departments with 3. */
export function listOfCode(written: string): SubjectList | undefined {
  const list = written.startsWith('2') ? 'functional' : written.startsWith('3') ? 'economic' : undefined;
  return list && parseSubjectCode(list, written) ? list : undefined;
}

export interface ReadSubjects {
  selection: SubjectSelection;
  /** what of the address was not understood */
  misread: Misread[];
}

/** Keeps what is part of a selection, empty fields of a form left out, and names what it could not read. */
export function readSubjectSelection(query: Query): ReadSubjects {
  const { one, list, misread } = fieldsOf(query);
  const [from, to] = [one('from', year), one('to', year)];
  const isTurned = from !== undefined && to !== undefined && from > to;
  const optional = {
    region: one('region', region),
    from: isTurned ? to : from,
    to: isTurned ? from : to,
    fund: one('fund', z.enum(FUND_CHOICES)),
    nature: one('nature', z.enum(NATURE_CHOICES)),
    base: one('base', year),
    text: one('text', text),
    year: one('year', year),
  };
  const selection: SubjectSelection = {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    departments: list(['departments'], department, MOST_CHOSEN),
    like: one('like', z.literal('1')) !== undefined,
    page: one('page', page) ?? 1,
    view: one('view', z.enum(SUBJECT_VIEWS)) ?? 'amount',
    order: one('order', z.enum(SPENDER_ORDERS)) ?? 'amount',
    codes: list(['codes'], code, MOST_COMPARED),
    open: list(['open'], code, MOST_OPEN),
  };
  return { selection, misread };
}

export const parseSubjectSelection = (query: Query): SubjectSelection => readSubjectSelection(query).selection;

function queryOf({ departments, like, page: at, codes, open, ...rest }: Partial<SubjectSelection>): string {
  const entries = Object.entries({
    region: rest.region,
    departments: departments?.join(','),
    from: rest.from,
    to: rest.to,
    fund: rest.fund,
    nature: rest.nature,
    like: like ? 1 : undefined,
    view: rest.view === 'amount' ? undefined : rest.view,
    base: rest.view === 'index' ? rest.base : undefined,
    text: rest.text,
    year: rest.year,
    codes: codes?.join(','),
    open: open?.join(','),
    order: rest.order === 'amount' ? undefined : rest.order,
    page: at === 1 ? undefined : at,
  }).flatMap(([key, value]): [string, string][] => (value === undefined || value === '' ? [] : [[key, String(value)]]));
  // commas are legal in a query, and lists stay readable
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}

/** What only functional codes have goes away with economic ones. */
const ofList = (list: SubjectList, selection: Partial<SubjectSelection>): Partial<SubjectSelection> =>
  list === 'economic' ? { ...selection, fund: undefined, nature: undefined, like: false } : selection;

/** The tree of a list under a selection. */
export const subjectsPath = (
  list: SubjectList,
  { year: _year, page: _page, codes: _codes, order: _order, ...tree }: Partial<SubjectSelection> = {},
): string => `/subjects/${list}${queryOf(ofList(list, tree))}`;

/** One code under a selection; what only the tree knows is left out. */
export const subjectPath = (
  list: SubjectList,
  of: string,
  { text: _text, open: _open, ...selection }: Partial<SubjectSelection> = {},
  hash?: string,
): string => `/subjects/${list}/${of}${queryOf(ofList(list, selection))}${hash === undefined ? '' : `#${hash}`}`;

/** The tables of a code's page that can be taken along. */
export const CODE_TABLES = ['years', 'spenders', 'children', 'siblings', 'codes'] as const;
export type CodeTableName = (typeof CODE_TABLES)[number];

/** What is put behind a page's path, before its query. */
const below = (path: string, rest: string): string => path.replace(/(?=\?|$)/, `/${rest}`);

/** A table of a code's page in a form such as `table.csv`. */
export const codeTablePath = (
  list: SubjectList,
  of: string,
  table: CodeTableName,
  form: string,
  selection: Partial<SubjectSelection>,
): string => below(subjectPath(list, of, selection), `${table}/${form}`);

export const treeTablePath = (list: SubjectList, form: string, selection: Partial<SubjectSelection>): string =>
  below(subjectsPath(list, { ...selection, text: undefined }), `tree/${form}`);

/** The scope, the years, the money and how it is shown: what goes along from page to page. */
export const scopeOf = ({
  departments,
  region: of,
  from,
  to,
  like,
  fund,
  nature,
  view,
  base,
}: SubjectSelection): Partial<SubjectSelection> => ({
  departments,
  like,
  view,
  ...(of === undefined ? {} : { region: of }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(fund === undefined ? {} : { fund }),
  ...(nature === undefined ? {} : { nature }),
  ...(base === undefined ? {} : { base }),
});
