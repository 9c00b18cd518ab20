import type { MoneyUnit } from '../../lib/amount';
import { claimEntry, factEntry, findingEntry, publishedMeasure, statementEntry } from '../../lib/entries';
import type { Claim, Fact, StatementReading } from '../../lib/facts';
import type { Finding, Severity, Suggestion } from '../../lib/findings';
import { type AspectId, MEASURE_IDS, type MeasureId } from '../../lib/measures';
import type { Place } from '../../lib/place';
import type { ColumnId, Side, StatementId } from '../../lib/statements';
import { type AmountColumns, unpackAmount } from '../amount';
import type { Db } from '../open';
import { preparedSql } from '../prepared';
import type { AccountKey, AccountScope } from './accountSteps';
import { joined } from './conditions';
import { PLACE_COLUMNS, type PlaceTextColumns, placeOf } from './placeColumns';
import { type Numbered, type PageAsk, readRowPage } from './rowPages';
import { codeRange } from './spending';

type Condition = readonly [sql: string, ...values: (string | number)[]];

/** Nothing is asked for where nothing is given. */
const among = (column: string, values: readonly string[] | undefined, not = ''): Condition[] =>
  values === undefined ? [] : [[`${column} ${not} IN (${values.map(() => '?').join(', ')})`, ...values]];

interface Select {
  table: 'statements' | 'facts' | 'claims' | 'findings';
  columns: string;
  conditions: readonly Condition[];
}

/** Reads the rows of one account's current revision in their order. */
function readerOf<Row extends { n: number }, Entry>(
  { table, columns, conditions }: Select,
  entryOf: (row: Row) => Entry,
) {
  const { sql, values } = joined(conditions);
  const text = `SELECT f.n, ${columns} FROM ${table} f
    WHERE f.account = ? AND f.revision = ? AND f.n > ? AND ${sql} ORDER BY f.n LIMIT ?`;
  return (db: Db, { key, id, revision }: AccountKey, after: number, most: number) =>
    preparedSql<Row>(db, text)
      .all(key, revision, after, ...values, most)
      .map((row): Numbered<{ account: string } & Entry> => ({ n: row.n, row: { account: id, ...entryOf(row) } }));
}

export interface StatementQuery {
  statements?: readonly StatementId[];
  states?: readonly StatementReading['state'][];
}

/** The statements of accounts as published, one row a statement. */
export function getStatementPage(db: Db, scope: AccountScope, query: StatementQuery, ask: PageAsk) {
  type Row = PlaceTextColumns & { n: number } & Pick<
      StatementReading,
      'statement' | 'title' | 'number' | 'state' | 'reason'
    >;
  const read = readerOf(
    {
      table: 'statements',
      columns: `f.statement, f.title, f.number, f.state, f.reason, ${PLACE_COLUMNS}`,
      conditions: [...among('f.statement', query.statements), ...among('f.state', query.states)],
    },
    (row: Row) => statementEntry({ ...row, place: placeOf(row) }),
  );
  return readRowPage(db, { scope, read, mostAccounts: 1_000 }, ask);
}

const AMOUNT_COLUMNS = 'f.fen, f.exact, f.decimals, f.unit';

export interface FactQuery {
  statements?: readonly StatementId[];
  sides?: readonly Side[];
  columns?: readonly ColumnId[];
  /** beginnings of codes: 208 is all of the 类, its 款 and 项 included */
  codes?: readonly string[];
}

/** Printed amounts of accounts, one row an amount. */
export function getFactPage(db: Db, scope: AccountScope, query: FactQuery, ask: PageAsk) {
  type Row = PlaceTextColumns &
    AmountColumns & { n: number } & Pick<Fact, 'statement' | 'side' | 'code' | 'name' | 'column' | 'printed'>;
  const { codes } = query;
  const within: Condition[] =
    codes === undefined
      ? []
      : [[`(${codes.map(() => '(f.code >= ? AND f.code < ?)').join(' OR ') || 'FALSE'})`, ...codes.flatMap(codeRange)]];
  const read = readerOf(
    {
      table: 'facts',
      columns: `f.statement, f.side, f.code, f.name, f."column", f.printed, ${AMOUNT_COLUMNS}, ${PLACE_COLUMNS}`,
      conditions: [
        ...among('f.statement', query.statements),
        ...among('f.side', query.sides),
        ...among('f."column"', query.columns),
        ...within,
      ],
    },
    (row: Row) => factEntry({ ...row, amount: unpackAmount(row), unit: row.unit as MoneyUnit, place: placeOf(row) }),
  );
  return readRowPage(db, { scope, read, mostAccounts: 200 }, ask);
}

export interface ClaimQuery {
  /** of the published list */
  measures?: readonly MeasureId[];
  aspects?: readonly AspectId[];
  /** a code or name as the claim says it */
  subjects?: readonly string[];
}

/** Measures that the published list does not have, under no name. */
const UNLISTED = MEASURE_IDS.filter((id) => publishedMeasure(id) === null);

/** Numbers asserted in the narrative, under the measures of the published list; one row a number. */
export function getClaimPage(db: Db, scope: AccountScope, query: ClaimQuery, ask: PageAsk) {
  type Row = PlaceTextColumns &
    AmountColumns & { n: number } & Pick<
      Claim,
      'measure' | 'aspect' | 'subject' | 'direction' | 'printed' | 'sentence'
    >;
  const { measures, aspects, subjects } = query;
  const own = measures && MEASURE_IDS.filter((id) => measures.some((one) => one === publishedMeasure(id)));
  const read = readerOf(
    {
      table: 'claims',
      columns: `f.measure, f.aspect, f.subject, f.direction, f.printed, f.sentence, ${AMOUNT_COLUMNS}, ${PLACE_COLUMNS}`,
      conditions: [
        ...(own ? among('f.measure', own) : among('f.measure', UNLISTED, 'NOT')),
        ...among('f.aspect', aspects),
        ...among('f.subject', subjects),
      ],
    },
    (row: Row) =>
      claimEntry({
        ...row,
        measure: publishedMeasure(row.measure) ?? row.measure,
        value: unpackAmount(row),
        place: placeOf(row),
      }),
  );
  return readRowPage(db, { scope, read, mostAccounts: 300 }, ask);
}

export interface FindingPageQuery {
  severities?: readonly Severity[];
  checks?: readonly string[];
}

/** What the checks report, one row a finding, with its number in the account, from 1. */
export function getFindingPage(db: Db, scope: AccountScope, query: FindingPageQuery, ask: PageAsk) {
  type Row = { n: number; places: string; suggestion: string | null } & Omit<
    Finding,
    'places' | 'suggestion' | 'detail'
  >;
  const read = readerOf(
    {
      table: 'findings',
      columns:
        'f.check_id AS "check", f.severity, f.message, f.places, f.expected, f.found, f.difference, f.suggestion',
      conditions: [...among('f.severity', query.severities), ...among('f.check_id', query.checks)],
    },
    ({ n, ...row }: Row) => ({
      number: n + 1,
      ...findingEntry({
        ...row,
        places: JSON.parse(row.places) as Place[],
        suggestion: row.suggestion === null ? null : (JSON.parse(row.suggestion) as Suggestion | null),
        detail: null,
      }),
    }),
  );
  return readRowPage(db, { scope, read, mostAccounts: 500 }, ask);
}
