const UNITS = ['字节', 'KB', 'MB', 'GB'] as const;

/** A size in the unit that needs the fewest digits. */
export function sizeWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** step;
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[step] ?? ''}`;
}

/** 2026 年 11 月 22 日 */
export function dayWords(moment: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(moment) ?? [];
  return year ? `${year} 年 ${Number(month)} 月 ${Number(day)} 日` : moment;
}
