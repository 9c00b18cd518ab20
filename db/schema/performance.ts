import type { PerformanceCell, PerformanceTable } from '../../lib/facts';
import type { Kit } from '../kits/sqlite';
import { content, place } from './columns';

/** The self-evaluation tables (绩效自评表). */
export const performance = (kit: Kit) => ({
  performanceTables: kit.table(
    'performance_tables',
    {
      ...content(kit),
      kind: kit.word<PerformanceTable['kind']>('kind').notNull(),
      title: kit.text('title').notNull(),
      subject: kit.text('subject').notNull(),
      unit: kit.word<PerformanceTable['unit']>('unit').notNull(),
      totalPoints: kit.json<PerformanceCell>('total_points'),
      totalScore: kit.json<PerformanceCell>('total_score'),
      ...place(kit),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  performanceFunds: kit.table(
    'performance_funds',
    {
      ...content(kit),
      /** the performance table's `n` */
      table: kit.integer('table_n').notNull(),
      name: kit.text('name').notNull(),
      initialBudget: kit.json<PerformanceCell>('initial_budget'),
      budget: kit.json<PerformanceCell>('budget'),
      executed: kit.json<PerformanceCell>('executed'),
      budgetParts: kit.json<PerformanceCell[]>('budget_parts').notNull(),
      executedParts: kit.json<PerformanceCell[]>('executed_parts').notNull(),
      points: kit.json<PerformanceCell>('points'),
      rate: kit.json<PerformanceCell>('rate'),
      score: kit.json<PerformanceCell>('score'),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
  performanceIndicators: kit.table(
    'performance_indicators',
    {
      ...content(kit),
      /** the performance table's `n` */
      table: kit.integer('table_n').notNull(),
      level1: kit.text('level1').notNull(),
      level2: kit.text('level2').notNull(),
      level3: kit.text('level3').notNull(),
      target: kit.json<PerformanceCell>('target'),
      result: kit.json<PerformanceCell>('result'),
      points: kit.json<PerformanceCell>('points'),
      score: kit.json<PerformanceCell>('score'),
      remark: kit.text('remark'),
    },
    (table) => [kit.key({ columns: [table.account, table.revision, table.n] })],
  ),
});
