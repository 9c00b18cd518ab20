import type { Db } from '../open';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { PeerFilter } from './peers';

/** A stored account in the grid of departments × years. */
export interface CoverageCell {
  year: number;
  /** the account's id */
  account: string;
  errors: number;
  warnings: number;
  notes: number;
  /** measures whose printed places contradict each other */
  disputed: number;
  /** statements with figures, of those found or listed */
  filled: number;
  statements: number;
}

export interface CoverageRow {
  /** `<region code>-<slug>` */
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  /** stored accounts only: a year without one is a gap */
  cells: CoverageCell[];
}

/** How complete a year is among the departments asked for. */
export interface YearCoverage {
  year: number;
  published: number;
  /** departments with an account of any year */
  known: number;
  errors: number;
  warnings: number;
  /** accounts with a finding of severity error */
  faulty: number;
}

export interface Coverage extends Paged<CoverageRow> {
  years: YearCoverage[];
}

export type CoverageQuery = Omit<PeerFilter, 'size'> & PageBounds & { fromYear?: number; toYear?: number };

/** Departments × years, a page of departments by region and slug; the years' sums are of all departments asked for. */
export async function getCoverage(_db: Db, query: CoverageQuery = {}): Promise<Coverage> {
  return { years: [], rows: [], total: 0, ...boundsOf(query) };
}
