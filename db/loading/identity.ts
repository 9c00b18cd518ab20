import type { Reference } from '../../lib/classification';
import type { Reading, ReadingDocument } from '../../lib/facts';
import { chainOf, coreName } from './department';
import type { Held, StoredAccount } from './held';

/** What the loader is told about a document, over what the document says itself. */
export interface Told {
  department?: string;
  year?: number;
  region?: string;
}

/** The account a document belongs to. */
export interface Identity {
  /** the department's name as shown */
  name: string;
  /** the department's name without its region */
  core: string;
  region: { code: string; name: string } | null;
  year: number;
  /** the account that holds the document already */
  held: StoredAccount | null;
  /** what was told against the document, in Chinese */
  notes: string[];
}

export type RefusalCode =
  | 'no_department'
  | 'no_year'
  | 'impossible_year'
  | 'unknown_region'
  | 'nothing_to_store'
  | 'not_readable';

/** A document that is not stored: a code for programs, a Chinese sentence for people. */
export class LoadError extends Error {
  override name = 'LoadError';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

/** Departmental accounts are published since 2010; nothing older than this can be one. */
export const FIRST_YEAR = 1990;

function yearOf(document: ReadingDocument, told: Told, now: Date): number {
  const year = told.year ?? document.fiscalYear;
  if (year === null) throw new LoadError('no_year', `“${document.file}”没有写明年度，请用 --year YYYY 给出`);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > now.getFullYear())
    throw new LoadError(
      'impossible_year',
      `“${document.file}”的年度不可能：${year}（应在 ${FIRST_YEAR} 至 ${now.getFullYear()} 之间）`,
    );
  return year;
}

function regionOf(document: ReadingDocument, told: Told, reference: Reference): Identity['region'] {
  if (told.region === undefined) return document.region;
  if (document.region?.code === told.region) return document.region;
  const region = reference.regions.find((candidate) => candidate.code === told.region);
  if (!region) throw new LoadError('unknown_region', `行政区划代码表里没有：${told.region}`);
  return { code: region.code, name: region.name };
}

function differences(document: ReadingDocument, told: Told): string[] {
  const notes: string[] = [];
  if (told.year !== undefined && document.fiscalYear !== null && document.fiscalYear !== told.year)
    notes.push(`文件写的是 ${document.fiscalYear} 年度，按选项存为 ${told.year} 年度`);
  if (told.department !== undefined && document.department !== null && document.department !== told.department)
    notes.push(`文件写的是“${document.department}”，按选项存为“${told.department}”`);
  if (told.region !== undefined && document.region !== null && document.region.code !== told.region)
    notes.push(`文件属于 ${document.region.code} ${document.region.name}，按选项存入 ${told.region}`);
  return notes;
}

/** Department, region and year of a document; throws LoadError where they are missing or impossible. */
export function identify({ document }: Reading, told: Told, reference: Reference, now: Date): Identity {
  const name = (told.department ?? document.department)?.trim();
  if (!name) throw new LoadError('no_department', `“${document.file}”没有写明部门名称，请用 --department 名称 给出`);
  const year = yearOf(document, told, now);
  const region = regionOf(document, told, reference);
  const names = region ? [region.name, ...chainOf(reference, region.code).map((each) => each.name)] : [];
  return { name, core: coreName(name, names), region, year, held: null, notes: differences(document, told) };
}

/** The identity of a document that is stored already: its account stays, however newer readers would name it. */
export function keepIdentity({ document }: Reading, held: Held): Identity {
  const { account, core, region, year, told } = held;
  const stays = { year, ...(region ? { region: region.code } : {}) };
  return {
    name: told.department ?? document.department ?? held.name,
    core,
    region,
    year,
    held: account,
    notes: differences(document, stays).map((note) => note.replace('按选项', `仍（${account.id}）`)),
  };
}
