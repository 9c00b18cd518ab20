import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Reference, Subject } from '../../lib/classification';
import { type Db, tables } from '../open';
import type { StoredAccount } from './held';
import { insertInto } from './insert';
import { keepSubjectEntries } from './searchEntries';

const { accounts, dataVersion, departments, subjectChanges, subjects } = tables;

const digests = new WeakMap<Reference, string>();

function digestOf(reference: Reference): string {
  const known = digests.get(reference);
  if (known !== undefined) return known;
  const lists = [reference.functional, reference.economic, reference.functionalOld, reference.economicOld];
  const text = JSON.stringify([
    reference.regions,
    lists.map((list) => [...list.values()]),
    reference.functionalChanges,
  ]);
  const digest = createHash('sha256').update(text).digest('hex');
  digests.set(reference, digest);
  return digest;
}

function storeSubjects(
  db: Db,
  list: (typeof subjects.$inferInsert)['list'],
  codes: ReadonlyMap<string, Subject>,
): void {
  db.orm.delete(subjects).where(eq(subjects.list, list)).run();
  insertInto(
    db,
    subjects,
    [...codes.values()].map((subject) => ({ list, ...subject })),
  );
}

/** Keeps regions and subject codes as the code lists have them, and says whether they changed; regions are renamed, never removed. */
export function storeReference(db: Db, reference: Reference): boolean {
  const digest = digestOf(reference);
  if (db.orm.select().from(dataVersion).get()?.reference === digest) return false;
  const upsert = db.sqlite.prepare(`INSERT INTO regions (code, name, level, parent, valid_from, valid_to)
    VALUES (@code, @name, @level, @parent, @validFrom, @validTo)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to`);
  for (const region of reference.regions) if (/^\d{6}$/.test(region.code)) upsert.run(region);
  storeSubjects(db, 'functional', reference.functional);
  storeSubjects(db, 'economic', reference.economic);
  storeSubjects(db, 'functional_old', reference.functionalOld);
  storeSubjects(db, 'economic_old', reference.economicOld);
  db.orm.delete(subjectChanges).run();
  insertInto(
    db,
    subjectChanges,
    reference.functionalChanges.map((change, n) => ({ n, ...change })),
  );
  keepSubjectEntries(db, reference);
  db.orm.update(dataVersion).set({ reference: digest }).run();
  return true;
}

/** Raises the data version; in the transaction of the change that it announces. */
export function raiseDataVersion({ orm }: Db, now: Date): number {
  const [row] = orm
    .update(dataVersion)
    .set({ version: sql`${dataVersion.version} + 1`, changedAt: now.toISOString() })
    .returning({ version: dataVersion.version })
    .all();
  if (!row) throw new Error('data version missing: the store was not migrated');
  return row.version;
}

export interface DepartmentKey {
  region: string | null;
  /** the name without its region */
  core: string;
}

export interface StoredDepartment {
  id: number;
  slug: string;
}

export function findDepartment({ orm }: Db, { region, core }: DepartmentKey): StoredDepartment | undefined {
  return orm
    .select({ id: departments.id, slug: departments.slug })
    .from(departments)
    .where(and(sql`coalesce(${departments.region}, '') = ${region ?? ''}`, eq(departments.core, core)))
    .get();
}

/** The first of slug, slug-2, slug-3 … that no other department of the region has. */
function freeSlug({ orm }: Db, region: string | null, slug: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    const taken = orm
      .select({ id: departments.id })
      .from(departments)
      .where(and(sql`coalesce(${departments.region}, '') = ${region ?? ''}`, eq(departments.slug, candidate)))
      .get();
    if (!taken) return candidate;
  }
}

export function addDepartment(db: Db, key: DepartmentKey, name: string, slug: string): StoredDepartment {
  const free = freeSlug(db, key.region, slug);
  return { id: insertInto(db, departments, [{ ...key, name, slug: free }]), slug: free };
}

/** Stands in ids for the region code of a department whose region is not known. */
const NO_REGION = '000000';

export const accountId = (region: string | null, slug: string, year: number): string =>
  `${region ?? NO_REGION}-${slug}-${year}`;

/** The account of a department and year, made when there is none. */
export function ensureAccount(
  db: Db,
  department: StoredDepartment,
  region: string | null,
  year: number,
): StoredAccount {
  const found = db.orm
    .select({ key: accounts.key, id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.department, department.id), eq(accounts.year, year)))
    .get();
  if (found) return found;
  const id = accountId(region, department.slug, year);
  return { id, key: insertInto(db, accounts, [{ id, department: department.id, year }]) };
}
