import type { Reference, Region, Subject, SubjectChange } from '../../lib/classification';
import { pathOf } from '../../lib/classification';
import type { Finding } from '../../lib/findings';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';
import { searchText } from '../searchText';
import { chainOf } from './department';
import { insertInto } from './insert';
import { searchTerms } from './searchTerms';

type Kind = (typeof tables.searchEntries.$inferInsert)['kind'];

export interface SearchEntry {
  kind: Kind;
  key: string;
  label: string;
  context: string;
  /** other names and codes it is found by */
  also?: readonly string[];
}

const known = ({ sqlite }: Db) =>
  sqlite.prepare<[string, string], { id: number; label: string; context: string }>(
    'SELECT id, label, context FROM search_entries WHERE kind = ? AND key = ?',
  );
const addTerm = ({ sqlite }: Db) =>
  sqlite.prepare<[string, number, string, number]>(
    'INSERT OR IGNORE INTO search_terms (kind, inner, term, entry) VALUES (?, ?, ?, ?)',
  );

/** Keeps an entry with its terms; nothing happens when it stands there as it is. */
export function keepEntry(db: Db, { kind, key, label, context, also = [] }: SearchEntry): void {
  const found = prepared(db, known).get(kind, key);
  if (found && found.label === label && found.context === context) return;
  if (found) db.sqlite.prepare('DELETE FROM search_terms WHERE entry = ?').run(found.id);
  if (found) db.sqlite.prepare('DELETE FROM search_entries WHERE id = ?').run(found.id);
  const id = insertInto(db, tables.searchEntries, [{ kind, key, label, context }]);
  const terms = [label, ...also].flatMap(searchTerms);
  const keyTerm = { term: searchText(key), inner: false };
  for (const { term, inner } of kind === 'department' ? terms : [keyTerm, ...terms])
    prepared(db, addTerm).run(kind, inner ? 1 : 0, term, id);
}

const regionName = (chain: readonly Region[]): string => chain.map(({ name }) => name).join(' ');

/** A department and the regions it lies in. */
export function keepDepartmentEntry(
  db: Db,
  department: { region: string | null; slug: string; name: string; core: string },
  reference: Reference,
): void {
  const { region, slug, name, core } = department;
  const chain = region === null ? [] : chainOf(reference, region);
  keepEntry(db, {
    kind: 'department',
    key: `${region ?? '000000'}-${slug}`,
    label: name,
    context: regionName(chain),
    also: name.includes(core) ? [] : [core],
  });
  for (const [index, { code, name: label }] of chain.entries())
    keepEntry(db, { kind: 'region', key: code, label, context: regionName(chain.slice(0, index)) });
}

const contextOf = (list: ReadonlyMap<string, Subject>, code: string): string =>
  pathOf(code)
    .slice(0, -1)
    .map((above) => list.get(above)?.name ?? above)
    .join(' › ');

function formerNames(changes: readonly SubjectChange[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { newCode, oldCode, oldName } of changes)
    if (newCode) names.set(newCode, [...(names.get(newCode) ?? []), ...[oldName, oldCode].flatMap((one) => one ?? [])]);
  return names;
}

/** The codes of both lists, found by their former names and codes, too; codes of an older edition stand by themselves. */
export function keepSubjectEntries(db: Db, reference: Reference): void {
  const former = formerNames(reference.functionalChanges);
  const functional = new Map([...reference.functionalOld, ...reference.functional]);
  for (const [code, { name }] of functional)
    keepEntry(db, {
      kind: 'functional',
      key: code,
      label: name,
      context: contextOf(functional, code),
      also: former.get(code) ?? [],
    });
  const economic = new Map([...reference.economicOld, ...reference.economic]);
  for (const [code, { name }] of economic)
    keepEntry(db, { kind: 'economic', key: code, label: name, context: contextOf(economic, code) });
}

const SEVERITIES = { error: '错误', warning: '警告', note: '提示' } as const;

/** The checks that have reported something. */
export function keepCheckEntries(db: Db, findings: readonly Finding[]): void {
  const checks = new Map(findings.map((finding) => [finding.check, finding]));
  for (const [check, { severity, detail, message }] of checks)
    if (!prepared(db, known).get('check', check))
      keepEntry(db, {
        kind: 'check',
        key: check,
        label: detail?.title ?? message.slice(0, 40),
        context: SEVERITIES[severity],
      });
}
