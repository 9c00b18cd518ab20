import { eq } from 'drizzle-orm';
import type { CheckCard } from '../../lib/findings';
import { type Db, tables } from '../open';
import { perVersion } from './kept';

const { properties } = tables;

function readChecks({ orm }: Db): CheckCard[] {
  const row = orm.select({ value: properties.value }).from(properties).where(eq(properties.name, 'checks')).get();
  return row ? (JSON.parse(row.value) as CheckCard[]) : [];
}

/** Every identity and check with title, formula and source; none before the first account is loaded. */
export async function getChecks(db: Db): Promise<readonly CheckCard[]> {
  return perVersion(db, readChecks);
}
