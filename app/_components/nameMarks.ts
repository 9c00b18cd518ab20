import type { EChartsCoreOption } from 'echarts';
import { escapeText } from '../_answers/html';

interface Item {
  tooltip?: { formatter?: unknown };
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

/**
 * Gives each mark of a drawing the text of its tooltip as SVG title. The drawing numbers the links and the nodes of a sankey alike
 * and draws the links first.
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
    const text = textOf((isLink ? links : data)[at]);
    return text === undefined ? mark : `<${shape}${attributes}><title>${escapeText(text)}</title></${shape}>`;
  });
}
