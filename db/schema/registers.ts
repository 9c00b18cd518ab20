import type { Kit } from '../kits/sqlite';

/** What accounts are named and coded with, and the version of it all. */
export const registers = (kit: Kit) => ({
  dataVersion: kit.table('data_version', {
    id: kit.integer('id').primaryKey(),
    version: kit.integer('version').notNull(),
    changedAt: kit.moment('changed_at').notNull(),
    /** sha256 of the code lists stored in regions and subjects */
    reference: kit.text('reference'),
  }),
  regions: kit.table('regions', {
    code: kit.text('code').primaryKey(),
    name: kit.text('name').notNull(),
    level: kit.text('level').notNull(),
    parent: kit.text('parent'),
    validFrom: kit.text('valid_from'),
    validTo: kit.text('valid_to'),
  }),
  subjects: kit.table(
    'subjects',
    {
      list: kit.word<'functional' | 'economic' | 'functional_old' | 'economic_old'>('list').notNull(),
      code: kit.text('code').notNull(),
      name: kit.text('name').notNull(),
      level: kit.integer('level').notNull(),
      parent: kit.text('parent'),
      validFrom: kit.integer('valid_from'),
      validTo: kit.integer('valid_to'),
      confidence: kit.word<'found' | 'recalled' | 'uncertain'>('confidence').notNull(),
    },
    (table) => [kit.key({ columns: [table.list, table.code] })],
  ),
  /** renamings, moves, deletions and new codes of the functional list */
  subjectChanges: kit.table('subject_changes', {
    n: kit.integer('n').primaryKey(),
    kind: kit.text('kind').notNull(),
    oldCode: kit.text('old_code'),
    oldName: kit.text('old_name'),
    newCode: kit.text('new_code'),
    newName: kit.text('new_name'),
    year: kit.integer('year'),
    confidence: kit.word<'found' | 'recalled' | 'uncertain'>('confidence').notNull(),
  }),
  departments: kit.table('departments', {
    id: kit.integer('id').primaryKey(),
    region: kit.text('region'),
    /** as printed where it first occurred */
    name: kit.text('name').notNull(),
    /** the name without its region: what tells departments of one region apart */
    core: kit.text('core').notNull(),
    slug: kit.text('slug').notNull(),
  }),
});
