'use client';

import { takeMarkup } from './heldMarkup';

/**
 * Markup that travels in the HTML alone, not a second time in the data for the browser's components: there the element has it already.
 */
export function MarkupPlace({ of, className }: { of: string; className?: string | undefined }) {
  const html = typeof document === 'undefined' ? takeMarkup(of) : (document.getElementById(of)?.innerHTML ?? '');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own components, which escape their texts
  return <div id={of} className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
