import { type Mark, plainText } from './mark';
import type { Theme } from './theme';

/** A mark that leads somewhere: what is printed of it is one step away. */
export interface LinkedMark extends Mark {
  href?: string;
  /** said when it is pointed at, with the mark's text below */
  title: string;
}

/** A point of a drawing. `href` is no word of ECharts: the drawing in the page makes a link of it. */
export interface DotItem {
  symbol: 'circle' | 'diamond';
  symbolSize: number;
  itemStyle: { color: string; borderColor: string; borderWidth: number };
  tooltip: { formatter: string };
  href?: string;
}

/** Type that stands over lines and marks keeps a rim of paper. */
export const halo = (theme: Theme) => ({ textBorderColor: theme.paper, textBorderWidth: 3 });

/** Round for sound figures, a vermilion diamond for disputed ones; hollow when derived. */
export function dotItem(mark: LinkedMark, color: string, theme: Theme, size = 8): DotItem {
  const ink = mark.disputed ? theme.accent : color;
  return {
    symbol: mark.disputed ? 'diamond' : 'circle',
    symbolSize: mark.disputed ? size * 1.6 : size,
    itemStyle: { color: mark.derived ? theme.paper : ink, borderColor: ink, borderWidth: 1.5 },
    tooltip: { formatter: plainText(`${mark.title}\n${mark.text}`) },
    ...(mark.href === undefined ? {} : { href: mark.href }),
  };
}

/**
 * Shifts labels apart that stand closer than `least`, keeping their order and moving each as little as may be: new places for
 * places, in the given order.
 */
export function spread(places: readonly number[], least: number, [low, high]: readonly [number, number]): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((one, other) => one.place - other.place);
  const blocks: { sum: number; count: number }[] = [];
  for (const [at, { place }] of order.entries()) {
    let block = { sum: place - at * least, count: 1 };
    let before = blocks.at(-1);
    while (before && before.sum / before.count >= block.sum / block.count) {
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const starts = blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  const most = high - Math.max(0, places.length - 1) * least;
  const apart = new Array<number>(places.length).fill(0);
  for (const [at, { index }] of order.entries())
    apart[index] = Math.max(low, Math.min(most, starts[at] ?? low)) + at * least;
  return apart;
}
