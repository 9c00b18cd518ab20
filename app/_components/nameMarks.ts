import type { EChartsCoreOption } from 'echarts';
import { escapeText } from '../_answers/html';

interface Item {
  tooltip?: { formatter?: unknown };
  /** where the mark leads; no word of ECharts */
  href?: unknown;
}
interface Series {
  data?: unknown[];
  links?: unknown[];
}

const MARK = /<(path|rect|circle|ellipse|polygon|polyline)\b([^>]*)><\/\1>/g;
const indexIn = (attributes: string, name: string): number | undefined => {
  const [, found] = new RegExp(` ecmeta_${name}_index="(\\d+)"`).exec(attributes) ?? [];
  return found === undefined ? undefined : Number(found);
};

const textOf = (item: unknown): string | undefined => {
  const text = item !== null && typeof item === 'object' ? (item as Item).tooltip?.formatter : undefined;
  return typeof text === 'string' ? text : undefined;
};

const hrefOf = (item: unknown): string | undefined => {
  const href = item !== null && typeof item === 'object' ? (item as Item).href : undefined;
  return typeof href === 'string' ? href : undefined;
};

/**
 * Gives each mark of a drawing the text of its tooltip as SVG title. The drawing numbers the links and the nodes of a sankey alike
 * and draws the links first. A mark with an address becomes a link; the keyboard finds the same links in the table.
 */
export function nameMarks(svg: string, option: EChartsCoreOption): string {
  const all = (Array.isArray(option.series) ? option.series : [option.series]) as (Series | undefined)[];
  const drawn = new Set<string>();
  return svg.replace(MARK, (mark: string, shape: string, attributes: string) => {
    const [series, at] = [indexIn(attributes, 'series'), indexIn(attributes, 'data')];
    if (series === undefined || at === undefined) return mark;
    const { data = [], links = [] } = all[series] ?? {};
    const key = `${series}.${at}`;
    const isLink = at < links.length && !drawn.has(key);
    drawn.add(key);
    const item = (isLink ? links : data)[at];
    const [text, href] = [textOf(item), hrefOf(item)];
    const named = text === undefined ? mark : `<${shape}${attributes}><title>${escapeText(text)}</title></${shape}>`;
    return href === undefined ? named : `<a href="${escapeText(href)}" tabindex="-1">${named}</a>`;
  });
}
