/** Chinese characters take two columns of a terminal. */
const widthOf = (text) => [...text].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
const isNumber = (text) => /^[\d.,%×–-]+( |$)/.test(text);

/** Prints a Markdown table, numbers to the right, so that it can go into the README as it is. */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column]))));
  const right = heads.map((_, column) => rows.length > 0 && cells.slice(1).every((row) => isNumber(row[column])));
  const line = (row) =>
    `| ${row
      .map((cell, column) => {
        const blank = ' '.repeat(widths[column] - widthOf(cell));
        return right[column] ? blank + cell : cell + blank;
      })
      .join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (right[column] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

export const rounded = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
