import type { Reference } from '../../classification';
import { Trie } from './trie';

/** 类 that say nothing without their mark: a revenue or an economic heading has the same name. */
const AMBIGUOUS = new Set(['其他支出', '转移性支出', '预备费', '其他收入']);

/** Names of the 类 of the functional classification, of now and before, as a narrative prints them. */
export function classNames({ functional, functionalOld, functionalChanges }: Reference): Set<string> {
  const names = new Set<string>();
  const add = (name: string): void => {
    const full = name.endsWith('支出') ? name : `${name}支出`;
    if (AMBIGUOUS.has(full)) return;
    const printed = full.replaceAll('（', '(').replaceAll('）', ')');
    names.add(printed);
    if (printed.includes('和')) names.add(printed.replace('和', '与')).add(printed.replace('和', '及'));
  };
  for (const list of [functional, functionalOld])
    for (const { level, name } of list.values()) if (level === 1) add(name);
  for (const { oldCode, oldName, newCode, newName } of functionalChanges) {
    if (oldCode?.length === 3 && oldName) add(oldName);
    if (newCode?.length === 3 && newName) add(newName);
  }
  return names;
}

/** The level of each name of the functional classification; the outermost where a name is used twice. */
export function levelsByName({ functional, functionalOld }: Reference): Map<string, 1 | 2 | 3> {
  const levels = new Map<string, 1 | 2 | 3>();
  for (const list of [functionalOld, functional])
    for (const { name, level } of list.values()) {
      const known = levels.get(name);
      if (!AMBIGUOUS.has(name) && (known === undefined || level < known)) levels.set(name, level);
    }
  return levels;
}

/** The names of 款 and 项 as a narrative prints them. */
export function titlesOf(levels: ReadonlyMap<string, 1 | 2 | 3>): Trie<1 | 2 | 3> {
  const titles = new Trie<1 | 2 | 3>();
  for (const [name, level] of levels)
    if (level > 1 && name.length > 3) titles.add(name.replaceAll('（', '(').replaceAll('）', ')'), level);
  return titles;
}
