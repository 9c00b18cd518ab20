import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { CHART_PARTS } from '../../app/_components/chartParts';

use(CHART_PARTS);

/** The option as the server draws it: through JSON, without motion. */
export function svgOf(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(JSON.parse(JSON.stringify(option)));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

export interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const TEXT = /<text([^>]*)>([^<]*)<\/text>/g;
const NUMBERS = /-?[\d.]+/g;

/** Chinese characters are one em wide, all else about 0.56. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? size : size * 0.56), 0);

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Where each piece of text stands, as far as it can be told without a browser. */
export function textBoxes(svg: string): Box[] {
  const boxes = [...svg.matchAll(TEXT)].map(([, attributes = '', content = '']) => {
    const size = Number(/font-size:([\d.]+)px/.exec(attributes)?.[1] ?? 12);
    const moved = /translate\(([^)]*)\)/.exec(attributes)?.[1]?.match(NUMBERS)?.map(Number) ?? [0, 0];
    const [x, y] = ['x', 'y'].map((name) => Number(new RegExp(`\\s${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0));
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const text = unescaped(content);
    const width = widthOf(text, size);
    const start = (moved[0] ?? 0) + (x ?? 0) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const middle = (moved[1] ?? 0) + (y ?? 0);
    const blank = widthOf(text, size) - widthOf(text.trimStart(), size);
    return {
      text: text.trim(),
      left: start + blank,
      right: start + width,
      top: middle - size * 0.42,
      bottom: middle + size * 0.42,
    };
  });
  return boxes.filter((box) => box.text !== '');
}

/** Pairs of texts that stand over each other by more than two pixels in both directions. */
export function overlaps(boxes: readonly Box[]): string[] {
  const both = (one: Box, other: Box): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  return boxes.flatMap((one, at) =>
    boxes.slice(at + 1).flatMap((other) => (both(one, other) ? [`${one.text} × ${other.text}`] : [])),
  );
}

/** Texts that leave the drawing. */
export const cutOff = (boxes: readonly Box[], width: number, height: number): string[] =>
  boxes
    .filter((box) => box.left < -2 || box.right > width + 4 || box.top < -2 || box.bottom > height + 2)
    .map((box) => box.text);
