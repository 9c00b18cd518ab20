import type { Severity } from '../../lib/findings';
import type { Db } from '../open';
import { type Conditions, joined, regionRange } from './conditions';
import { departmentNumber } from './departmentColumns';

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

type Condition = readonly [sql: string, ...values: (string | number)[]];

/** Findings `f` with their account `a` and its department `d`. */
export const FINDINGS = 'findings f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department';

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
const WITHIN = "coalesce(d.region, '') >= ? AND coalesce(d.region, '') < ?";
const HOLDS = "instr(lower(f.message || ' ' || f.check_id || ' ' || d.name), ?) > 0";

/** The filter on FINDINGS; `without` is left out, for counting its values. */
export function findingConditions(db: Db, query: FindingQuery, without?: keyof FindingQuery): Conditions {
  const { severity, check, region, department, year, text } = query;
  const conditions: Partial<Record<keyof FindingQuery, Condition[]>> = {
    severity: severity === undefined ? [] : [['f.severity = ?', severity]],
    check: check === undefined ? [] : [['f.check_id = ?', check]],
    year: year === undefined ? [] : [['f.year = ?', year]],
    department: department === undefined ? [] : [['a.department = ?', departmentNumber(db, department) ?? -1]],
    region: region === undefined ? [] : [[WITHIN, ...regionRange(region)]],
    text: wordsOf(text ?? '').map((word): Condition => [HOLDS, word]),
  };
  if (without) delete conditions[without];
  return joined([['f.current = 1'], ...Object.values(conditions).flat()]);
}
