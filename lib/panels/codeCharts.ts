import { Decimal } from '../amount';
import { type BarColumn, columnBars } from '../charts/columnBars';
import type { Width } from '../charts/frame';
import type { Mark } from '../charts/mark';
import { classColor, departmentStyle, mix, themeOf } from '../charts/theme';
import { type ColumnPart, yearColumns } from '../charts/yearColumns';
import { amountCell, type CodeAmount } from './codeAmounts';
import type { PanelCell, PanelChart } from './panel';

/** A year of a code: its amount and the two parts of it, where they are printed. */
export interface CodeYear {
  year: number;
  amount: CodeAmount | null;
  first: CodeAmount | null;
  second: CodeAmount | null;
  disputed: boolean;
  /** not printed for the year, but following from the next year's comparison */
  derived?: boolean;
  /** any account of the year is stored */
  stored: boolean;
}

/** A year in which nobody spends on the code, and one of which nothing is known. */
const gapText = ({ stored }: CodeYear): string => (stored ? '—' : '未收录');
const theme = themeOf('light');
const textOf = (amount: CodeAmount | null): string =>
  amount ? `${amountCell(amount, { disputed: false }).text} 万元` : '—';
const markOf = (amount: CodeAmount | null, { disputed, derived = false }: CodeYear): Mark => ({
  value: amount ? Number(amount.value) : null,
  text: textOf(amount),
  disputed,
  derived,
});

const inBothWidths = (draw: (width: Width) => ReturnType<typeof yearColumns>): PanelChart => ({
  ...draw('wide'),
  narrow: draw('narrow'),
});

/** Printed parts that make up the amount within rounding; parts that contradict it would draw a column of another height. */
function isSplit({ amount, first, second }: CodeYear): boolean {
  if (!amount || (!first && !second)) return false;
  const sum = (end: 'low' | 'high') => new Decimal(first?.[end] ?? 0).plus(second?.[end] ?? 0);
  return sum('low').lte(amount.high) && sum('high').gte(amount.low);
}

/** The two parts stacked; a year that prints neither, or parts that are not the amount, stands as a whole, a year without an amount as a gap. */
export function codeYearsChart(
  code: string,
  labels: { first: string; second: string },
  years: readonly CodeYear[],
  description: string,
): PanelChart {
  return twoPartYears(classColor(code, theme), labels, years, description);
}

/** The years of a whole department, in its colour. */
export const departmentYearsChart = (
  labels: { first: string; second: string },
  years: readonly CodeYear[],
  description: string,
): PanelChart => twoPartYears(departmentStyle(0, theme).color, labels, years, description);

function twoPartYears(
  color: string,
  labels: { first: string; second: string },
  years: readonly CodeYear[],
  description: string,
): PanelChart {
  const split = new Set(years.filter(isSplit));
  const part = (label: string, of: (year: CodeYear) => CodeAmount | null, shade: number): ColumnPart => ({
    label,
    color: mix(color, theme.paper, shade),
    marks: years.map((year) => markOf(of(year), year)),
  });
  const parts = [
    part(labels.first, (year) => (split.has(year) ? year.first : null), 0),
    part(labels.second, (year) => (split.has(year) ? year.second : null), 0.45),
    part('未分列', (year) => (split.has(year) ? null : year.amount), 0.7),
  ].filter(({ marks }) => marks.some(({ value }) => value !== null));
  const tops = years.map((year) => ({
    text: year.amount ? amountCell(year.amount, year).text : gapText(year),
    disputed: year.disputed,
    gap: year.amount === null,
  }));
  return inBothWidths((width) =>
    yearColumns({ years: years.map(({ year }) => year), parts, tops }, theme, width, description),
  );
}

/** A worked-out figure a year: shares, amounts per person, an index. */
export function codeViewChart(
  code: string,
  label: string,
  years: readonly { year: number; cell: PanelCell }[],
  description: string,
): PanelChart {
  const marks = years.map(
    ({ cell }): Mark => ({
      value: cell.value === null ? null : Number(cell.value),
      text: cell.text,
      disputed: Boolean(cell.disputed),
    }),
  );
  const parts = [{ label, color: classColor(code, theme), marks }];
  const tops = marks.map(({ value, text, disputed = false }) => ({ text, disputed, gap: value === null }));
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
      bars: years.map((year) => ({
        ...markOf(year.amount, year),
        text: year.amount ? amountCell(year.amount, year).text : gapText(year),
        label: String(year.year),
        color,
      })),
    };
  });
  return inBothWidths((width) => columnBars(columns, theme, width, description, { rows: 'aligned', across: 3 }));
}
