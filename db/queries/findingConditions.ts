import type { Severity } from '../../lib/findings';
import { type Conditions, joined, regionRange } from './conditions';

/** Which findings of the current revisions are asked for. */
export interface FindingQuery {
  severity?: Severity;
  check?: string;
  /** a region's code: its own departments and those of every region within it */
  region?: string;
  /** `<region code>-<slug>` */
  department?: string;
  year?: number;
  /** words, each of which stands in the message, the check's id or the department's name */
  text?: string;
}

export const RANKS = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** The order of lists, within one severity. */
export const ORDER = 'x.region, x.slug, x.year DESC, x.n';

/** So many findings are looked through for words. */
export const MOST_SEARCHED = 1_000;

/** Listed findings `x` with what their words stand in. */
export const WITH_TEXT = `JOIN revisions v ON v.account = x.account AND v.current = 1
  JOIN findings f ON f.account = x.account AND f.revision = v.revision AND f.n = x.n
  JOIN accounts a ON a.key = x.account JOIN departments d ON d.id = a.department`;

/** The condition for words on WITH_TEXT. */
export function textConditions(text: string): Conditions {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return joined(words.map((word) => ["instr(lower(f.message || ' ' || f.check_id || ' ' || d.name), ?) > 0", word]));
}

type Condition = readonly [sql: string, ...values: (string | number)[]];

/** A department's id as its region and slug in the list. */
function ofDepartment(department: string): Condition {
  const [, region = '', slug = ''] = /^(\d{6})-(.+)$/.exec(department) ?? [];
  return ['x.region = ? AND x.slug = ?', region === '000000' ? '' : region, slug];
}

/** The filter on listed findings `x` of one severity; `without` is left out, for counting its values. */
export function rowConditions(query: FindingQuery, rank: number, without?: keyof FindingQuery): Conditions {
  const { check, region, department, year } = query;
  const conditions: Partial<Record<keyof FindingQuery, Condition[]>> = {
    check: check === undefined ? [] : [['x.check_id = ?', check]],
    year: year === undefined ? [] : [['x.year = ?', year]],
    department: department === undefined ? [] : [ofDepartment(department)],
    region: region === undefined ? [] : [['x.region >= ? AND x.region < ?', ...regionRange(region)]],
  };
  if (without) delete conditions[without];
  return joined([['x.rank = ?', rank], ...Object.values(conditions).flat()]);
}

/** The ranks a query asks for. */
export const ranksOf = ({ severity }: FindingQuery): number[] =>
  RANKS.flatMap((one, rank) => (severity === undefined || severity === one ? [rank] : []));
