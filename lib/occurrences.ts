import { exactly, type Interval, intervalOf, isMoneyUnit, moneyInterval } from './amount';
import type { Account, Claim, EmptyCell, Fact, StatementLine, StatementReading } from './facts';
import { type AspectId, type Cell, type MeasureId, measureOf } from './measures';
import type { Place } from './place';
import { COLUMN_LABELS, LINE_LABELS, type Side, STATEMENTS, type StatementId } from './statements';

/** One printed place of a quantity, in a statement or in the narrative. */
export interface Occurrence {
  kind: 'fact' | 'claim';
  /** e.g. `公开03表 支出决算表 · 合计 · 基本支出` */
  label: string;
  printed: string;
  /** normalised decimal text in `unit`; a decrease is negative */
  value: string;
  unit: string;
  decimals: number;
  /** what the printed digits can stand for: money in 分, all else in its own unit */
  interval: Interval;
  place: Place;
  sentence: string | null;
}

const SIDE_LABELS: Readonly<Record<Side, string>> = { revenue: '收入', expenditure: '支出' };

interface Index {
  facts: Map<string, Fact[]>;
  lines: Map<string, StatementLine[]>;
  statements: Map<StatementId, StatementReading[]>;
  claims: Map<string, Claim[]>;
}

const indexes = new WeakMap<Account, Index>();

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const lineKey = (statement: StatementId, side: Side | null | undefined, line: string): string =>
  `${statement}|${side ?? ''}|${line}`;

function indexOf(account: Account): Index {
  const known = indexes.get(account);
  if (known) return known;
  const index: Index = { facts: new Map(), lines: new Map(), statements: new Map(), claims: new Map() };
  for (const fact of account.facts)
    if (fact.line !== null) push(index.facts, `${lineKey(fact.statement, fact.side, fact.line)}|${fact.column}`, fact);
  for (const claim of account.claims) push(index.claims, `${claim.measure}|${claim.aspect}`, claim);
  for (const statement of account.statements) {
    push(index.statements, statement.statement, statement);
    for (const line of statement.lines)
      if (line.line !== null) push(index.lines, lineKey(statement.statement, line.side, line.line), line);
  }
  indexes.set(account, index);
  return index;
}

/** The facts a cell prints; more than one only when a statement is printed twice. */
export const factsAt = (account: Account, cell: Cell): readonly Fact[] =>
  indexOf(account).facts.get(`${lineKey(cell.statement, cell.side, cell.line)}|${cell.column}`) ?? [];

/** The printed rows of a line, with or without amounts. */
export const linesAt = (account: Account, cell: Pick<Cell, 'statement' | 'side' | 'line'>): readonly StatementLine[] =>
  indexOf(account).lines.get(lineKey(cell.statement, cell.side, cell.line)) ?? [];

/** The statement as printed, the filled one first. */
export function statementOf(account: Account, id: StatementId): StatementReading | undefined {
  const found = indexOf(account).statements.get(id) ?? [];
  return found.find((statement) => statement.state === 'filled') ?? found[0];
}

/** `公开03表 支出决算表`, or the title alone where no number is printed. */
export function statementLabel(account: Account, id: StatementId): string {
  const number = statementOf(account, id)?.number;
  return number ? `${number} ${STATEMENTS[id].title}` : STATEMENTS[id].title;
}

export function lineLabel(account: Account, cell: Pick<Cell, 'statement' | 'side' | 'line'>): string {
  if (Object.hasOwn(LINE_LABELS, cell.line)) return LINE_LABELS[cell.line as keyof typeof LINE_LABELS];
  const name = linesAt(account, cell)[0]?.name;
  return name ? `${cell.line} ${name.replace(/^(?:[一二三四五六七八九十]+、|\d+[.、．])/, '')}` : cell.line;
}

export function cellLabel(account: Account, cell: Cell): string {
  return [
    statementLabel(account, cell.statement),
    cell.side ? SIDE_LABELS[cell.side] : '',
    lineLabel(account, cell),
    cell.column === 'final' ? '' : COLUMN_LABELS[cell.column],
  ]
    .filter(Boolean)
    .join(' · ');
}

export function occurrenceOfFact(account: Account, fact: Fact): Occurrence {
  const cell = {
    statement: fact.statement,
    line: fact.line ?? fact.name,
    column: fact.column,
    ...(fact.side ? { side: fact.side } : {}),
  };
  return {
    kind: 'fact',
    label: cellLabel(account, cell),
    printed: fact.printed,
    value: fact.amount,
    unit: fact.unit,
    decimals: fact.decimals,
    interval: moneyInterval({ value: fact.amount, decimals: fact.decimals }, fact.unit),
    place: fact.place,
    sentence: null,
  };
}

