import 'server-only';
import type { ReactNode } from 'react';
import { Kept } from './kept';
import type { Store } from './store';

/**
 * Markup that needs no script in the browser, as text. Rendered once and kept, it costs neither the server nor the browser a
 * component for each of its thousands of cells.
 */
export async function markupOf(node: ReactNode): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return renderToStaticMarkup(node);
}

const kept = new Kept<string>(256);

/** Markup kept under a key until the data change. */
export const askMarkup = ({ db, version }: Store, key: string, draw: () => ReactNode): Promise<string> =>
  kept.ask(`${db.path} ${version} ${key}`, () => markupOf(draw()));
