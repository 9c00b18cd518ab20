import { holdMarkup } from './heldMarkup';
import { MarkupPlace } from './MarkupPlace';

/** Puts kept markup into a page; it travels once. Pages are therefore left by whole loads, never by the router's own. */
export function Markup({ html, className }: { html: string; className?: string }) {
  return <MarkupPlace of={holdMarkup(html)} className={className} />;
}
