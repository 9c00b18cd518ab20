import { html } from '../_answers/html';
import { asProblem, type Problem, problemAnswer } from '../_answers/problem';
import { DATA_HEADERS, FRAME_HEADERS, framePolicy } from './headers';

const pageOf = ({ title, detail, status }: Problem): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} — 决算通览</title><base target="_blank"><style>:root{color-scheme:light dark}body{margin:0;padding:16px;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}h1{font-size:16px;margin:0 0 4px;border-top:3px solid;padding-top:8px}p{margin:0 0 8px;max-width:40em;overflow-wrap:anywhere}</style><script src="/embed/frame.js" async></script></head><body><main id="content"><h1>${title}</h1><p>${detail}</p><p><a href="/embeds">可嵌入的图</a>　<small>${status}</small></p></main></body></html>
`.text;

/** A small page for people in frames, problem details for programs. */
export function failure(request: Request, error: unknown): Response {
  const problem = asProblem(error);
  const headers = { ...DATA_HEADERS, Vary: 'Accept' };
  if (!/text\/html/.test(request.headers.get('accept') ?? '')) return problemAnswer(problem, headers);
  return new Response(pageOf(problem), {
    status: problem.status,
    headers: {
      ...FRAME_HEADERS,
      ...framePolicy(),
      Vary: 'Accept',
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}
