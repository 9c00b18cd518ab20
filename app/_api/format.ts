import { Problem, quoted } from '../_answers/problem';
import type { Format } from './endpoint';

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

interface Wish {
  type: string;
  quality: number;
}

/** The media types of an Accept header; malformed parts count as nothing. */
const wishesOf = (accept: string): Wish[] =>
  accept
    .toLowerCase()
    .split(',')
    .slice(0, 30)
    .flatMap((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim());
      const [, told] = parameters.map((text) => /^q=([\d.]{1,5})$/.exec(text)).find((found) => found !== null) ?? [];
      const quality = told === undefined ? 1 : Number(told);
      return /^[\w*+.-]+\/[\w*+.-]+$/.test(type) && quality >= 0 ? [{ type, quality }] : [];
    });

/** How much a type is wished for: what names it exactly counts before what only allows it. */
function qualityOf(wishes: readonly Wish[], type: string): number {
  const [kind] = type.split('/');
  for (const pattern of [type, `${kind}/*`, '*/*']) {
    const wish = wishes.find((one) => one.type === pattern);
    if (wish) return wish.quality;
  }
  return 0;
}

/** The form asked for by the path's ending, else by Accept; throws where there is none of them. */
export function chooseFormat(ending: string | undefined, accept: string | null, formats: readonly Format[]): Format {
  if (ending !== undefined) {
    const found = formats.find((format) => format === ending);
    if (found) return found;
    throw new Problem(404, 'unknown_form', '没有这种形式', `这个地址没有${quoted(`.${ending}`)}形式。`, {
      forms: formats,
    });
  }
  const [first] = formats;
  if (!first) throw new Error('an endpoint without form');
  if (accept === null || accept.trim() === '') return first;
  const wishes = wishesOf(accept);
  const [best] = formats
    .map((format) => ({ format, quality: qualityOf(wishes, MEDIA_TYPES[format]) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  if (best) return best.format;
  throw new Problem(406, 'not_acceptable', '没有这种形式', `没有${quoted(accept)}形式的答复。`, {
    available: formats.map((format) => MEDIA_TYPES[format]),
  });
}
