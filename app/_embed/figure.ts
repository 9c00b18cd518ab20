import { SAMPLE_WORDS, servesSample } from '../_answers/sample';
import 'server-only';
import { coloursOf } from '../../lib/panels/palette';
import type { PanelData } from '../../lib/panels/panel';
import { Html, html } from '../_answers/html';
import type { Shown } from './ask';
import { chartOf, type Drawing, drawThemed, type Width } from './drawing';
import { correctionSentence, verdictSentences, verdictWord } from './sentences';
import { ASPECT, DEFAULT_SIZE, MOST_PIXELS, type Size } from './size';
import { type Block, tableBlock, tableWidth } from './tableFigure';
import { wordsOf } from './words';
import { wrapText } from './wrap';

const MARGIN = 24;
const TITLE = 22;
const SMALL = 12;
const FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
/** from this width on the wide drawing is laid out as it was meant */
const LEAST_WIDE = 700;
const LEAST_NARROW = 340;
/** how much smaller than the usual size a short figure is laid out, so that its type is larger */
const NEAR = 0.85;

type Variant = 'light' | 'dark';
type Colour = 'paper' | 'ink' | 'muted' | 'hairline' | 'accent';
type Palette = Record<Colour, string>;

/** Lines of text below each other. */
function textBlock(lines: readonly string[], size: number, fill: string, weight = 400): Block {
  const step = Math.round(size * 1.5);
  const svg = html`<g font-size="${size}" fill="${fill}"${weight === 400 ? '' : html` font-weight="${weight}"`}>${lines.map(
    (line, at) => html`<text x="0" y="${at * step + size}">${line}</text>`,
  )}</g>`;
  return { svg, height: lines.length * step };
}

function headBlock({ data, correction, asked }: Shown, width: number, colours: Palette): Block {
  const parts = [
    textBlock(wrapText(data.title, width / TITLE), TITLE, colours.ink, 600),
    textBlock(wrapText(data.subtitle, width / SMALL), SMALL, colours.muted),
    ...(correction
      ? [
          textBlock(
            wrapText(correctionSentence(correction, asked.lang).replace(/[：:]$/, ''), width / SMALL),
            SMALL,
            colours.accent,
          ),
        ]
      : []),
  ];
  return stack(parts, 2);
}

function footBlock({ data, verdict, asked, version }: Shown, width: number, colours: Palette): Block {
  const words = wordsOf(asked.lang);
  const names = data.columns.map((column) => words.accountOf(column.label)).join(asked.lang === 'en' ? '; ' : '；');
  const texts = [
    `${words.verdict}${words.colon}${verdictWord(verdict, asked.lang)}${words.stop}${verdictSentences(verdict, asked.lang).join(asked.lang === 'en' ? ' ' : '')}`,
    `${words.sources}${words.colon}${names}`,
    `${words.site} · ${words.dataVersion} ${version} · ${servesSample() ? SAMPLE_WORDS : words.licence}`,
  ];
  return textBlock(
    texts.flatMap((text) => wrapText(text, width / SMALL)),
    SMALL,
    colours.muted,
  );
}

function stack(blocks: readonly Block[], gap: number): Block {
  let y = 0;
  const placed = blocks.map(({ svg, height }) => {
    const group = html`<g transform="translate(0 ${y})">${svg}</g>`;
    y += height + gap;
    return group;
  });
  return { svg: html`${placed}`, height: Math.max(0, y - gap) };
}

interface Layout {
  /** CSS pixels the figure is laid out in; images scale it */
  width: number;
  height: number;
  head: Block;
  foot: Block;
  kind: Width | 'table';
}

const bodyHeight = (data: PanelData, kind: Layout['kind'], width: number): number =>
  kind === 'table' || !data.chart
    ? tableBlock(data, width, coloursOf('light')).height
    : chartOf(data.chart, kind).height;

/** The figure at a width of its own, as high as it needs to be. */
function layOut(shown: Shown, kind: Layout['kind'], width: number, colours: Palette): Layout {
  const inner = width - 2 * MARGIN;
  const [head, foot] = [headBlock(shown, inner, colours), footBlock(shown, inner, colours)];
  const height = Math.ceil(head.height + bodyHeight(shown.data, kind, inner) + foot.height + 2 * MARGIN + 28);
  return { width, height, head, foot, kind };
}

