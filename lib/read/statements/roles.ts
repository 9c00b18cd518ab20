import type { StatementId } from '../../statements';
import { STATEMENTS } from '../../statements';
import type { Profile } from './evidence';

export type Role = 'code' | 'class' | 'section' | 'item' | 'name' | 'index' | 'amount' | 'remark';

/** What a column holds by its innermost head; undefined where the head does not say. */
export function roleByHead(path: readonly string[]): Role | undefined {
  const leaf = path.at(-1) ?? '';
  if (leaf === '类') return 'class';
  if (leaf === '款') return 'section';
  if (leaf === '项') return 'item';
  if (/(?:编码|代码|编号).*名称/.test(leaf)) return 'name';
  if (/编码|代码|编号/.test(leaf)) return 'code';
  if (/名称|^项目(?:\(.*\)|.{0,2}栏次)?$|^科目$|^栏次$|^单位$|^按.*(?:分类|性质)$/.test(leaf)) return 'name';
  if (/行次|序号/.test(leaf)) return 'index';
  if (/备注|说明/.test(leaf)) return 'remark';
  return leaf === '' || /^(?:收入|支出|项目.*)$/.test(leaf) ? undefined : 'amount';
}

/** How a head's role and what the cells look like go together. */
export const AGREEMENT: Readonly<Record<Role, Partial<Record<Profile, number>>>> = {
  code: { code: 3, integer: 0, text: -2, amount: -3, sequence: -2 },
  class: { code: 3, integer: 2, text: -2, amount: -3 },
  section: { code: 3, integer: 2, text: -2, amount: -3 },
  item: { code: 3, integer: 2, text: -2, amount: -3 },
  name: { text: 3, code: -3, integer: -3, amount: -3, sequence: -3 },
  index: { sequence: 3, integer: 1, text: -3, amount: -3, code: -2 },
  amount: { amount: 2, integer: 1, text: -3, code: -2, sequence: -2 },
  remark: { text: 1 },
};

const ROLE_OF: Partial<Record<Profile, Role>> = { code: 'code', text: 'name', sequence: 'index', amount: 'amount' };

/** The role that head and cells agree on; where they contradict each other the cells decide. */
export function roleOf(path: readonly string[], profile: Profile): Role {
  const head = roleByHead(path);
  if (head && (AGREEMENT[head][profile] ?? 0) >= 0) return head;
  return ROLE_OF[profile] ?? head ?? 'amount';
}

const PARTS: readonly Role[] = ['class', 'section', 'item'];

/** Two or three code columns side by side hold the parts of one code: 205 · 02 · 05. */
export function withParts(roles: readonly Role[], profiles: readonly Profile[]): Role[] {
  const first = roles.indexOf('code');
  const count = first < 0 ? 0 : roles.slice(first).findIndex((role) => role !== 'code');
  const behind = profiles.slice(first + 1, first + count);
  if (count < 2 || count > 3 || behind.some((profile) => profile === 'code')) return [...roles];
  return roles.map((role, at) => (at >= first && at < first + count ? (PARTS[at - first] ?? role) : role));
}

/** Words to the right of the amounts are remarks, except where the form sets blocks side by side. */
export function withRemarks(roles: readonly Role[], statement: StatementId): Role[] {
  if (STATEMENTS[statement].sided || statement === 'general_budget_basic_expenditure') return [...roles];
  const first = roles.indexOf('amount');
  return roles.map((role, at) => (role === 'name' && first >= 0 && at > first ? 'remark' : role));
}

const isLabel = (role: Role): boolean => role !== 'amount' && role !== 'remark' && role !== 'index';

/** Numbers the blocks: a label after an amount opens the next one. */
export function blocksOf(roles: readonly Role[]): number[] {
  let block = 0;
  let seenAmount = false;
  return roles.map((role) => {
    if (isLabel(role) && seenAmount) {
      block++;
      seenAmount = false;
    }
    seenAmount ||= role === 'amount';
    return block;
  });
}
