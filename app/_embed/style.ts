import { coloursOf, readableColour } from '../../lib/panels/palette';
import type { Drawing } from './drawing';
import type { EmbedRequest } from './request';

/** The links' colour where the portal names none. */
const ACCENT = '#1d4f6e';

const variables = (pairs: readonly (readonly [string, string])[]): string =>
  `:root{${pairs.map(([name, value]) => `${name}:${value}`).join(';')}}`;

function coloursIn(variant: 'light' | 'dark', accent: string | null, drawings: readonly Drawing[]): string {
  const { paper, ink, muted, hairline, accent: vermilion } = coloursOf(variant);
  return variables([
    ['color-scheme', variant],
    ['--paper', paper],
    ['--ink', ink],
    ['--muted', muted],
    ['--hairline', hairline],
    ['--vermilion', vermilion],
    ['--accent', readableColour(accent === null ? ACCENT : `#${accent}`, variant)],
    ...drawings.flatMap(({ colours }) => colours.map((one) => [one.name, one[variant]] as const)),
  ]);
}

/** Below this width the narrow drawing is shown. */
const NARROW = 640;

/** Nothing here is as high as its frame: a frame that follows its content would never shrink again. */
const LAYOUT = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Hiragino Sans GB",sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
main{padding:12px 16px 10px;display:flow-root;max-width:72rem}
h1{font-size:20px;line-height:1.35;margin:0;border-top:3px solid var(--accent);padding-top:8px;text-wrap:balance}
p,ul,ol,dl,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,section:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
summary{cursor:pointer;color:var(--accent);padding:3px 0}
.sub,.small,.notes,footer{font-size:12px;color:var(--muted)}
.answer{margin:6px 0 8px;max-width:48em}
.options,.crumbs ol,footer ul{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:13px}
.options b,.crumbs b{font-weight:600;color:var(--ink)}
.crumbs li+li::before{content:"›";margin-right:10px;color:var(--muted)}
.options a,.options b{padding:2px 0}
.options b{border-bottom:2px solid var(--accent)}
figure{margin:10px 0}
figure svg{display:block;width:100%;height:auto}
.wide{max-width:1000px}
.narrow{display:none;max-width:440px}
@media (max-width:${NARROW - 1}px){.wide{display:none}.narrow{display:block}}
.notice{border-left:3px solid var(--vermilion);padding:2px 0 2px 10px;margin:10px 0;font-size:13px}
.verdict{font-size:13px;margin:8px 0;display:flex;gap:0 10px;flex-wrap:wrap}
.verdict b{border-bottom:2px solid currentColor}
.contradictory b,.mark{color:var(--vermilion)}
.notes li{margin:2px 0;max-width:60em}
details{border-top:1px solid var(--hairline)}
.scroll{overflow-x:auto;margin:4px 0 8px}
table{border-collapse:collapse;font-size:13px;min-width:100%}
th,td{padding:3px 10px 3px 0;border-bottom:1px solid var(--hairline);text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;vertical-align:bottom}
td,th.figure{text-align:right;padding:3px 0 3px 14px;white-space:nowrap}
th.figure{white-space:normal;min-width:7em}
td a{color:inherit;text-decoration-color:var(--hairline)}
td sup,sup{font-size:10px;line-height:0}
.d1{padding-left:1.2em}.d2{padding-left:2.4em}
.code{color:var(--muted)}
.disputed{text-decoration:underline wavy var(--vermilion);text-underline-offset:.25em}
footer{border-top:1px solid var(--hairline);margin-top:8px;padding-top:6px;display:flex;flex-wrap:wrap;gap:2px 18px;justify-content:space-between}
#tip{position:fixed;z-index:1;max-width:min(22em,90vw);padding:5px 9px;background:var(--paper);color:var(--ink);border:1px solid var(--muted);font-size:12px;line-height:1.5;white-space:pre-line;pointer-events:none}
@media print{details>*{display:block!important}footer ul{display:none}}`;

export function styleOf({ theme, accent }: EmbedRequest, drawings: readonly Drawing[]): string {
  const first = coloursIn(theme === 'dark' ? 'dark' : 'light', accent, drawings);
  const second = theme === 'auto' ? `@media (prefers-color-scheme:dark){${coloursIn('dark', accent, drawings)}}` : '';
  return `${first}${second}\n${LAYOUT}`;
}
