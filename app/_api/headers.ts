import { SAMPLE } from '../_answers/sample';
import { DATA_HEADERS } from '../_embed/headers';
import type { Format } from './endpoint';
import { MEDIA_TYPES } from './format';
import type { Links, Meta } from './meta';

const EXPOSED = 'ETag, Link, Content-Disposition, Juesuan-Data-Version, X-Juesuan-Data, Retry-After';

/** On everything below /api/v1: open to programs of any origin. */
export const OPEN_HEADERS = { ...DATA_HEADERS, 'Access-Control-Expose-Headers': EXPOSED } as const;

const quote = (text: string): string => encodeURIComponent(text);

/** What JSON says in `meta` and `links`, for forms that hold nothing but rows. */
export function answerHeaders(
  { format, name, hasEnding }: { format: Format; name: string; hasEnding: boolean },
  meta: Meta,
  links: Links,
): Record<string, string> {
  const { origin } = new URL(meta.documentation);
  const link = [
    ...(links.next === null ? [] : [`<${links.next}>; rel="next"`]),
    `<${origin}/api/v1/openapi.json>; rel="service-desc"; type="application/json"`,
    `<${meta.documentation}>; rel="service-doc"`,
    `<${meta.documentation}#licence>; rel="license"`,
    `<${meta.source.url}>; rel="via"; title*=UTF-8''${quote(meta.source.name)}`,
  ];
  const file = `${name}.${format}`;
  const shown = meta.sample ? `${SAMPLE}-${file}` : file;
  return {
    ...OPEN_HEADERS,
    ...(hasEnding ? {} : { Vary: 'Accept' }),
    Link: link.join(', '),
    'Content-Type': `${MEDIA_TYPES[format]}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${meta.sample ? `sample-${file}` : file}"; filename*=UTF-8''${quote(shown)}`,
    'Juesuan-Data-Version': String(meta.dataVersion),
  };
}
