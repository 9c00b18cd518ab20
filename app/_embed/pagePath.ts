import { comparePath, type View } from '../../lib/selection';

/** The same panel among all the others; a single account has no comparison, but a page of its own. */
export const pagePath = (panel: string, accounts: readonly string[], view: View): string => {
  const [only] = accounts;
  if (accounts.length === 1 && only) return `/accounts/${only}`;
  const named = Object.fromEntries(Object.entries(view).map(([key, value]) => [`${panel}.${key}`, value]));
  return comparePath(accounts, named, panel);
};
