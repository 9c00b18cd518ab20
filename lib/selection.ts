import { z } from 'zod';
import { FIELDS } from './addressFields';
import { SEVERITIES, type Severity } from './findings';
import { anchorOf, type Place } from './place';
import { fieldsOf, type Misread } from './queryFields';

/** How many accounts one comparison can hold. */
export const COMPARABLE = { min: 2, max: 8 } as const;

/** `<region code>-<slug>-<year>`, e.g. `610827-gongye-shangmao-ju-2023` */
const accountId = z
  .string()
  .max(160)
  .regex(/^\d{6}(?:-[a-z0-9]+)+-(?:19|20)\d{2}$/);

/** View options: `panel.option` to the chosen value, in the order of their keys, so that equal views read the same. */
export type View = Readonly<Record<string, string>>;
const viewKey = z.string().regex(/^[A-Za-z][\w-]{0,40}\.[A-Za-z][\w-]{0,40}$/);
const viewValue = z.string().regex(/^[\w.,-]{1,80}$/);
const MOST_OPTIONS = 40;

/** The query as frameworks hand it over: repeated keys are arrays. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface AccountList {
  /** well-formed ids, each once, in the reader's order */
  accounts: string[];
  malformed: string[];
  /** an id stood twice, or the text is not how we would write it */
  repeated: boolean;
}

const valuesOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

export const parseAccountId = (text: string): string | undefined => accountId.safeParse(decode(text)).data;

/** Reads ids from one or several comma-separated texts, of the path or of a form. */
export function parseAccountList(value: string | readonly string[] | undefined): AccountList {
  const written = valuesOf(value)
    .flatMap((text) => decode(text).split(/[,，]/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const wellFormed = written.filter((text) => accountId.safeParse(text).success);
  const accounts = [...new Set(wellFormed)];
  return {
    accounts,
    malformed: [...new Set(written.filter((text) => !accountId.safeParse(text).success))],
    repeated: accounts.length < wellFormed.length,
  };
}

/** Keeps what is a view option and drops everything else: an unknown query changes nothing. */
export function parseView(query: Query): View {
  const entries = Object.entries(query).flatMap(([key, value]): [string, string][] => {
    const last = viewValue.safeParse(valuesOf(value).at(-1));
    return viewKey.safeParse(key).success && last.success ? [[key, last.data]] : [];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, MOST_OPTIONS));
}

/** One panel's options, without the panel's name in front. */
export function viewOfPanel(view: View, panel: string): View {
  const start = `${panel}.`;
  return Object.fromEntries(
    Object.entries(view).flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
  );
}

/** The view with one option of a panel set. */
export const chooseOption = (view: View, panel: string, option: string, value: string): View =>
  parseView({ ...view, [`${panel}.${option}`]: value });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const queryText = (view: View): string => {
  const text = new URLSearchParams(view).toString();
  return text === '' ? '' : `?${text}`;
};
const hashText = (hash: string | undefined): string => (hash === undefined ? '' : `#${hash}`);

export const comparePath = (accounts: readonly string[], view: View = {}, hash?: string): string =>
  `/compare/${accounts.join(',')}${queryText(view)}${hashText(hash)}`;

/** A panel's chart for the interactive drawing, under the panel's own options. */
export const chartPath = (panel: string, accounts: readonly string[], view: View = {}): string => {
  const own = Object.entries(view).filter(([key]) => key.startsWith(`${panel}.`));
  return `/charts/${panel}?${new URLSearchParams([['accounts', accounts.join(',')], ...own])}`;
};

/** The choice of accounts, with some already ticked. */
export const choosePath = (accounts: readonly string[] = []): string =>
  accounts.length === 0 ? '/compare' : `/compare?choose=${accounts.join(',')}`;

export const accountPath = (account: string, hash?: string): string => `/accounts/${account}${hashText(hash)}`;

/** The source view, at the line of a place where one is given: `/accounts/ID/source#L528`. */
export const sourcePath = (account: string, place?: Pick<Place, 'line'>): string =>
  `/accounts/${account}/source${hashText(place && anchorOf(place))}`;

/** Which findings the reader asks for; everything that is left out is not asked for. */
export interface FindingSelection {
  severity?: Severity;
  /** a check's id */
  check?: string;
  /** a region's code: what lies within it, too */
  region?: string;
  /** `<region code>-<slug>` */
  department?: string;
  year?: number;
  /** words that the finding or the department's name holds */
  text?: string;
  /** from 1 */
  page: number;
}

const findingFields = {
  severity: z.enum(SEVERITIES),
  check: z.string().regex(/^[A-Z]\w?-\d{1,3}$/),
  region: FIELDS.region,
  department: FIELDS.department,
  year: FIELDS.year,
  text: FIELDS.text,
  page: FIELDS.page,
};

/** Keeps what is a filter of findings, empty fields of a form left out, and names what it could not read. */
export function readFindingSelection(query: Query): { selection: FindingSelection; misread: Misread[] } {
  const { one, misread } = fieldsOf(query);
  const { severity, check, region, department, year, text, page } = findingFields;
  const entries = Object.entries({
    severity: one('severity', severity),
    check: one('check', check),
    region: one('region', region),
    department: one('department', department),
    year: one('year', year),
    text: one('text', text),
  }).filter(([, value]) => value !== undefined);
  return { selection: { ...Object.fromEntries(entries), page: one('page', page) ?? 1 }, misread };
}

export const parseFindingSelection = (query: Query): FindingSelection => readFindingSelection(query).selection;

/** The list of findings under a selection; the first page is not named. */
export function findingsPath(selection: Partial<FindingSelection> = {}, path = '/findings'): string {
  const { severity, check, region, department, year, text, page = 1 } = selection;
  const entries = Object.entries({
    severity,
    check,
    region,
    department,
    year,
    text,
    page: page === 1 ? undefined : page,
  });
  return `${path}${queryText(
    Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))),
  )}`;
}

export const findingAnchor = (number: number): string => `finding-${number}`;

/** What the checks say of an account, at its nth finding where one is given, from 1. */
export const accountFindingsPath = (account: string, number?: number): string =>
  `/accounts/${account}/findings${hashText(number === undefined ? undefined : findingAnchor(number))}`;
