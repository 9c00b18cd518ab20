import type { Kit } from '../kits/sqlite';

/** A figure with the bounds of its rounding, in millionths of its unit: of money in 分. */
const bounded = (kit: Kit) => ({
  value: kit.fen('value').notNull(),
  low: kit.fen('low').notNull(),
  high: kit.fen('high').notNull(),
});

const yearly = (kit: Kit) => ({
  department: kit.integer('department').notNull(),
  figure: kit.integer('figure').notNull(),
  year: kit.integer('year').notNull(),
});

/** Measures and metrics by account, and what follows from them for regions and from year to year. */
export const figures = (kit: Kit) => ({
  accountRollups: kit.table('account_rollups', {
    account: kit.integer('account').primaryKey(),
    department: kit.integer('department').notNull(),
    year: kit.integer('year').notNull(),
    /** empty where the department's is not known */
    region: kit.text('region').notNull(),
    level: kit.text('level'),
    /** the department's name without its region */
    kind: kit.text('kind').notNull(),
    /** index into the size classes; NULL where the total is not printed */
    size: kit.integer('size'),
    headcount: kit.integer('headcount'),
    errors: kit.integer('errors').notNull(),
    warnings: kit.integer('warnings').notNull(),
    notes: kit.integer('notes').notNull(),
    /** measures in dispute */
    disputed: kit.integer('disputed').notNull(),
    filled: kit.integer('filled').notNull(),
    statements: kit.integer('statements').notNull(),
    /** which statements say where the money went */
    basis: kit.word<'expenditure' | 'funds' | 'summary'>('basis'),
    basisLimit: kit.text('basis_limit'),
    /** the sentence in which the document tells of a merger, a split or a new name */
    reorganised: kit.text('reorganised'),
    /** digest of the code that made the rollups */
    madeBy: kit.text('made_by').notNull(),
  }),
  figureNames: kit.table('figure_names', {
    id: kit.integer('id').primaryKey(),
    figure: kit.text('figure').notNull(),
    kind: kit.word<'measure' | 'metric'>('kind').notNull(),
    label: kit.text('label').notNull(),
    unit: kit.text('unit').notNull(),
    formula: kit.text('formula'),
    /** can be summed over departments */
    additive: kit.flag('additive').notNull(),
  }),
  figures: kit.table(
    'figures',
    {
      ...yearly(kit),
      account: kit.integer('account').notNull(),
      value: kit.fen('value'),
      low: kit.fen('low'),
      high: kit.fen('high'),
      decimals: kit.integer('decimals').notNull(),
      source: kit.word<'printed' | 'summed' | 'computed' | 'missing'>('source').notNull(),
      disputed: kit.flag('disputed').notNull(),
      reason: kit.text('reason'),
      line: kit.integer('line'),
    },
    (table) => [kit.key({ columns: [table.department, table.figure, table.year] })],
  ),
  priorFigures: kit.table(
    'prior_figures',
    {
      ...yearly(kit),
      /** the account of the year after, which makes the comparison */
      account: kit.integer('account').notNull(),
      ...bounded(kit),
      disputed: kit.flag('disputed').notNull(),
      reason: kit.text('reason').notNull(),
      line: kit.integer('line'),
    },
    (table) => [kit.key({ columns: [table.department, table.figure, table.year] })],
  ),
  movements: kit.table(
    'movements',
    {
      ...yearly(kit),
      before: kit.word<'account' | 'comparison'>('before').notNull(),
      change: kit.fen('change').notNull(),
      changeLow: kit.fen('change_low').notNull(),
      changeHigh: kit.fen('change_high').notNull(),
      /** millionths of a per cent */
      growth: kit.integer('growth'),
      growthLow: kit.integer('growth_low'),
      growthHigh: kit.integer('growth_high'),
    },
    (table) => [kit.key({ columns: [table.department, table.figure, table.year] })],
  ),
  regionFigures: kit.table(
    'region_figures',
    {
      region: kit.text('region').notNull(),
      figure: kit.integer('figure').notNull(),
      year: kit.integer('year').notNull(),
      departments: kit.integer('departments').notNull(),
      disputed: kit.integer('disputed').notNull(),
      ...bounded(kit),
    },
    (table) => [kit.key({ columns: [table.region, table.figure, table.year] })],
  ),
  regionYears: kit.table(
    'region_years',
    {
      region: kit.text('region').notNull(),
      year: kit.integer('year').notNull(),
      departments: kit.integer('departments').notNull(),
      errors: kit.integer('errors').notNull(),
      warnings: kit.integer('warnings').notNull(),
      /** accounts with a finding of severity error */
      faulty: kit.integer('faulty').notNull(),
      /** accounts whose department is stored the year before, too */
      paired: kit.integer('paired').notNull().default(0),
    },
    (table) => [kit.key({ columns: [table.region, table.year] })],
  ),
});
