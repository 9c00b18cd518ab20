import type { Direction } from '../../lib/facts';
import type { AspectId, MeasureId } from '../../lib/measures';
import type { Kit } from '../kits/sqlite';
import { amount, content, place, scope } from './columns';

/** What the narrative asserts, and the level of each measure that follows from all printed places. */
export const narrative = (kit: Kit) => ({
  claims: kit.table(
    'claims',
    {
      ...content(kit),
      ...scope(kit),
      measure: kit.word<MeasureId>('measure').notNull(),
      aspect: kit.word<AspectId>('aspect').notNull(),
      subject: kit.text('subject'),
      subjectPath: kit.json<string[]>('subject_path').notNull(),
      direction: kit.word<Direction>('direction'),
      base: kit.word<MeasureId>('base'),
      statedYear: kit.integer('stated_year'),
      printed: kit.text('printed').notNull(),
      ...amount(kit),
      sentence: kit.text('sentence').notNull(),
      section: kit.json<string[]>('section').notNull(),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  /** The level of each measure of an account, one row each: what lists, trends and rankings read. */
  levels: kit.table(
    'levels',
    {
      account: kit.integer('account').notNull(),
      revision: kit.integer('revision').notNull(),
      ...scope(kit),
      measure: kit.word<MeasureId>('measure').notNull(),
      ...amount(kit),
      /** agreed: all printed places share a value · adopted: they do not, this one is supported best */
      status: kit.word<'agreed' | 'adopted'>('status').notNull(),
      /** the printed places, or the statement's own sums, contradict the value */
      disputed: kit.flag('disputed').notNull(),
      /** no place prints it; it is the sum of printed cells */
      summed: kit.flag('summed').notNull(),
      reason: kit.text('reason'),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.measure] })],
  ),
});
