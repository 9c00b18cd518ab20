import { gzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { Account, Reading } from '../../lib/facts';
import type { CheckReport } from '../../lib/findings';
import { packAmount } from '../amount';
import { packEmptyCell } from '../emptyCell';
import { type Db, tables } from '../open';
import { packPlace } from '../place';
import { insertInto } from './insert';
import { levelsOf } from './levels';

/** Which rows the content becomes. */
export interface Target {
  account: number;
  revision: number;
  year: number;
  current: boolean;
}

/** What is stored of a document: its reading, and what the checks say of it when they ran. */
export interface Content {
  reading: Reading;
  report: CheckReport | null;
}

const keyOf = ({ account, revision }: Target, n: number) => ({ account, revision, n });
const scopedKeyOf = (target: Target, n: number) => ({
  ...keyOf(target, n),
  year: target.year,
  current: target.current,
});

function storeStatements(db: Db, target: Target, { statements, facts }: Reading): void {
  insertInto(
    db,
    tables.statements,
    statements.map(({ lines: _lines, place, ...row }, n) => ({ ...keyOf(target, n), ...row, ...packPlace(place) })),
  );
  const lines = statements.flatMap((statement, n) => statement.lines.map((line) => ({ ...line, statement: n })));
  insertInto(
    db,
    tables.lines,
    lines.map(({ place, empty, ...row }, n) => ({
      ...keyOf(target, n),
      ...row,
      empty: empty.map((cell) => packEmptyCell(cell, place)),
      ...packPlace(place),
    })),
  );
  insertInto(
    db,
    tables.facts,
    facts.map(({ amount, unit, decimals, place, ...row }, n) => ({
      ...scopedKeyOf(target, n),
      ...row,
      ...packAmount(amount, unit, decimals),
      ...packPlace(place),
    })),
  );
}

function storeClaims(db: Db, target: Target, { claims }: Reading): void {
  insertInto(
    db,
    tables.claims,
    claims.map(({ value, unit, decimals, year, place, ...row }, n) => ({
      ...row,
      ...scopedKeyOf(target, n),
      statedYear: year,
      ...packAmount(value, unit, decimals),
      ...packPlace(place),
    })),
  );
}

function storePerformance(db: Db, target: Target, { performance }: Reading): void {
  insertInto(
    db,
    tables.performanceTables,
    performance.map(({ funds: _funds, indicators: _indicators, place, ...row }, n) => ({
      ...keyOf(target, n),
      ...row,
      ...packPlace(place),
    })),
  );
  const funds = performance.flatMap((table, n) => table.funds.map((row) => ({ ...row, table: n })));
  insertInto(
    db,
    tables.performanceFunds,
    funds.map((row, n) => ({ ...keyOf(target, n), ...row })),
  );
  const indicators = performance.flatMap((table, n) => table.indicators.map((row) => ({ ...row, table: n })));
  insertInto(
    db,
    tables.performanceIndicators,
    indicators.map((row, n) => ({ ...keyOf(target, n), ...row })),
  );
}

function storeReport(db: Db, target: Target, { findings, relations, coverage, verdicts, adopted }: CheckReport): void {
  insertInto(
    db,
    tables.findings,
    findings.map((finding, n) => ({ ...scopedKeyOf(target, n), ...finding })),
  );
  const { account, revision } = target;
  const packed = gzipSync(JSON.stringify(relations));
  insertInto(db, tables.reports, [{ account, revision, verdicts, adopted, ...coverage, relations: packed }]);
}

/** Stores what was read and checked; to be called in a transaction. */
export function storeContent(db: Db, target: Target, { reading, report }: Content, account: Account): void {
  storeStatements(db, target, reading);
  storeClaims(db, target, reading);
  storePerformance(db, target, reading);
  if (report) storeReport(db, target, report);
  storeLevels(db, target, account);
}

/** The level of each measure anew, in place of what was stored of it before. */
export function replaceLevels(db: Db, target: Target, account: Account): void {
  removeFrom(db, tables.levels, target);
  storeLevels(db, target, account);
}

function storeLevels(db: Db, target: Target, account: Account): void {
  insertInto(
    db,
    tables.levels,
    levelsOf(account).map((level) => ({ ...target, ...level })),
  );
}

/** Children before parents. */
const CONTENT = [
  tables.lines,
  tables.statements,
  tables.facts,
  tables.claims,
  tables.performanceFunds,
  tables.performanceIndicators,
  tables.performanceTables,
  tables.findings,
  tables.reports,
  tables.levels,
] as const;

/** Takes the content of a revision out, to be stored anew by a newer reader. */
export function removeContent(db: Db, target: Pick<Target, 'account' | 'revision'>): void {
  for (const table of CONTENT) removeFrom(db, table, target);
}

function removeFrom(
  { orm }: Db,
  table: (typeof CONTENT)[number],
  { account, revision }: Pick<Target, 'account' | 'revision'>,
): void {
  orm
    .delete(table)
    .where(and(eq(table.account, account), eq(table.revision, revision)))
    .run();
}

/** Marks the account's current revision as superseded: it stays, and questions over many accounts pass it by. */
export function supersede({ orm }: Db, account: number): void {
  for (const table of [tables.revisions, tables.facts, tables.claims, tables.findings, tables.levels])
    orm
      .update(table)
      .set({ current: false })
      .where(and(eq(table.account, account), eq(table.current, true)))
      .run();
}
