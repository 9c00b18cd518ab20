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

interface Source {
  pattern: RegExp;
  /** only lines that can be a heading: short and no sentence */
  headings: boolean;
}

/** A year that something is compared with is not the account's. */
const OWN_YEAR = `(?<![较比与同和于至对自从])${YEAR.source}`;

/** Where a year is the account's own, surest first; a year in a project's name or a date is not. */
const SOURCES: readonly Source[] = [
  { pattern: new RegExp(`${OWN_YEAR}度?[^,。;:、]{0,30}决算`), headings: true },
  { pattern: new RegExp(`^\\(?${YEAR.source}度?\\)?$`), headings: true },
  { pattern: new RegExp(`(?:截至|截止)${YEAR.source}(?:度?末|底|12月)`), headings: false },
  { pattern: new RegExp(`${OWN_YEAR}度?[^,。;0-9]{0,40}(?:收入|支出|决算|经费|收支|收、支)`), headings: false },
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
  for (const { pattern, headings } of SOURCES) {
    const years = lines.flatMap((line) => {
      if (headings && (line.text.length > 60 || /[,，。;]/.test(line.text))) return [];
      const match = pattern.exec(line.text.slice(0, 2000));
      return match ? (yearIn(match[0])?.year ?? []) : [];
    });
    const year = mostFrequent(years);
    if (year !== null) return year;
  }
  return null;
}
