import { SAMPLE_WORDS, servesSample } from '../_answers/sample';
import 'server-only';
import type { PanelOption, PanelSource } from '../../lib/panels/panel';
import { sourcePath } from '../../lib/selection';
import { Html, html } from '../_answers/html';
import { embedPath, oembedPath, ownQuery, queryOf } from './addresses';
import type { Shown } from './ask';
import { crumbsOf } from './crumbs';
import { type Drawing, drawThemed } from './drawing';
import { pagePath } from './pagePath';
import { FORMS } from './request';
import { correctionSentence, verdictSentences, verdictWord } from './sentences';
import { styleOf } from './style';
import { tableOf } from './table';
import { wordsOf } from './words';

/** figures that a notice spells out; the others are counted */
const SPELLED = 6;

/** Other views of a frozen embed hold on to the same documents; their figures have no digest yet. */
const heldPin = ({ asked: { pin } }: Shown): string | null => pin?.revisions.join('.') ?? null;

function drawings({ data, dark, asked: { theme } }: Shown): { wide: Drawing; narrow: Drawing } | null {
  if (!data.chart) return null;
  return { wide: drawThemed({ data, dark, theme }, 'wide'), narrow: drawThemed({ data, dark, theme }, 'narrow') };
}

function notice(shown: Shown): Html | false {
  const { correction, asked } = shown;
  if (!correction) return false;
  const words = wordsOf(asked.lang);
  const live = embedPath(asked.panel.id, queryOf(asked, null));
  const rest = correction.changes.length - SPELLED;
  return html`<aside class="notice" role="note"><p><b>${words.corrected}</b> ${correctionSentence(correction, asked.lang)}</p><ul lang="zh-CN">${correction.changes
    .slice(0, SPELLED)
    .map((one) => html`<li>${one.label}（${one.column}）：${words.wasIs(one.was, one.is)}</li>`)}</ul>${
    rest > 0 && html`<p>${words.more(rest)}</p>`
  }${correction.shows === 'old' && html`<p><a target="_self" href="${live}">${words.live}</a></p>`}</aside>`;
}

/** Choices of a drill-down are those one step further in; the way back stands in the crumbs. */
const offered = ({ key, value, choices }: PanelOption): PanelOption['choices'] =>
  key === 'within'
    ? choices.filter(
        (choice) => choice.value.startsWith(value === 'all' ? '' : value) && !['all', value].includes(choice.value),
      )
    : choices;

function optionLinks(shown: Shown, option: PanelOption): Html | false {
  const { asked } = shown;
  const choices = offered(option);
  if (choices.length === 0) return false;
  const address = (value: string): string =>
    embedPath(asked.panel.id, queryOf({ ...asked, view: { ...asked.view, [option.key]: value } }, heldPin(shown)));
  return html`<p class="options" lang="zh-CN"><span class="small">${option.label}</span>${choices.map(
    ({ value, label }) =>
      value === option.value
        ? html`<b aria-current="true">${label}</b>`
        : html`<a target="_self" href="${address(value)}">${label}</a>`,
  )}</p>`;
}

function crumbs(shown: Shown): Html | false {
  const steps = crumbsOf(shown.data);
  const { asked } = shown;
  if (steps.length < 2) return false;
  return html`<nav class="crumbs" aria-label="${wordsOf(asked.lang).path}"><ol>${steps.map(({ label, view }, at) =>
    at === steps.length - 1
      ? html`<li><b aria-current="page">${label}</b></li>`
      : html`<li><a target="_self" href="${embedPath(asked.panel.id, queryOf({ ...asked, view: { ...asked.view, ...view } }, heldPin(shown)))}">${label}</a></li>`,
  )}</ol></nav>`;
}

function lineLinks(sources: readonly PanelSource[], linked: boolean): Html {
  const lines = [...new Set(sources.map((source) => source.place.line))].sort((one, other) => one - other);
  const account = sources[0]?.account ?? '';
  return html`${lines.map((line, at) => html`${at > 0 && '、'}${linked ? html`<a href="${sourcePath(account, { line })}">${line}</a>` : line}`)}`;
}

