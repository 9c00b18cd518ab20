import { html } from '../_answers/html';
import { PREPARING, Problem, problemAnswer } from '../_answers/problem';

/** Seconds after which one who was told to wait comes again: a program, a browser. */
const PROGRAM_WAITS = 30;
const BROWSER_WAITS = 10;

const isRead = (request: Request): boolean => /text\/html/.test(request.headers.get('accept') ?? '');

/** So long a reader waits for an export: programs rather than coming again, people only until they are told. */
export const patienceFor = (request: Request): number => (isRead(request) ? 3_000 : 20_000);

const pageOf = (file: string): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>正在准备 ${file} — 决算通览</title><link rel="icon" href="/icon.svg"></head><body style="margin:0;padding:24px;font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1f2328;background:#fff"><main style="max-width:40em;margin:0 auto"><h1 style="font-size:20px">正在准备 ${file}</h1><p>全库文件正在生成，通常不到一分钟，收录的决算多时需几分钟。本页每 ${BROWSER_WAITS} 秒自动再试，备好后自动开始下载；下载开始后本页不再变化，可以关闭。</p><p><a href="/data/${file}">现在再试</a>　<a href="/data">回到数据</a></p></main></body></html>
`.text;

/** There is no export yet: a page that comes again by itself for people, problem details for programs. */
export function preparing(request: Request, file: string): Response {
  if (!isRead(request))
    return problemAnswer(
      new Problem(503, 'preparing', '正在准备', `全库数据正在生成，请在 ${PROGRAM_WAITS} 秒后再取。`, {
        retry_after: PROGRAM_WAITS,
      }),
      { ...PREPARING, 'Retry-After': String(PROGRAM_WAITS), Vary: 'Accept' },
    );
  const headers = {
    ...PREPARING,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': String(BROWSER_WAITS),
    Refresh: String(BROWSER_WAITS),
    Vary: 'Accept',
  };
  return new Response(pageOf(file), { status: 503, headers });
}
