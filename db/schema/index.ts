import type { Kit } from '../kits/sqlite';
import { checks } from './checks';
import { figures } from './figures';
import { narrative } from './narrative';
import { performance } from './performance';
import { publications } from './publications';
import { registers } from './registers';
import { searches } from './searches';
import { spending } from './spending';
import { statements } from './statements';

/** All tables of the store, in the dialect of the kit. The migrations of the dialect create exactly these. */
export const defineSchema = (kit: Kit) => ({
  ...registers(kit),
  ...publications(kit),
  ...statements(kit),
  ...narrative(kit),
  ...checks(kit),
  ...performance(kit),
  ...figures(kit),
  ...spending(kit),
  ...searches(kit),
});

export type Schema = ReturnType<typeof defineSchema>;
