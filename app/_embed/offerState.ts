import type { Query } from '../../lib/selection';

export interface OfferState {
  /** of the preview, CSS pixels */
  width: number;
  theme: 'light' | 'dark' | 'auto';
  frozen: boolean;
}

export const WIDTHS = [360, 640, 800, 1000] as const;
export const FIRST_STATE: OfferState = { width: 800, theme: 'light', frozen: false };

/** The offer's own fields of a query, and the embed's that are left. */
export function readOffer(query: Query): { state: OfferState; query: URLSearchParams } {
  const { width, theme, frozen, ...rest } = query;
  const left = new URLSearchParams();
  for (const [key, value] of Object.entries(rest))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) left.append(key, one);
  return {
    state: {
      width: WIDTHS.find((one) => String(one) === width) ?? FIRST_STATE.width,
      theme: theme === 'dark' || theme === 'auto' ? theme : 'light',
      frozen: frozen === '1',
    },
    query: left,
  };
}
