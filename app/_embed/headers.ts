const SOURCE = /^(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d{1,5}|\*))?$/i;

/** Who may frame an embed: JUESUAN_EMBED_ORIGINS, read at every request; a word that is no origin is left out. */
export function frameAncestors(told: string | undefined = process.env.JUESUAN_EMBED_ORIGINS): string {
  const words = (told ?? '*').split(/[\s,]+/).filter((word) => word !== '');
  if (words.includes('*')) return 'frame-ancestors *';
  const origins = words.filter((word) => SOURCE.test(word));
  return `frame-ancestors ${["'self'", ...origins].join(' ')}`;
}

/** On every embed and its twins, beside those that next.config.js puts on every answer. */
export const FRAME_HEADERS = { 'X-Robots-Tag': 'noindex' } as const;

/** Styles stand in the page and at the drawing's texts, hence unsafe-inline for them alone. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export const framePolicy = (): Record<string, string> => ({
  'Content-Security-Policy': `${POLICY}; ${frameAncestors()}`,
});

/** Data that is open to programs of any origin; a document that runs nothing. */
export const DATA_HEADERS = {
  ...FRAME_HEADERS,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
} as const;
