import type { PanelData } from '../../lib/panels/panel';

/** One figure that is not what it was. */
export interface Change {
  label: string;
  column: string;
  was: string;
  is: string;
}

/**
 * Why the figures of an embed are not those of another moment. document: the department published another document ·
 * reading: the same document is read better now, and what was read before is not kept.
 */
export interface Correction {
  kind: 'document' | 'reading';
  /** the embed shows the old figures (frozen), or the new ones */
  shows: 'old' | 'new';
  /** the day of the newest of the documents, `2024-09-01`; null where it is not known */
  date: string | null;
  changes: Change[];
}

/** Figures that differ, in the order of the table; a row that one side lacks counts as a dash. */
export function changesBetween(was: PanelData, is: PanelData): Change[] {
  const after = new Map(is.rows.map((row) => [row.key, row]));
  const before = new Set(was.rows.map((row) => row.key));
  const rows = [...was.rows, ...is.rows.filter((row) => !before.has(row.key))];
  return rows.flatMap((row) => {
    const [old, now] = [before.has(row.key) ? row : undefined, after.get(row.key)];
    return is.columns.flatMap((column, at): Change[] => {
      const text = (one: typeof now): string => {
        const cell = one?.cells[at];
        const unit = one?.unit ?? column.unit;
        return cell?.value == null ? '—' : `${cell.text}${unit === null ? '' : ` ${unit}`}`;
      };
      const [from, to] = [text(old), text(now)];
      return from === to ? [] : [{ label: row.label, column: column.label, was: from, is: to }];
    });
  });
}
