import type { StatementReading } from '../../lib/facts';
import type { ColumnId, Side, StatementId } from '../../lib/statements';
import type { PackedEmptyCell } from '../emptyCell';
import type { Kit } from '../kits/sqlite';
import { amount, content, place, scope } from './columns';

/** The statements as printed: rows with their blanks, and every amount as a fact. */
export const statements = (kit: Kit) => ({
  statements: kit.table(
    'statements',
    {
      ...content(kit),
      statement: kit.word<StatementId>('statement').notNull(),
      title: kit.text('title').notNull(),
      number: kit.text('number'),
      state: kit.word<StatementReading['state']>('state').notNull(),
      reason: kit.text('reason'),
      listedEmpty: kit.flag('listed_empty'),
      unit: kit.word<StatementReading['unit']>('unit').notNull(),
      columns: kit.json<ColumnId[]>('columns').notNull(),
      notes: kit.json<string[]>('notes').notNull(),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  lines: kit.table(
    'lines',
    {
      ...content(kit),
      /** the statement's `n` */
      statement: kit.integer('statement').notNull(),
      side: kit.word<Side>('side'),
      code: kit.text('code'),
      name: kit.text('name').notNull(),
      line: kit.text('line'),
      /** the facts' `n` */
      facts: kit.json<number[]>('facts').notNull(),
      empty: kit.json<PackedEmptyCell[]>('empty').notNull(),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  facts: kit.table(
    'facts',
    {
      ...content(kit),
      ...scope(kit),
      statement: kit.word<StatementId>('statement').notNull(),
      side: kit.word<Side>('side'),
      code: kit.text('code'),
      name: kit.text('name').notNull(),
      line: kit.text('line'),
      column: kit.word<ColumnId>('column').notNull(),
      printed: kit.text('printed').notNull(),
      ...amount(kit),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
});
