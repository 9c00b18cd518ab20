import type { Reference } from '../../classification';

/** 类 that say nothing without their mark: a revenue or an economic heading has the same name. */
const AMBIGUOUS = new Set(['其他支出', '转移性支出', '预备费', '其他收入']);

/** Names of the 类 of the functional classification, of now and before, as a narrative prints them. */
export function classNames({ functional, functionalOld }: Reference): Set<string> {
  const names = new Set<string>();
  for (const list of [functional, functionalOld])
    for (const { level, name } of list.values()) {
      if (level !== 1) continue;
      const full = name.endsWith('支出') ? name : `${name}支出`;
      if (!AMBIGUOUS.has(full)) names.add(full.replaceAll('（', '(').replaceAll('）', ')'));
    }
  return names;
}
