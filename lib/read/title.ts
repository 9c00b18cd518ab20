import type { MoneyUnit } from '../amount';
import type { StatementId } from '../statements';

/** An entry of the list of statements (目录). */
export interface ListedStatement {
  statement: StatementId;
  title: string;
  /** 是否空表; null where the list does not say */
  empty: boolean | null;
  reason: string | null;
  line: number;
}

/** What the document says of itself. */
export interface TitlePart {
  title: string | null;
  /** full name as printed, without white space */
  department: string | null;
  region: { code: string; name: string } | null;
  fiscalYear: number | null;
  /** the unit of the statements' amounts where a statement names none */
  unit: MoneyUnit;
  listed: ListedStatement[];
}
