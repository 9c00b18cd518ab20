import type { Db } from '../open';

export type HitKind = 'department' | 'region' | 'functional' | 'economic' | 'figure' | 'check';

export interface Hit {
  kind: HitKind;
  /** department `<region>-<slug>`, region code, subject code, figure id or check id */
  id: string;
  label: string;
  /** where it belongs, e.g. the region of a department, the 类 and 款 of a 项 */
  context: string;
  /** accounts behind it, where that is known */
  accounts: number | null;
}

/**
 * Departments, regions, codes, figures and checks that match every word: by part of the name, by the start of a code, by pinyin
 * (`jiguanyunxing`) or its initials (`jgyxjf`); whole beginnings first.
 */
export async function search(
  _db: Db,
  _text: string,
  _options: { kinds?: readonly HitKind[]; limit?: number } = {},
): Promise<Hit[]> {
  return [];
}
