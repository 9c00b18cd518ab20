/** Spreadsheet programs need it to read UTF-8; other programs stumble over it. */
const MARK = '\ufeff';
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** Text that a spreadsheet program would run as a formula gets an apostrophe in front. */
export const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** A field, quoted where it must be. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : defused(String(value));
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text;
}

/** RFC 4180, in UTF-8. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[], { mark = false } = {}): string =>
  `${mark ? MARK : ''}${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
