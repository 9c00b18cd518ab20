import type { Db } from '../open';
import type { Figure, FigureId } from './figures';

/** One year of a line. Without a figure it is a gap, and `reason` says why. */
export interface TrendPoint {
  year: number;
  /** the account; for a derived figure the one of the next year that implies it; null where none is stored */
  account: string | null;
  figure: Figure | null;
  /** in Chinese, for a gap */
  reason: string | null;
}

/** Why a line is not one line: what changed before or in the year. */
export interface TrendBreak {
  year: number;
  kind: 'gap' | 'renamed' | 'merged' | 'missing_statement' | 'code_changed';
  /** in Chinese */
  text: string;
}

export interface Trend {
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  points: TrendPoint[];
  breaks: TrendBreak[];
}

export interface TrendQuery {
  /** a measure, a metric, or with `subject` an amount on a code */
  figure: FigureId;
  /** `<region code>-<slug>`, in the order of the lines; those not stored are left out */
  departments: readonly string[];
  fromYear?: number;
  toYear?: number;
}

/** A figure over the years, one line a department, every year of the span present in each. */
export async function getTrends(_db: Db, _query: TrendQuery): Promise<Trend[]> {
  return [];
}

/** Amounts on a functional or economic code over the years; breaks say where the code was renamed or moved. */
export async function getSubjectTrends(
  _db: Db,
  _query: Omit<TrendQuery, 'figure'> & { list: 'functional' | 'economic'; code: string; likeForLike?: boolean },
): Promise<Trend[]> {
  return [];
}
