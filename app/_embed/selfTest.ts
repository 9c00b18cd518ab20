import { Html, html } from '../_answers/html';
import { frameAncestors } from './headers';

const ROWS = [
  ['script', '脚本', '没有运行脚本。嵌入的图不靠脚本也完整，只是没有提示框，高度也不会自动跟随。'],
  ['framed', '框架', '要有脚本才能判断。看得到这一页，就说明框架已放行。'],
  ['chain', '外层页面', '要有脚本才能判断。'],
  ['headers', '响应头', '要有脚本才能判断。可用 curl -I 查看：应只有一个 frame-ancestors，没有 X-Frame-Options。'],
  ['height', '高度', '要有脚本才能判断。'],
] as const;

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}main{padding:12px 16px;display:flow-root}h1{font-size:18px;margin:0;border-top:3px solid;padding-top:8px}p{margin:6px 0;max-width:46em}table{border-collapse:collapse;margin:8px 0}th,td{text-align:left;vertical-align:top;font-weight:400;padding:4px 14px 4px 0;border-bottom:1px solid #8886;overflow-wrap:anywhere}th::before{content:"○ "}.good th::before{content:"✓ "}.bad th::before{content:"✗ "}.bad td{color:#c0341d}code{overflow-wrap:anywhere}#more{height:300px;border:1px dashed #888}#more[hidden]{display:none}`;

/** What a portal's engineers put into a frame to see whether proxies and policies let embeds through. */
export const selfTestPage = (): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>嵌入自检 — 决算通览</title><style>${new Html(STYLE)}</style><script src="/embed/frame.js" async></script><script src="/embed/self-test.js" defer></script></head><body><main id="content"><h1>嵌入自检</h1><p>把这一页放进门户的框架里（地址就是本页的地址），看下面五项。</p><table>${ROWS.map(
    ([id, name, without]) => html`<tr id="${id}"><th scope="row">${name}</th><td>${without}</td></tr>`,
  )}</table><p>服务器给 /embed 的策略：<code>${frameAncestors()}</code>。每一层外框的来源都要在其中；用环境变量 JUESUAN_EMBED_ORIGINS 设定，以空格分隔。</p><p><button id="grow" type="button">内容变高 / 变矮</button></p><div id="more" hidden></div></main></body></html>
`.text;