/** The layout of largest type that fits a box of this aspect: near the usual size, larger where the content asks for it. */
function fitted(shown: Shown, aspect: number, colours: Palette): Layout {
  const usual = NEAR * Math.sqrt(DEFAULT_SIZE.width * DEFAULT_SIZE.height * aspect);
  const tries = kindsOf(shown.data).map(({ kind, least }) => {
    let layout = layOut(shown, kind, Math.round(Math.max(least, usual)), colours);
    for (let round = 0; round < 6 && layout.height * aspect > layout.width + 1; round += 1)
      layout = layOut(shown, kind, Math.ceil(layout.height * aspect), colours);
    return { ...layout, height: Math.max(layout.height, Math.round(layout.width / aspect)) };
  });
  const [first, ...rest] = tries;
  if (!first) throw new Error('no way to lay out a figure');
  return rest.reduce((best, one) => (one.width < best.width ? one : best), first);
}

function kindsOf(data: PanelData): { kind: Layout['kind']; least: number }[] {
  if (!data.chart) return [{ kind: 'table', least: tableWidth(data) }];
  return [
    { kind: 'wide', least: LEAST_WIDE + 2 * MARGIN },
    { kind: 'narrow', least: LEAST_NARROW + 2 * MARGIN },
  ];
}

/** At its natural height when only one side is asked for, within the bounds of aspect and size. */
function natural(shown: Shown, colours: Palette): Layout {
  const layout = layOut(
    shown,
    shown.data.chart ? 'wide' : 'table',
    Math.max(DEFAULT_SIZE.width, shown.data.chart ? 0 : tableWidth(shown.data)),
    colours,
  );
  const aspect = layout.width / layout.height;
  return aspect < ASPECT.min || aspect > ASPECT.max
    ? fitted(shown, Math.min(ASPECT.max, Math.max(ASPECT.min, aspect)), colours)
    : layout;
}

function bodyOf(
  shown: Shown,
  layout: Layout,
  theme: Variant | 'auto',
  colours: Palette,
): { body: Block; drawing: Drawing | null } {
  const { data, dark } = shown;
  const inner = layout.width - 2 * MARGIN;
  const { kind } = layout;
  if (kind === 'table' || !data.chart) return { body: tableBlock(data, inner, colours), drawing: null };
  const drawing = drawThemed({ data, dark, theme }, kind, inner);
  return { body: { svg: new Html(drawing.svg), height: chartOf(data.chart, kind).height }, drawing };
}

const inBoth = (): Palette => ({
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  hairline: 'var(--hairline)',
  accent: 'var(--accent)',
});

function styleFor(drawing: Drawing | null): Html {
  const rule = (variant: Variant): string => {
    const { paper, ink, muted, hairline, accent } = coloursOf(variant);
    const own = Object.entries({ paper, ink, muted, hairline, accent }).map(([name, value]) => `--${name}:${value}`);
    const others = (drawing?.colours ?? []).map((one) => `${one.name}:${one[variant]}`);
    return `svg{${[...own, ...others].join(';')}}`;
  };
  return new Html(`<style>${rule('light')}@media (prefers-color-scheme:dark){${rule('dark')}}</style>`);
}

export interface Figure {
  svg: string;
  width: number;
  height: number;
}

/** A panel as one picture that stands alone: title, chart or table, verdict, sources. */
export function drawFigure(shown: Shown, asked: Size, theme: Variant | 'auto'): Figure {
  const colours = theme === 'auto' ? inBoth() : coloursOf(theme);
  const { width, height } = asked;
  const layout = width !== null && height !== null ? fitted(shown, width / height, colours) : natural(shown, colours);
  const pixels = sidesOf(asked, layout);
  const { body, drawing } = bodyOf(shown, layout, theme, colours);
  const { head, foot } = layout;
  const room = layout.height - 2 * MARGIN - head.height - foot.height;
  const at = (y: number, svg: Html): Html => html`<g transform="translate(${MARGIN} ${y})">${svg}</g>`;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="img" aria-labelledby="title answer" lang="zh-CN" font-family="${FAMILY}"><title id="title">${shown.data.title}</title><desc id="answer">${shown.data.answer}</desc>${theme === 'auto' && styleFor(drawing)}<rect width="100%" height="100%" fill="${colours.paper}"/><g fill="${colours.ink}">${at(MARGIN, head.svg)}${at(MARGIN + head.height + Math.max(14, (room - body.height) / 2), body.svg)}${at(layout.height - MARGIN - foot.height, foot.svg)}</g></svg>`;
  return { svg: svg.text, ...pixels };
}

function sidesOf({ width, height }: Size, layout: Layout): { width: number; height: number } {
  const aspect = layout.width / layout.height;
  const wide = width ?? (height === null ? layout.width : Math.round(height * aspect));
  const most = Math.floor(Math.sqrt(MOST_PIXELS * aspect));
  const bounded = height === null || width === null ? Math.min(wide, most) : wide;
  return { width: bounded, height: width !== null && height !== null ? height : Math.round(bounded / aspect) };
}
