/** Which part of a list is asked for. */
export interface PageBounds {
  limit?: number;
  offset?: number;
}

/** A part of a list, with how long the whole is. */
export interface Paged<Row> {
  rows: Row[];
  /** of the whole list */
  total: number;
  limit: number;
  offset: number;
}

/** No answer holds more rows than this, whatever is asked for; cubes have a bound of their own. */
export const MOST_ROWS = 500;

const whole = (value: number | undefined, fallback: number): number =>
  value === undefined || !Number.isFinite(value) ? fallback : Math.max(0, Math.trunc(value));

/** What is asked for, within what is answered. */
export function boundsOf({ limit, offset }: PageBounds, usual = 50, most = MOST_ROWS): Required<PageBounds> {
  return { limit: Math.min(Math.max(1, whole(limit, usual)), most), offset: whole(offset, 0) };
}
