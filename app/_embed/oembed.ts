import 'server-only';
import { z } from 'zod';
import { html } from '../_answers/html';
import { originOf } from '../_answers/origin';
import { Problem, quoted } from '../_answers/problem';
import type { Store } from '../_store/store';
import { embedPath, ownQuery } from './addresses';
import { askEmbed } from './ask';
import { frameHeight } from './frameHeight';
import { badParameter, type EmbedRequest, readEmbedRequest } from './request';
import { iframeSnippet } from './snippets';

const WIDTH = 800;
const side = z.coerce.number().int().min(100).max(10_000);
/** A thumbnail: the social card. */
const THUMBNAIL = { width: 1200, height: 630 } as const;
/** seconds a consumer may keep the answer */
const CACHE_AGE = 3600;

/** The embed that an address of ours leads to: a frame, its offer, or a panel of a comparison (the one behind `#`). */
export function embedOfAddress(url: string, origin: string): EmbedRequest {
  const address = URL.canParse(url, origin) ? new URL(url, origin) : undefined;
  const foreign = new Problem(404, 'no_embed', '没有可嵌入的图', `这个地址没有可嵌入的图：${quoted(url)}。`, {
    parameter: 'url',
  });
  if (!address || address.host !== new URL(origin).host) throw foreign;
  const [, place, name = ''] = /^\/(embed|embeds|compare)\/([^/]+)$/.exec(address.pathname) ?? [];
  if (place === undefined) throw foreign;
  if (place !== 'compare') return { ...readEmbedRequest(name, address.searchParams), form: 'html' };
  const panel = address.hash.slice(1) || 'totals';
  const own = [...address.searchParams].filter(([key]) => key.startsWith(`${panel}.`));
  return readEmbedRequest(panel, new URLSearchParams([['accounts', decodeURIComponent(name)], ...own]));
}

function mostOf(query: URLSearchParams, key: 'maxwidth' | 'maxheight'): number | undefined {
  const text = query.get(key);
  if (text === null) return undefined;
  const { data } = side.safeParse(text);
  if (data === undefined) throw badParameter(key, text, '应为 100 至 10000 的整数');
  return data;
}

/** The answer of oEmbed 1.0. */
export async function oembedOf(store: Store, request: Request): Promise<Record<string, string | number>> {
  const query = new URL(request.url).searchParams;
  const origin = originOf(request);
  const asked = embedOfAddress(query.get('url') ?? '', origin);
  const { data } = await askEmbed(store, asked);
  const width = Math.min(WIDTH, mostOf(query, 'maxwidth') ?? WIDTH);
  const natural = frameHeight(data, width);
  const height = Math.min(natural, mostOf(query, 'maxheight') ?? natural);
  const own = ownQuery(asked);
  const { title, answer, panel } = data;
  return {
    type: 'rich',
    version: '1.0',
    title,
    html: iframeSnippet({ origin, panel, query: own, title, answer, width, height }),
    width,
    height,
    provider_name: '决算通览',
    provider_url: origin,
    cache_age: CACHE_AGE,
    thumbnail_url: `${origin}${embedPath(panel, own, 'png')}&preset=social`,
    thumbnail_width: THUMBNAIL.width,
    thumbnail_height: THUMBNAIL.height,
  };
}

export const oembedXml = (answer: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer)
    .map(([key, value]) => `<${key}>${html`${value}`.text}</${key}>`)
    .join('')}</oembed>\n`;
