import type { AdoptedValue, FindingDetail, Severity, StatementVerdict, Suggestion } from '../../lib/findings';
import type { Place } from '../../lib/place';
import type { Kit } from '../kits/sqlite';
import { content, scope } from './columns';

/** What the checks say about a revision. */
export const checks = (kit: Kit) => ({
  /** What checks report, filled by the loader; see contract.md "Findings". */
  findings: kit.table(
    'findings',
    {
      ...content(kit),
      ...scope(kit),
      check: kit.text('check_id').notNull(),
      severity: kit.word<Severity>('severity').notNull(),
      message: kit.text('message').notNull(),
      places: kit.json<Place[]>('places').notNull(),
      expected: kit.text('expected'),
      found: kit.text('found'),
      difference: kit.text('difference'),
      suggestion: kit.json<Suggestion>('suggestion'),
      detail: kit.packedJson<FindingDetail>('detail'),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  /** What checks say beside their findings, one row a checked revision. */
  reports: kit.table(
    'reports',
    {
      account: kit.integer('account').notNull(),
      revision: kit.integer('revision').notNull(),
      verdicts: kit.json<StatementVerdict[]>('verdicts').notNull(),
      adopted: kit.json<AdoptedValue[]>('adopted').notNull(),
      covered: kit.integer('covered').notNull(),
      published: kit.integer('published').notNull(),
      /** every relation with its numbers: a gzipped JSON array, for it is long and read for one account at a time */
      relations: kit.bytes('relations').notNull(),
    },
    (table) => [kit.key({ columns: [table.account, table.revision] })],
  ),
  /** Rollup: the findings of the current revisions in the order of lists; rank 0 is the most severe. */
  findingRows: kit.table(
    'finding_rows',
    {
      rank: kit.integer('rank').notNull(),
      /** empty where the department's region is not known */
      region: kit.text('region').notNull(),
      slug: kit.text('slug').notNull(),
      year: kit.integer('year').notNull(),
      n: kit.integer('n').notNull(),
      account: kit.integer('account').notNull(),
      check: kit.text('check_id').notNull(),
    },
    (table) => [kit.key({ columns: [table.rank, table.region, table.slug, table.year, table.n] })],
  ),
  /** Rollup: how many findings and accounts with them; an empty severity or check stands for all. */
  findingSums: kit.table(
    'finding_sums',
    {
      region: kit.text('region').notNull(),
      severity: kit.word<Severity | ''>('severity').notNull(),
      check: kit.text('check_id').notNull(),
      year: kit.integer('year').notNull(),
      findings: kit.integer('findings').notNull(),
      accounts: kit.integer('accounts').notNull(),
    },
    (table) => [kit.key({ columns: [table.region, table.severity, table.check, table.year] })],
  ),
});
