import { escapeText } from '../_answers/html';

export interface Embedding {
  origin: string;
  panel: string;
  /** the whole state, `accounts=…&theme=dark&v=…` */
  query: string;
  title: string;
  /** the answer in one sentence: the picture's alt text */
  answer: string;
  width: number;
  height: number;
}

/** The frame of fixed height, which needs no script. `width:0;min-width:100%` is for iOS, which else widens frames. */
export const iframeSnippet = ({ origin, panel, query, title, height }: Embedding): string =>
  `<iframe src="${escapeText(`${origin}/embed/${panel}?${query}`)}" title="${escapeText(title)}" loading="lazy" style="width:0;min-width:100%;height:${height}px;border:0" allow="clipboard-write; web-share"></iframe>`;

/** The same frame, which the script makes as high as its content. */
export const scriptSnippet = (embedding: Embedding): string =>
  `${iframeSnippet(embedding)}\n<script src="${escapeText(`${embedding.origin}/embed.js`)}" async></script>`;

/** For systems that strip frames. */
export const imageSnippet = ({ origin, panel, query, answer }: Embedding): string =>
  `<a href="${escapeText(`${origin}/embed/${panel}?${query}`)}"><img src="${escapeText(`${origin}/embed/${panel}.svg?${query}`)}" alt="${escapeText(answer)}" loading="lazy" style="max-width:100%;height:auto"></a>`;

export const linkSnippet = ({ origin, panel, query }: Embedding): string => `${origin}/embed/${panel}?${query}`;

export const SNIPPETS = [
  { key: 'iframe', label: '框架（高度固定，不需脚本）', write: iframeSnippet },
  { key: 'script', label: '框架加脚本（高度随内容）', write: scriptSnippet },
  { key: 'image', label: '图片（带替代文字，适用于不允许框架的系统）', write: imageSnippet },
  { key: 'link', label: '链接', write: linkSnippet },
] as const;