function sources({ data, superseded, asked: { lang } }: Shown): Html {
  const words = wordsOf(lang);
  const accounts = [...new Set(data.sources.map((source) => source.account))];
  return html`<details><summary>${words.sources}</summary><ul class="notes">${accounts.map((account) => {
    const own = data.sources.filter((source) => source.account === account);
    const name = data.columns.find((column) => column.account === account)?.label ?? account;
    return html`<li><span lang="zh-CN">${words.accountOf(name)}</span>，${new Html(words.lines(lineLinks(own, !superseded.has(account)).text))}</li>`;
  })}</ul></details>`;
}

function verdict({ verdict: judged, asked: { lang } }: Shown): Html {
  return html`<p class="verdict ${judged.state}"><b>${wordsOf(lang).verdict}${wordsOf(lang).colon}${verdictWord(judged, lang)}</b> ${verdictSentences(judged, lang).map((text) => html`<span>${text}</span>`)}</p>`;
}

function foot(shown: Shown): Html {
  const { asked, version } = shown;
  const words = wordsOf(asked.lang);
  const twins = FORMS.filter((form) => form !== 'html' && form !== 'metadata.json');
  const link = (form: (typeof twins)[number]): Html => {
    const download = form === 'csv' || form === 'xlsx' ? '&download=1' : '';
    return html`<li><a href="${embedPath(asked.panel.id, ownQuery(asked), form)}${download}">${form.toUpperCase()}</a></li>`;
  };
  return html`<footer><span><a href="${pagePath(asked.panel.id, asked.accounts, asked.view)}">${words.site}</a> · ${words.dataVersion} ${version}${asked.pin && html`（${words.frozen}）`} · ${servesSample() ? SAMPLE_WORDS : words.licence}</span><ul aria-label="${words.data}">${twins.map(link)}</ul></footer>`;
}

/** The frame's own HTML: complete without any script. */
export function pageOf(shown: Shown): string {
  const { data, asked } = shown;
  const words = wordsOf(asked.lang);
  const drawn = drawings(shown);
  const address = embedPath(asked.panel.id, ownQuery(asked));
  const table = tableOf(shown);
  const page = html`<!doctype html>
<html lang="${asked.lang === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${data.title} — ${words.site}</title><meta name="description" content="${data.answer}"><base target="_blank"><link rel="canonical" href="${pagePath(asked.panel.id, asked.accounts, asked.view)}"><link rel="alternate" type="application/json+oembed" href="${oembedPath(address)}" title="${data.title}"><link rel="alternate" type="text/xml+oembed" href="${oembedPath(address, 'xml')}" title="${data.title}"><style>${new Html(styleOf(asked, drawn ? [drawn.wide, drawn.narrow] : []))}</style><script src="/embed/frame.js" async></script></head>
<body><main id="content"><h1 lang="zh-CN">${data.title}</h1><p class="sub" lang="zh-CN">${data.subtitle}</p>${notice(shown)}<p class="answer" lang="zh-CN">${data.answer}</p>${crumbs(shown)}${data.options.map((option) => optionLinks(shown, option))}${
    drawn &&
    html`<figure role="img" aria-label="${data.answer}" lang="zh-CN"><div class="wide">${new Html(drawn.wide.svg)}</div><div class="narrow">${new Html(drawn.narrow.svg)}</div></figure>`
  }${verdict(shown)}${
    data.notes.length > 0 &&
    html`<ul class="notes" lang="zh-CN">${data.notes.map((note) => html`<li>${words.note}${words.colon}${note}</li>`)}</ul>`
  }${drawn ? html`<details><summary>${words.table}</summary>${table}</details>` : table}${sources(shown)}${foot(shown)}</main></body></html>
`;
  return page.text;
}
