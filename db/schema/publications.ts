import type { Kit } from '../kits/sqlite';

/** Accounts, the documents they were published in, and which document is which revision. */
export const publications = (kit: Kit) => ({
  accounts: kit.table('accounts', {
    key: kit.integer('key').primaryKey(),
    /** `<region code>-<slug>-<year>`; never changes */
    id: kit.text('id').notNull(),
    department: kit.integer('department').notNull(),
    year: kit.integer('year').notNull(),
  }),
  documents: kit.table('documents', {
    sha256: kit.text('sha256').primaryKey(),
    mediaType: kit.text('media_type').notNull(),
    size: kit.integer('size').notNull(),
    bytes: kit.packedBytes('bytes').notNull(),
    /** the text of the source view, lines joined by \n, line n being `place.line` n; NULL where the bytes are this text in UTF-8 */
    text: kit.packedText('text'),
  }),
  revisions: kit.table(
    'revisions',
    {
      account: kit.integer('account').notNull(),
      revision: kit.integer('revision').notNull(),
      current: kit.flag('current').notNull(),
      sha256: kit.text('sha256').notNull(),
      file: kit.text('file').notNull(),
      title: kit.text('title'),
      /** department, region and year as the document says them; the account has those it was stored under */
      department: kit.text('department'),
      regionCode: kit.text('region_code'),
      regionName: kit.text('region_name'),
      fiscalYear: kit.integer('fiscal_year'),
      /** the department's name the account is shown with */
      name: kit.text('name').notNull(),
      /** what the loader was told over what the document says */
      told: kit.json<{ department?: string; year?: number; region?: string }>('told').notNull(),
      /** which readers, checks and code lists made the content, and a digest of the content */
      reader: kit.text('reader').notNull(),
      digest: kit.text('digest').notNull(),
      loadedAt: kit.moment('loaded_at').notNull(),
    },
    (table) => [kit.key({ columns: [table.account, table.revision] })],
  ),
});
