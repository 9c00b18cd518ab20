import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { SIZE_LABELS } from '../sizes';
import type { PeerFilter } from './peers';

/** What makes departments peers, in words: 陕西省 · 县级 · 工业商贸局 · 支出2000万元至1亿元. */
export function criterionOf(db: Db, { region, level, kind, size }: PeerFilter, year?: number): string {
  const name = region && preparedSql<{ name: string }>(db, 'SELECT name FROM regions WHERE code = ?').get(region)?.name;
  const parts = [
    year === undefined ? '' : `${year} 年度`,
    region ? (name ?? region) : '全部地区',
    level ? `${level}部门` : '',
    kind ?? '全部部门',
    size ? `本年支出${SIZE_LABELS[size]}` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
