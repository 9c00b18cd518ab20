/** Puts kept markup into a page. */
export function Markup({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own components, which escape their texts
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
