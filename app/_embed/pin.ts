import { createHash } from 'node:crypto';
import type { Account } from '../../lib/facts';
import type { PanelData } from '../../lib/panels/panel';
import { Problem, quoted } from '../_answers/problem';
import { type Pin, textOfPin } from './pinText';

/** Reads a pin of so many accounts. */
export function parsePin(text: string, accounts: number): Pin {
  const [, numbers = '', digest] = /^(\d{1,4}(?:\.\d{1,4})*)(?:-([0-9a-f]{8}))?$/.exec(text) ?? [];
  const revisions = numbers.split('.').map(Number);
  if (numbers === '' || revisions.length !== accounts || revisions.some((revision) => revision < 1))
    throw new Problem(
      400,
      'bad_parameter',
      '参数有误',
      `参数 v 应为每份决算一个版本号，形如 ${Array(accounts).fill(1).join('.')}，而不是${quoted(text)}。`,
      { parameter: 'v' },
    );
  return { revisions, digest: digest ?? null };
}

/** A short digest of every figure of a panel and how it came about. */
export function digestOf({ rows }: PanelData): string {
  const figures = rows.map((row) => [row.key, row.unit, ...row.cells.map(({ value, status }) => `${value} ${status}`)]);
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 8);
}

/** The text that freezes a panel as it stands. */
export const pinOf = (accounts: readonly Account[], data: PanelData): string =>
  textOfPin({ revisions: accounts.map((account) => account.revision), digest: digestOf(data) });
