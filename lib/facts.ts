import type { MoneyUnit } from './amount';
import type { AdoptedValue } from './findings';
import type { AspectId, MeasureId } from './measures';
import type { Place } from './place';
import type { ColumnId, Side, StatementId } from './statements';

/** One printed amount of a statement. A blank is no fact; a printed zero is one. */
export interface Fact {
  statement: StatementId;
  side: Side | null;
  /** the code as printed, digits only; null for lines without one */
  code: string | null;
  /** the line's name as printed, without white space */
  name: string;
  /** what identifies the line inside its statement and side: the code, an expenditure class (`208`), a `LineKey`, or null when unknown */
  line: string | null;
  column: ColumnId;
  printed: string;
  /** normalised decimal text in `unit` */
  amount: string;
  /** digits printed after the point */
  decimals: number;
  unit: MoneyUnit;
  place: Place;
}

/** How a cell that holds no amount was printed: nothing at all, a dash, or a word. */
export interface EmptyCell {
  column: ColumnId;
  printed: string;
  kind: 'blank' | 'dash' | 'text';
  place: Place;
}

/** One printed row of a statement (in a block, for statements set side by side), with or without amounts. */
export interface StatementLine {
  side: Side | null;
  code: string | null;
  name: string;
  line: string | null;
  /** indexes into the reading's facts */
  facts: number[];
  empty: EmptyCell[];
  place: Place;
}

/** A statement as found: in the body, or only in the list of tables. */
export interface StatementReading {
  statement: StatementId;
  /** the title as printed, without white space */
  title: string;
  /** the number as printed, e.g. 公开03表; null where none is printed */
  number: string | null;
  /** filled: figures are printed · empty: printed without figures · absent: listed, or expected, but not in the text */
  state: 'filled' | 'empty' | 'absent';
  /** the reason the list of tables gives for an empty statement */
  reason: string | null;
  /** what the list of tables says: true = 空表, false = not empty, null = not listed */
  listedEmpty: boolean | null;
  unit: MoneyUnit;
  columns: ColumnId[];
  lines: StatementLine[];
  /** lines printed below the statement as its notes (注：…) */
  notes: string[];
  place: Place;
}

/** The subject of projects and funds evaluated that are the whole department's and no project's. */
export const WHOLE_DEPARTMENT = '部门整体';

export type Direction = 'increase' | 'decrease';

/** A number asserted in the narrative, with its sentence. Changes and rates are unsigned: the sign is in `direction`. */
export interface Claim {
  measure: MeasureId;
  aspect: AspectId;
  /** the 类/款/项 (code where printed, else the name), the project or the department the number is about */
  subject: string | null;
  /** all codes and names of the heading the claim stands under, outermost first */
  subjectPath: string[];
  /** normalised decimal text in `unit` */
  value: string;
  unit: string;
  decimals: number;
  direction: Direction | null;
  /** for a share: the measure it is a share of, where the sentence says it */
  base: MeasureId | null;
  /** the fiscal year the sentence names, where it names one */
  year: number | null;
  printed: string;
  /** the whole sentence, page breaks joined */
  sentence: string;
  /** the narrative's heading the sentence stands under, outermost first */
  section: string[];
  place: Place;
}

export interface PerformanceFunds {
  /** 年度资金总额, 其中：当年财政拨款, 上年结转资金, 其他资金, or a task's name */
  name: string;
  initialBudget: PerformanceCell | null;
  budget: PerformanceCell | null;
  executed: PerformanceCell | null;
  /** where the form splits 总额 into 财政拨款 and 其他资金 */
  budgetParts: PerformanceCell[];
  executedParts: PerformanceCell[];
  points: PerformanceCell | null;
  rate: PerformanceCell | null;
  score: PerformanceCell | null;
}

/** A cell as printed; `value` is its number without separators and unit, null for words. */
export interface PerformanceCell {
  printed: string;
  value: string | null;
  place: Place;
}

export interface PerformanceIndicator {
  /** 一级, 二级, 三级指标, as far as the form has them */
  level1: string;
  level2: string;
  level3: string;
  target: PerformanceCell | null;
  result: PerformanceCell | null;
  points: PerformanceCell | null;
  score: PerformanceCell | null;
  remark: string | null;
}

/** One self-evaluation table (绩效自评表). */
export interface PerformanceTable {
  kind: 'project' | 'special_fund' | 'department';
  title: string;
  /** the project's or the department's name */
  subject: string;
  unit: MoneyUnit;
  funds: PerformanceFunds[];
  indicators: PerformanceIndicator[];
  totalPoints: PerformanceCell | null;
  totalScore: PerformanceCell | null;
  place: Place;
}

/** A sentence of the narrative as printed, white space and page breaks taken out; a heading is one of its own. */
export interface Sentence {
  text: string;
  kind: 'heading' | 'sentence';
  /** the headings it stands under, outermost first; a heading's own text is the last */
  section: string[];
  place: Place;
}

/** Text that carries a number and was not understood. */
export interface Unread {
  text: string;
  /** the numbers in it that no reader claimed */
  numbers: string[];
  place: Place;
}

export interface ReadingDocument {
  /** the file's name, without its folder */
  file: string;
  sha256: string;
  mediaType: string;
  title: string | null;
  department: string | null;
  region: { code: string; name: string } | null;
  fiscalYear: number | null;
}

/** Everything read from one document. */
export interface Reading {
  document: ReadingDocument;
  statements: StatementReading[];
  facts: Fact[];
  claims: Claim[];
  performance: PerformanceTable[];
  unread: Unread[];
  /** the whole narrative in reading order, lists of contents left out; for the checks of wording, not stored */
  sentences?: Sentence[];
}

/** A stored account as panels and metrics see it: a reading under its id. */
export interface Account extends Omit<Reading, 'unread' | 'sentences'> {
  id: string;
  revision: number;
  department: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  /** values the checks support for printed figures they contradict; they override the weighing of printed places */
  adopted?: readonly AdoptedValue[];
}
