import type { Kit } from '../kits/sqlite';

/** What can be searched for, the texts it is found by, and what the store as a whole is. */
export const searches = (kit: Kit) => ({
  properties: kit.table('properties', {
    name: kit.text('name').primaryKey(),
    value: kit.text('value').notNull(),
  }),
  searchEntries: kit.table('search_entries', {
    id: kit.integer('id').primaryKey(),
    kind: kit.word<'department' | 'region' | 'functional' | 'economic' | 'figure' | 'check'>('kind').notNull(),
    key: kit.text('key').notNull(),
    label: kit.text('label').notNull(),
    /** where it belongs, in words */
    context: kit.text('context').notNull(),
  }),
  searchTerms: kit.table(
    'search_terms',
    {
      kind: kit.text('kind').notNull(),
      /** the term begins inside the label, not at its start */
      inner: kit.flag('inner').notNull(),
      term: kit.text('term').notNull(),
      entry: kit.integer('entry').notNull(),
    },
    (table) => [kit.key({ columns: [table.kind, table.inner, table.term, table.entry] })],
  ),
});
