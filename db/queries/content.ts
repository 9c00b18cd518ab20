import { and, asc, eq, sql } from 'drizzle-orm';
import type { MoneyUnit } from '../../lib/amount';
import type { Claim, Fact, PerformanceTable, StatementReading } from '../../lib/facts';
import { unpackAmount } from '../amount';
import { unpackEmptyCell } from '../emptyCell';
import { type Db, tables } from '../open';
import { unpackPlace } from '../place';
import { prepared } from '../prepared';

type ContentTable =
  | typeof tables.statements
  | typeof tables.lines
  | typeof tables.facts
  | typeof tables.claims
  | typeof tables.performanceTables
  | typeof tables.performanceFunds
  | typeof tables.performanceIndicators;

const ofContent = (table: ContentTable) =>
  and(eq(table.account, sql.placeholder('account')), eq(table.revision, sql.placeholder('revision')));

const statements = ({ orm }: Db) =>
  orm.select().from(tables.statements).where(ofContent(tables.statements)).orderBy(asc(tables.statements.n)).prepare();
const lines = ({ orm }: Db) =>
  orm.select().from(tables.lines).where(ofContent(tables.lines)).orderBy(asc(tables.lines.n)).prepare();
const facts = ({ orm }: Db) =>
  orm.select().from(tables.facts).where(ofContent(tables.facts)).orderBy(asc(tables.facts.n)).prepare();
const claims = ({ orm }: Db) =>
  orm.select().from(tables.claims).where(ofContent(tables.claims)).orderBy(asc(tables.claims.n)).prepare();
const claimsBetween = ({ orm }: Db) =>
  orm
    .select()
    .from(tables.claims)
    .where(
      and(
        ofContent(tables.claims),
        sql`${tables.claims.placeLine} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(tables.claims.n))
    .prepare();
const selfEvaluations = ({ orm }: Db) =>
  orm
    .select()
    .from(tables.performanceTables)
    .where(ofContent(tables.performanceTables))
    .orderBy(asc(tables.performanceTables.n))
    .prepare();
const funds = ({ orm }: Db) =>
  orm
    .select()
    .from(tables.performanceFunds)
    .where(ofContent(tables.performanceFunds))
    .orderBy(asc(tables.performanceFunds.n))
    .prepare();
const indicators = ({ orm }: Db) =>
  orm
    .select()
    .from(tables.performanceIndicators)
    .where(ofContent(tables.performanceIndicators))
    .orderBy(asc(tables.performanceIndicators.n))
    .prepare();

/** Whose content: the account's key and the revision. */
export type Content = { account: number; revision: number };

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export function readStatements(db: Db, content: Content): StatementReading[] {
  const byStatement = groupBy(prepared(db, lines).all(content), (line) => line.statement);
  return prepared(db, statements)
    .all(content)
    .map((row) => ({
      statement: row.statement,
      title: row.title,
      number: row.number,
      state: row.state,
      reason: row.reason,
      listedEmpty: row.listedEmpty,
      unit: row.unit,
      columns: row.columns,
      lines: (byStatement.get(row.n) ?? []).map((line) => {
        const place = unpackPlace(line);
        const { side, code, name, facts } = line;
        return {
          side,
          code,
          name,
          line: line.line,
          facts,
          empty: line.empty.map((cell) => unpackEmptyCell(cell, place)),
          place,
        };
      }),
      notes: row.notes,
      place: unpackPlace(row),
    }));
}

export const readFacts = (db: Db, content: Content): Fact[] =>
  prepared(db, facts)
    .all(content)
    .map((row) => ({
      statement: row.statement,
      side: row.side,
      code: row.code,
      name: row.name,
      line: row.line,
      column: row.column,
      printed: row.printed,
      amount: unpackAmount(row),
      decimals: row.decimals,
      unit: row.unit as MoneyUnit,
      place: unpackPlace(row),
    }));

const claimOf = (row: typeof tables.claims.$inferSelect): Claim => ({
  measure: row.measure,
  aspect: row.aspect,
  subject: row.subject,
  subjectPath: row.subjectPath,
  value: unpackAmount(row),
  unit: row.unit,
  decimals: row.decimals,
  direction: row.direction,
  base: row.base,
  year: row.statedYear,
  printed: row.printed,
  sentence: row.sentence,
  section: row.section,
  place: unpackPlace(row),
});

export const readClaims = (db: Db, content: Content): Claim[] => prepared(db, claims).all(content).map(claimOf);

/** Those that stand on lines of the document from one to another. */
export const readClaimsBetween = (db: Db, content: Content, from: number, to: number): Claim[] =>
  prepared(db, claimsBetween)
    .all({ ...content, from, to })
    .map(claimOf);

/** A row of a table's part without what places it in the store. */
function withoutKeys<Row extends Content & { n: number; table: number }>(
  row: Row,
): Omit<Row, keyof Content | 'n' | 'table'> {
  const { account: _account, revision: _revision, n: _n, table: _table, ...rest } = row;
  return rest;
}

export function readPerformance(db: Db, content: Content): PerformanceTable[] {
  const fundsOf = groupBy(prepared(db, funds).all(content), (row) => row.table);
  const indicatorsOf = groupBy(prepared(db, indicators).all(content), (row) => row.table);
  return prepared(db, selfEvaluations)
    .all(content)
    .map((row) => ({
      kind: row.kind,
      title: row.title,
      subject: row.subject,
      unit: row.unit,
      funds: (fundsOf.get(row.n) ?? []).map(withoutKeys),
      indicators: (indicatorsOf.get(row.n) ?? []).map(withoutKeys),
      totalPoints: row.totalPoints,
      totalScore: row.totalScore,
      place: unpackPlace(row),
    }));
}