/** Where the sentence stands: `情况说明 · 三、支出决算情况说明`. */
const claimLabel = (claim: Claim): string => ['情况说明', claim.section.at(-1)].filter(Boolean).join(' · ');

const negate = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);

export function occurrenceOfClaim(claim: Claim): Occurrence {
  const value = claim.direction === 'decrease' ? negate(claim.value) : claim.value;
  const number = { value, decimals: claim.decimals };
  const counted = measureOf(claim.measure).kind === 'count' && claim.unit !== '%';
  return {
    kind: 'claim',
    label: claimLabel(claim),
    printed: claim.printed,
    value,
    unit: claim.unit,
    decimals: claim.decimals,
    interval: isMoneyUnit(claim.unit)
      ? moneyInterval(number, claim.unit)
      : counted
        ? exactly(value)
        : intervalOf(number),
    place: claim.place,
    sentence: claim.sentence,
  };
}

/** One figure stated for revenue and expenditure together is a figure of each. */
const ALSO: Readonly<Partial<Record<MeasureId, readonly MeasureId[]>>> = {
  total_revenue: ['total_revenue_expenditure'],
  total_expenditure: ['total_revenue_expenditure'],
  fiscal_total_revenue: ['fiscal_total'],
  fiscal_total_expenditure: ['fiscal_total'],
};

/** The totals of both sides are one figure (T1-05); their changes are stated apart and stay apart. */
const BOTH: typeof ALSO = {
  total_revenue_expenditure: ['total_revenue', 'total_expenditure'],
  fiscal_total: ['fiscal_total_revenue', 'fiscal_total_expenditure'],
};

/** The narrative's claims of a measure and aspect, of the account's own year, about `subject` or about the whole. */
export function claimsOf(account: Account, id: MeasureId, aspect: AspectId, subject: string | null): readonly Claim[] {
  const measures = [id, ...(ALSO[id] ?? []), ...(aspect === 'final' ? (BOTH[id] ?? []) : [])];
  const claims = measures.flatMap((known) => indexOf(account).claims.get(`${known}|${aspect}`) ?? []);
  return claims.filter(
    (claim) =>
      (claim.year === null || claim.year === account.fiscalYear || aspect.startsWith('prior')) &&
      (subject === null ? claim.subject === null || claim.subject === account.department : claim.subject === subject),
  );
}

/** How a cell came to hold no amount, in the order of how much the document says about it. */
export type AbsenceKind = 'dash' | 'blank' | 'text' | 'no_column' | 'no_row' | 'empty_statement' | 'absent_statement';

export interface Absence {
  kind: AbsenceKind;
  reason: string;
}

function absentStatement(account: Account, id: StatementId, found: StatementReading | undefined): Absence {
  const label = statementLabel(account, id);
  if (found?.state === 'empty')
    return { kind: 'empty_statement', reason: `${label}为空表${found.reason ? `（${found.reason}）` : ''}` };
  const listed = found?.listedEmpty;
  const why =
    listed === true
      ? `，目录列为空表${found?.reason ? `（${found.reason}）` : ''}`
      : listed === false
        ? '，目录却列为非空表'
        : '';
  return { kind: 'absent_statement', reason: `文件中没有${label}${why}` };
}

const EMPTY_WORDS: Readonly<Record<EmptyCell['kind'], string>> = {
  blank: '为空白',
  dash: '印为横线',
  text: '印的是文字',
};

/** Why a cell prints no amount. Blank, dash, missing row, missing column, empty and absent statement are told apart. */
export function absenceAt(account: Account, cell: Cell): Absence {
  const statement = statementOf(account, cell.statement);
  if (statement?.state !== 'filled') return absentStatement(account, cell.statement, statement);
  const label = cellLabel(account, cell);
  const lines = linesAt(account, cell);
  const empty = lines.flatMap((line) => line.empty).find((candidate) => candidate.column === cell.column);
  if (empty) return { kind: empty.kind, reason: `${label}${EMPTY_WORDS[empty.kind]}` };
  if (lines.length === 0)
    return { kind: 'no_row', reason: `${statementLabel(account, cell.statement)}没有“${lineLabel(account, cell)}”行` };
  if (!statement.columns.includes(cell.column))
    return {
      kind: 'no_column',
      reason: `${statementLabel(account, cell.statement)}没有“${COLUMN_LABELS[cell.column]}”栏`,
    };
  return { kind: 'blank', reason: `${label}为空白` };
}
