import { createHash } from 'node:crypto';
import type { Reference } from '../../lib/classification';
import type { CheckReport } from '../../lib/findings';
import type { Prepared } from '../loading/prepare';
import { slugOf } from '../loading/slug';
import { storePrepared } from '../loading/store';
import { type Db, tx } from '../open';
import { Chance } from './chance';
import { SampleCodes } from './codes';
import { planDepartments, type SampleDepartment } from './departments';
import { type SampleDocument, sampleDocument } from './document';

export interface SampleOptions {
  departments: number;
  /** how many years, the last being `lastYear` */
  years: number;
  lastYear: number;
  seed: string;
  /** which accounts the checks run over: those with a planted slip, all, or none */
  check: 'slips' | 'all' | 'none';
  reference: Reference;
  /** stands as the moment of loading of every account */
  now: Date;
}

export interface SampleCounts {
  departments: number;
  accounts: number;
  facts: number;
  claims: number;
  checked: number;
}

async function reportOf(document: SampleDocument, { check, reference }: SampleOptions): Promise<CheckReport | null> {
  if (check === 'none' || (check === 'slips' && !document.isFaulty)) return null;
  const { checkReading } = await import('../../lib/check');
  return checkReading(document.reading, reference);
}

async function preparedOf(
  department: SampleDepartment,
  document: SampleDocument,
  year: number,
  options: SampleOptions,
): Promise<Prepared> {
  const { reading, bytes, file, text } = document;
  const report = await reportOf(document, options);
  return {
    task: { bytes, file, told: {}, reference: options.reference, now: options.now, held: undefined },
    identity: { name: department.name, core: department.core, region: department.region, year, held: null, notes: [] },
    reading,
    report,
    text,
    digest: createHash('sha256').update(reading.document.sha256).digest('hex'),
    slug: await slugOf(department.core),
  };
}

/** So many accounts are stored in one transaction. */
const BATCH = 50;
const REPORTED = 500;

/**
 * Fills an empty store with made-up accounts. The same options give the same accounts; the store is marked as a sample before
 * anything stands in it.
 */
export async function storeSample(
  db: Db,
  options: SampleOptions,
  progress: (accounts: number, all: number) => void = () => {},
): Promise<SampleCounts> {
  const { departments: count, years: span, lastYear, seed, reference } = options;
  db.sqlite.prepare("INSERT OR REPLACE INTO properties (name, value) VALUES ('sample', ?)").run(seed);
  const root = new Chance(seed);
  const codes = new SampleCodes(reference);
  const years = Array.from({ length: span }, (_, index) => lastYear - span + 1 + index);
  const departments = planDepartments(reference, count, years, root);
  const counts = { departments: departments.length, accounts: 0, facts: 0, claims: 0, checked: 0 };
  const all = departments.reduce((sum, department) => sum + department.years.length, 0);
  let batch: Prepared[] = [];
  const flush = (): void => {
    tx(db, () => batch.map((prepared) => storePrepared(db, prepared)));
    batch = [];
    if (counts.accounts % REPORTED === 0 || counts.accounts === all) progress(counts.accounts, all);
  };
  for (const department of departments)
    for (const year of department.years) {
      const document = sampleDocument(department, codes, year, root.of(department.key));
      const prepared = await preparedOf(department, document, year, options);
      batch.push(prepared);
      counts.accounts += 1;
      counts.facts += document.reading.facts.length;
      counts.claims += document.reading.claims.length;
      if (prepared.report) counts.checked += 1;
      if (batch.length === BATCH) flush();
    }
  flush();
  return counts;
}
