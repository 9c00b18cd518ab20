import type { Kit } from '../kits/sqlite';

/** The columns of a row of spending; amounts in 分, NULL where nothing is printed. */
const row = (kit: Kit) => ({
  department: kit.integer('department').notNull(),
  year: kit.integer('year').notNull(),
  code: kit.text('code').notNull(),
  account: kit.integer('account').notNull(),
  /** line of the document */
  line: kit.integer('line').notNull(),
  /** as printed, where the code list has another name */
  name: kit.text('name'),
  /** not printed: the sum of the codes below it */
  summed: kit.flag('summed').notNull(),
  disputed: kit.flag('disputed').notNull(),
  /** half a unit of the last printed digit: of the total, and of its parts */
  half: kit.fen('half').notNull(),
  partHalf: kit.fen('part_half').notNull(),
  total: kit.fen('total'),
});

/** Sums over the departments of a region; see db/migrations. */
const regional = <Scope extends object>(kit: Kit, scope: Scope) => ({
  region: kit.text('region').notNull(),
  ...scope,
  level: kit.integer('level').notNull(),
  code: kit.text('code').notNull(),
  year: kit.integer('year').notNull(),
  departments: kit.integer('departments').notNull(),
  disputed: kit.integer('disputed').notNull(),
  half: kit.fen('half').notNull(),
  partHalf: kit.fen('part_half').notNull(),
  total: kit.fen('total').notNull(),
});

const byFund = (kit: Kit) => ({
  basic: kit.fen('basic').notNull(),
  project: kit.fen('project').notNull(),
  general: kit.fen('general').notNull(),
  generalBasic: kit.fen('general_basic').notNull(),
  generalProject: kit.fen('general_project').notNull(),
  fund: kit.fen('fund').notNull(),
  fundBasic: kit.fen('fund_basic').notNull(),
  fundProject: kit.fen('fund_project').notNull(),
  capital: kit.fen('capital').notNull(),
  capitalBasic: kit.fen('capital_basic').notNull(),
  capitalProject: kit.fen('capital_project').notNull(),
});

const byEconomy = (kit: Kit) => ({
  personnel: kit.fen('personnel').notNull(),
  operating: kit.fen('operating').notNull(),
});

/** Spending by codes: department × year × code, and region × year × code. */
export const spending = (kit: Kit) => ({
  spending: kit.table(
    'spending',
    {
      ...row(kit),
      basic: kit.fen('basic'),
      project: kit.fen('project'),
      general: kit.fen('general'),
      generalBasic: kit.fen('general_basic'),
      generalProject: kit.fen('general_project'),
      fund: kit.fen('fund'),
      fundBasic: kit.fen('fund_basic'),
      fundProject: kit.fen('fund_project'),
      capital: kit.fen('capital'),
      capitalBasic: kit.fen('capital_basic'),
      capitalProject: kit.fen('capital_project'),
    },
    (table) => [kit.key({ columns: [table.department, table.year, table.code] })],
  ),
  basicSpending: kit.table(
    'basic_spending',
    { ...row(kit), personnel: kit.fen('personnel'), operating: kit.fen('operating') },
    (table) => [kit.key({ columns: [table.department, table.year, table.code] })],
  ),
  regionSpending: kit.table(
    'region_spending',
    { ...regional(kit, { own: kit.flag('own').notNull() }), ...byFund(kit) },
    (table) => [kit.key({ columns: [table.region, table.own, table.level, table.code, table.year] })],
  ),
  regionBasicSpending: kit.table(
    'region_basic_spending',
    { ...regional(kit, { own: kit.flag('own').notNull() }), ...byEconomy(kit) },
    (table) => [kit.key({ columns: [table.region, table.own, table.level, table.code, table.year] })],
  ),
  regionPairs: kit.table(
    'region_pairs',
    { ...regional(kit, { later: kit.flag('later').notNull() }), ...byFund(kit) },
    (table) => [kit.key({ columns: [table.region, table.later, table.level, table.code, table.year] })],
  ),
  regionBasicPairs: kit.table(
    'region_basic_pairs',
    { ...regional(kit, { later: kit.flag('later').notNull() }), ...byEconomy(kit) },
    (table) => [kit.key({ columns: [table.region, table.later, table.level, table.code, table.year] })],
  ),
});
