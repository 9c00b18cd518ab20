import { type BarColumn, columnBars } from '../charts/columnBars';
import type { Width } from '../charts/frame';
import type { Mark } from '../charts/mark';
import { classColor, departmentStyle, mix, themeOf } from '../charts/theme';
import { type ColumnPart, yearColumns } from '../charts/yearColumns';
import { amountCell, type CodeAmount } from './codeAmounts';
import type { PanelChart } from './panel';

/** A year of a code: its amount and the two parts of it, where they are printed. */
export interface CodeYear {
  year: number;
  amount: CodeAmount | null;
  first: CodeAmount | null;
  second: CodeAmount | null;
  disputed: boolean;
}

const NONE = '—';
const theme = themeOf('light');
const textOf = (amount: CodeAmount | null): string =>
  amount ? `${amountCell(amount, { disputed: false }).text} 万元` : NONE;
const markOf = (amount: CodeAmount | null, disputed: boolean): Mark => ({
  value: amount ? Number(amount.value) : null,
  text: textOf(amount),
  disputed,
});

const inBothWidths = (draw: (width: Width) => ReturnType<typeof yearColumns>): PanelChart => ({
  ...draw('wide'),
  narrow: draw('narrow'),
});

/** The two parts stacked; a year that prints neither stands as a whole, a year without an amount as a gap. */
export function codeYearsChart(
  code: string,
  labels: { first: string; second: string },
  years: readonly CodeYear[],
  description: string,
): PanelChart {
  const color = classColor(code, theme);
  const isSplit = ({ first, second }: CodeYear): boolean => first !== null || second !== null;
  const part = (label: string, of: (year: CodeYear) => CodeAmount | null, shade: number): ColumnPart => ({
    label,
    color: mix(color, theme.paper, shade),
    marks: years.map((year) => markOf(of(year), year.disputed)),
  });
  const parts = [
    part(labels.first, (year) => year.first, 0),
    part(labels.second, (year) => year.second, 0.45),
    part('未分列', (year) => (isSplit(year) ? null : year.amount), 0.7),
  ].filter(({ marks }) => marks.some(({ value }) => value !== null));
  const tops = years.map(({ amount, disputed }) => ({
    text: amount ? amountCell(amount, { disputed }).text : NONE,
    disputed,
  }));
  return inBothWidths((width) =>
    yearColumns({ years: years.map(({ year }) => year), parts, tops }, theme, width, description),
  );
}

/** Codes beside each other on one scale, a bar a year. */
export function codesChart(
  codes: readonly { code: string; name: string; years: readonly CodeYear[] }[],
  description: string,
): PanelChart {
  const columns = codes.map(({ code, name, years }, at): BarColumn => {
    const { color } = departmentStyle(at, theme);
    return {
      title: `${code} ${name}`,
      short: code,
      color,
      bars: years.map(({ year, amount, disputed }) => ({
        ...markOf(amount, disputed),
        text: amount ? amountCell(amount, { disputed }).text : NONE,
        label: String(year),
        color,
      })),
    };
  });
  return inBothWidths((width) => columnBars(columns, theme, width, description, { rows: 'own', across: 2 }));
}
