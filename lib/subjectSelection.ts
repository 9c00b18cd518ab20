import { z } from 'zod';
import type { Query } from './selection';

/** The two code lists: 支出功能分类 and 支出经济分类. */
export const CODE_LISTS = ['functional', 'economic'] as const;
export type SubjectList = (typeof CODE_LISTS)[number];

/** A part of spending by where the money comes from; left out: all of it. */
export const FUND_CHOICES = ['general', 'fund', 'capital'] as const;
export type FundChoice = (typeof FUND_CHOICES)[number];

/** How many codes stand beside the one of the page. */
export const MOST_COMPARED = 5;
const MOST_CHOSEN = 100;

/** Whose spending on codes the reader asks for, and how it is shown. */
export interface SubjectSelection {
  /** `<region code>-<slug>`; empty: all */
  departments: string[];
  /** a region's code: what lies within it, too */
  region?: string;
  from?: number;
  to?: number;
  fund?: FundChoice;
  /** former codes are counted where they are counted today */
  like: boolean;
  /** words that a code's name, number or pinyin begins with */
  text?: string;
  /** the year whose spenders are listed */
  year?: number;
  /** of the spenders, from 1 */
  page: number;
  /** codes to compare with, in the reader's order */
  codes: string[];
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

const valuesOf = (value: Query[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** The well-formed parts of comma-separated texts, each once. */
function listOf(value: Query[string], part: z.ZodType<string>, most: number): string[] {
  const parts = valuesOf(value).flatMap((one) => one.split(/[\s,，、]+/));
  return [...new Set(parts.filter((one) => part.safeParse(one).success))].slice(0, most);
}

/** Keeps what is part of a selection and drops everything else, empty fields of a form included. */
export function parseSubjectSelection(query: Query): SubjectSelection {
  const read = <T>(key: string, field: z.ZodType<T>): T | undefined => {
    const last = valuesOf(query[key]).at(-1);
    return last === undefined || last === '' ? undefined : field.safeParse(last).data;
  };
  const optional = {
    region: read('region', region),
    from: read('from', year),
    to: read('to', year),
    fund: read('fund', z.enum(FUND_CHOICES)),
    text: read('text', text),
    year: read('year', year),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    departments: listOf(query.departments, department, MOST_CHOSEN),
    like: read('like', z.literal('1')) !== undefined,
    page: read('page', page) ?? 1,
    codes: listOf(query.codes, code, MOST_COMPARED),
  };
}

function queryOf({ departments, like, page: at, codes, ...rest }: Partial<SubjectSelection>): string {
  const entries = Object.entries({
    region: rest.region,
    departments: departments?.join(','),
    from: rest.from,
    to: rest.to,
    fund: rest.fund,
    like: like ? 1 : undefined,
    text: rest.text,
    year: rest.year,
    codes: codes?.join(','),
    page: at === 1 ? undefined : at,
  }).flatMap(([key, value]): [string, string][] => (value === undefined || value === '' ? [] : [[key, String(value)]]));
  // commas are legal in a query, and lists stay readable
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}

/** The tree of a list under a selection. */
export const subjectsPath = (
  list: SubjectList,
  { year: _year, page: _page, codes: _codes, ...tree }: Partial<SubjectSelection> = {},
): string => `/subjects/${list}${queryOf(list === 'economic' ? { ...tree, fund: undefined, like: false } : tree)}`;

/** One code under a selection; what only the tree knows is left out. */
export const subjectPath = (
  list: SubjectList,
  of: string,
  { text: _text, fund: _fund, ...selection }: Partial<SubjectSelection> = {},
  hash?: string,
): string => `/subjects/${list}/${of}${queryOf(selection)}${hash === undefined ? '' : `#${hash}`}`;

/** The scope, the years and the switch: what goes along from page to page. */
export const scopeOf = ({ departments, region: of, from, to, like }: SubjectSelection): Partial<SubjectSelection> => ({
  departments,
  like,
  ...(of === undefined ? {} : { region: of }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
