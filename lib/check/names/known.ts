import type { Confidence, Reference, Subject } from '../../classification';
import { spelled } from './spelling';

/** A name that a code has or had; `until` is the last budget year it was the official one, null when not known to have ended. */
export interface KnownName {
  name: string;
  confidence: Confidence;
  until: number | null;
}

export interface CodeList {
  current: ReadonlyMap<string, Subject>;
  older: ReadonlyMap<string, Subject>;
  changes: Reference['functionalChanges'];
}

export const functionalList = (reference: Reference): CodeList => ({
  current: reference.functional,
  older: reference.functionalOld,
  changes: reference.functionalChanges,
});

export const economicList = (reference: Reference): CodeList => ({
  current: reference.economic,
  older: reference.economicOld,
  changes: [],
});

/** Every name known for a code, the present one first. */
export function knownNames(list: CodeList, code: string): KnownName[] {
  const current = list.current.get(code);
  const older = list.older.get(code);
  const changed = list.changes.flatMap((change): KnownName[] => [
    ...(change.newCode === code && change.newName
      ? [{ name: change.newName, confidence: change.confidence, until: null }]
      : []),
    ...(change.oldCode === code && change.oldName
      ? [{ name: change.oldName, confidence: change.confidence, until: change.year === null ? null : change.year - 1 }]
      : []),
  ]);
  return [
    ...(current ? [{ name: current.name, confidence: current.confidence, until: null }] : []),
    ...changed,
    ...(older ? [{ name: older.name, confidence: older.confidence, until: null }] : []),
  ];
}

const byName = new WeakMap<CodeList['current'], Map<string, string[]>>();

function namesOf(list: CodeList): Map<string, string[]> {
  const known = byName.get(list.current);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const { name, code } of list.current.values())
    names.set(spelled(name), [...(names.get(spelled(name)) ?? []), code]);
  byName.set(list.current, names);
  return names;
}

/** Codes that bear a name today, for naming the heading that a wrong name belongs to. */
export const codesNamed = (list: CodeList, name: string): readonly string[] => namesOf(list).get(spelled(name)) ?? [];
