import type { Db } from '../open';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { RegionLevel, Scope } from './peers';

/** An amount in 万元 as decimal text, with the bounds of its rounding. */
export interface Money {
  value: string;
  low: string;
  high: string;
}

export type Fund = 'total' | 'general' | 'fund' | 'capital';
/** functional: all, basic or project expenditure */
export type Nature = 'total' | 'basic' | 'project';
/** economic: all, personnel or operating part of basic expenditure */
export type EconomicNature = 'total' | 'personnel' | 'operating';
export type CodeList = 'functional' | 'economic';

/** One year of a code in the scope asked for. */
export interface SubjectYear {
  year: number;
  amount: Money;
  basic: Money | null;
  project: Money | null;
  /** departments that print the code */
  departments: number;
  disputed: number;
  /** former codes whose amounts were counted here, with the like-for-like switch */
  mappedFrom: string[];
}

export interface SubjectNode {
  code: string;
  /** the code list's name */
  name: string;
  level: 1 | 2 | 3;
  parent: string | null;
  hasChildren: boolean;
  years: SubjectYear[];
}

export interface SubjectTree {
  years: { year: number; total: Money | null; published: number; known: number }[];
  /** the children of `parent`, or with `depth` more levels, a parent before its children */
  nodes: SubjectNode[];
  truncated: boolean;
}

export interface SubjectTreeQuery extends Scope {
  list: CodeList;
  /** a code to expand; left out: the 类 */
  parent?: string;
  /** how many levels, 1 to 3 */
  depth?: number;
  fromYear?: number;
  toYear?: number;
  fund?: Fund;
  likeForLike?: boolean;
}

/** The tree of codes with amounts by year; economic codes are basic expenditure of the general public budget. */
export async function getSubjectTree(_db: Db, _query: SubjectTreeQuery): Promise<SubjectTree> {
  return { years: [], nodes: [], truncated: false };
}

/** What a code was called, and where its spending stood before and after. */
export interface SubjectHistory {
  kind: string;
  year: number | null;
  oldCode: string | null;
  oldName: string | null;
  newCode: string | null;
  newName: string | null;
}

export interface SubjectDetail {
  list: CodeList;
  code: string;
  name: string;
  level: 1 | 2 | 3;
  /** 类 and 款 above it, outermost first, each with its siblings' codes one query away */
  path: { code: string; name: string }[];
  siblings: { code: string; name: string }[];
  children: { code: string; name: string }[];
  history: SubjectHistory[];
  /** names that documents print and the code list does not have, with how many accounts print them */
  printedNames: { name: string; accounts: number }[];
  years: SubjectYear[];
}

/** Undefined for a code that neither the lists nor any account has. */
export async function getSubject(
  _db: Db,
  _query: { list: CodeList; code: string; likeForLike?: boolean } & Scope,
): Promise<SubjectDetail | undefined> {
  return undefined;
}

/** What one account spent on a code, and the line that says so. */
export interface Spender {
  account: string;
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  year: number;
  amount: Money;
  /** basic and project, or personnel and operating */
  parts: Partial<Record<Nature | EconomicNature, Money>>;
  funds: Partial<Record<Exclude<Fund, 'total'>, Money>>;
  /** as the document prints it, where it is not the code list's name */
  printedName: string | null;
  disputed: boolean;
  /** line in the source view */
  line: number;
}

export type SpenderQuery = {
  list: CodeList;
  code: string;
  year?: number;
  level?: RegionLevel;
  kind?: string;
  order?: 'amount' | 'department';
} & Scope &
  PageBounds;

/** Who spends on a code: of one year (else of the latest), the largest first. */
export async function getSpenders(_db: Db, query: SpenderQuery): Promise<Paged<Spender> & { year: number | null }> {
  return { rows: [], total: 0, year: null, ...boundsOf(query) };
}
