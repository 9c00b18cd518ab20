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
      /** published: every place that prints it agrees · adopted: the places disagree, this value has the most support */
      status: kit.word<'published' | 'adopted'>('status').notNull(),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.measure] })],
  ),
});
