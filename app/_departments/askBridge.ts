import 'server-only';
import { type Bridge, getBridge } from '../../db/queries/bridges';
import { BRIDGE_LEVELS, type BridgeSelection } from '../../lib/departmentSelection';
import type { Store } from '../_store/store';

export interface AskedBridge {
  /** as asked for where it can be had, else the latest two years */
  selection: BridgeSelection & { from: number; to: number };
  bridge: Bridge | undefined;
  /** the same two years by 项 */
  items: Bridge | undefined;
  /** in Chinese: why another bridge is shown than asked for */
  replaced: string | null;
}

/** The two years of a bridge: those asked for, else the latest stored one and the stored one before it. */
function yearsOf(years: readonly number[], { from, to }: BridgeSelection): { from: number; to: number } | undefined {
  const later = to !== undefined && years.includes(to) ? to : years.at(-1);
  const earlier =
    from !== undefined && years.includes(from) && from !== later
      ? from
      : years.findLast((year) => later !== undefined && year < later);
  if (later === undefined || earlier === undefined) return undefined;
  return { from: Math.min(earlier, later), to: Math.max(earlier, later) };
}

function replacedOf({ from, to, unknown }: BridgeSelection, chosen: { from: number; to: number }): string | null {
  const parts = unknown.length > 0 ? [`没有看懂：${unknown.join('、')}`] : [];
  const other = (from !== undefined && from !== chosen.from) || (to !== undefined && to !== chosen.to);
  if (other) parts.push(`没有这样的两个年度（${from ?? '上一年'} 至 ${to ?? '最近一年'}）`);
  return parts.length > 0 ? `${parts.join('；')}。以下是 ${chosen.from} 年到 ${chosen.to} 年。` : null;
}

/** The bridge of a department; undefined where fewer than two years are stored. */
export async function askBridge(
  { db }: Store,
  department: string,
  years: readonly number[],
  selection: BridgeSelection,
): Promise<AskedBridge | undefined> {
  const chosen = yearsOf(years, selection);
  if (!chosen) return undefined;
  const ask = (level: 1 | 2 | 3) =>
    getBridge(db, { department, fromYear: chosen.from, toYear: chosen.to, level, likeForLike: selection.like });
  const items = await ask(BRIDGE_LEVELS.item);
  const bridge = selection.by === 'item' ? items : await ask(BRIDGE_LEVELS[selection.by]);
  return { selection: { ...selection, ...chosen }, bridge, items, replaced: replacedOf(selection, chosen) };
}
