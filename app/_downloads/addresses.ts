import type { View } from '../../lib/selection';
import { embedPath, queryOf } from '../_embed/addresses';

/** The forms a table can be taken in. */
export const TABLE_FORMS = ['csv', 'xlsx'] as const;
export type TableForm = (typeof TABLE_FORMS)[number];

/** The original document of an account: of its current revision, or of the given one. */
export const documentPath = (account: string, revision?: number): string =>
  `/accounts/${account}/document${revision === undefined ? '' : `?revision=${revision}`}`;

/** A table of an account: a statement's id, `claims`, `performance`, `findings`, or `all` of them in one workbook. */
export const tablePath = (account: string, table: string, form: TableForm): string =>
  `/accounts/${account}/tables/${table}.${form}`;

/** The social card of a panel: 1200 × 630 pixels of what its own address shows. */
export const cardPath = (panel: string, accounts: readonly string[], view: View = {}): string =>
  `${embedPath(panel, queryOf({ accounts, view }, null), 'png')}&preset=social`;

/** For people, whose spreadsheet programs need a byte order mark before they read UTF-8. */
export const forPeople = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}download=1`;

/** `attachment` with a name in plain letters and the true one beside it (RFC 6266, RFC 8187). */
export function attachment(name: string, fallback: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const plain = fallback.replace(/[^\w.-]+/g, '_').slice(0, 150) || 'download';
  const characters = [...name.replace(/[/\\\p{Cc}\p{Surrogate}]/gu, '_')].slice(0, 120).join('');
  const exact = encodeURIComponent(characters).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
