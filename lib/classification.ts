/** How far a code list's entry is supported: found in a document or official list, or remembered. */
export type Confidence = 'found' | 'recalled' | 'uncertain';

export interface Subject {
  code: string;
  name: string;
  /** functional: 1 类, 2 款, 3 项; economic: 1 类, 2 款 */
  level: 1 | 2 | 3;
  parent: string | null;
  /** budget years, inclusive; null means not known, not "always" */
  validFrom: number | null;
  validTo: number | null;
  confidence: Confidence;
}

export interface SubjectChange {
  kind: string;
  oldCode: string | null;
  oldName: string | null;
  newCode: string | null;
  newName: string | null;
  year: number | null;
  confidence: Confidence;
}

export interface Region {
  code: string;
  name: string;
  level: string;
  parent: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** The code lists of `data/reference`, as the readers and checks need them. */
export interface Reference {
  functional: ReadonlyMap<string, Subject>;
  economic: ReadonlyMap<string, Subject>;
  /** older editions: meanings that a code had before */
  functionalOld: ReadonlyMap<string, Subject>;
  economicOld: ReadonlyMap<string, Subject>;
  functionalChanges: readonly SubjectChange[];
  regions: readonly Region[];
}

export type CsvRow = Readonly<Record<string, string | undefined>>;

function confidenceOf(source: string | undefined): Confidence {
  if (source?.includes('uncertain')) return 'uncertain';
  return source?.startsWith('found') && !source.includes('continuity since then recalled') ? 'found' : 'recalled';
}

const yearOf = (text: string | undefined): number | null => (text && /^\d{4}$/.test(text) ? Number(text) : null);
const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { 类: 1, 款: 2, 项: 3 };

function subjectOf(row: CsvRow): Subject {
  const level = LEVELS[row.level ?? ''];
  if (!row.code || !row.name || !level) throw new Error(`not a code list row: ${JSON.stringify(row)}`);
  return {
    code: row.code,
    name: row.name,
    level,
    parent: row.parent || null,
    validFrom: yearOf(row.valid_from),
    validTo: yearOf(row.valid_to),
    confidence: confidenceOf(row.source),
  };
}

const byCode = (rows: readonly CsvRow[]): Map<string, Subject> =>
  new Map(rows.map(subjectOf).map((subject) => [subject.code, subject]));

export interface ReferenceRows {
  functional: readonly CsvRow[];
  economic: readonly CsvRow[];
  functionalOld: readonly CsvRow[];
  economicOld: readonly CsvRow[];
  functionalChanges: readonly CsvRow[];
  regions: readonly CsvRow[];
}

/** Builds the reference from the rows of `data/reference/*.csv`; throws on a row that is none. */
export function buildReference(rows: ReferenceRows): Reference {
  return {
    functional: byCode(rows.functional),
    economic: byCode(rows.economic),
    functionalOld: byCode(rows.functionalOld),
    economicOld: byCode(rows.economicOld),
    functionalChanges: rows.functionalChanges.map((row) => ({
      kind: row.kind ?? '',
      oldCode: row.old_code || null,
      oldName: row.old_name || null,
      newCode: row.new_code || null,
      newName: row.new_name || null,
      year: yearOf(row.year),
      confidence: confidenceOf(row.source),
    })),
    regions: rows.regions.map((row) => ({
      code: row.code ?? '',
      name: row.name ?? '',
      level: row.level ?? '',
      parent: row.parent || null,
      validFrom: row.valid_from || null,
      validTo: row.valid_to || null,
    })),
  };
}

/** 3, 5 or 7 digits to level 1, 2, 3; undefined for anything else. */
export function levelOf(code: string): 1 | 2 | 3 | undefined {
  return code.length === 3 ? 1 : code.length === 5 ? 2 : code.length === 7 ? 3 : undefined;
}

export const parentOf = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

/** The chain from the 类 down to the code itself. */
export function pathOf(code: string): string[] {
  return [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** A heading's name in our words: the list's, else undefined. */
export const nameOf = (list: ReadonlyMap<string, Subject>, code: string): string | undefined => list.get(code)?.name;

/** The 类 of the expenditure rows of the two summaries (收入支出决算总表, 财政拨款总表), in printed order since 2020. */
export const EXPENDITURE_CLASSES = [
  '201',
  '202',
  '203',
  '204',
  '205',
  '206',
  '207',
  '208',
  '210',
  '211',
  '212',
  '213',
  '214',
  '215',
  '216',
  '217',
  '219',
  '220',
  '221',
  '222',
  '223',
  '224',
  '229',
  '231',
  '232',
  '234',
] as const;
