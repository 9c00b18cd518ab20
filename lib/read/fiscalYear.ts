import { fold, type Line } from './statements/lines';

const DIGITS = '〇一二三四五六七八九';
const YEAR = /(20[0-3]\d|二[〇○零Oo0][〇○零一二三][〇○零一二三四五六七八九])年/;

/** The first year a text names, in digits or in Chinese numerals; `printed` without 年. */
export function yearIn(text: string): { printed: string; year: number } | undefined {
  const printed = YEAR.exec(text)?.[1];
  if (!printed) return undefined;
  const digits = printed
    .replace(/[○零Oo]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));
  return { printed, year: Number(digits) };
}

/** Where a year is the account's own, surest first; a year in a project's name or a date is not. */
const SOURCES: readonly RegExp[] = [
  new RegExp(`${YEAR.source}度?(?:部门|单位|本级|[^,。;:、]{0,30}?(?:部门|单位|本级))?(?:收支|收入支出|财务)?决算`),
  new RegExp(`^\\(?${YEAR.source}度?\\)?$`),
  new RegExp(`(?:截至|截止)${YEAR.source}(?:度?末|底|12月31日)`),
  new RegExp(`${YEAR.source}度?[^,。;0-9]{0,24}(?:收入|支出|收、支|收支)(?:总计|合计|决算)`),
  new RegExp(`${YEAR.source}度[^,。;0-9]{0,30}(?:收入|支出|经费)`),
];

function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? null;
}

/** The fiscal year: from the title, else from headings, statements and the sentences on totals; null when none says it. */
export function fiscalYearOf(lines: readonly Line[], title: string | undefined): number | null {
  const titled = title === undefined ? undefined : yearIn(fold(title));
  if (titled) return titled.year;
  for (const source of SOURCES) {
    const years = lines.flatMap((line) => {
      const match = line.text.length < 20_000 ? source.exec(line.text) : null;
      return match ? (yearIn(match[0])?.year ?? []) : [];
    });
    const year = mostFrequent(years);
    if (year !== null) return year;
  }
  return null;
}
