/** JSON for a data block of HTML: nothing in it can end the block. */
export const dataBlock = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Structured data of schema.org; a data block, which browsers do not run. */
export function JsonLd({ data }: { data: object }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by dataBlock
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(data) }} />
  );
}
