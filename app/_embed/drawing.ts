import 'server-only';
import type { PanelChart, PanelData } from '../../lib/panels/panel';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';

export type Width = 'wide' | 'narrow';

/** A drawing whose colours may stand in custom properties, each with its value in the light and in the dark theme. */
export interface Drawing {
  svg: string;
  colours: { name: string; light: string; dark: string }[];
}

const COLOUR = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|rgba?\([^)]*\)/gi;

/** One drawing for both themes, where they differ in nothing but colours; else undefined. */
export function mergeThemes(light: string, dark: string, prefix: string): Drawing | undefined {
  if (light.replace(COLOUR, '#') !== dark.replace(COLOUR, '#')) return undefined;
  const others = dark.match(COLOUR) ?? [];
  const names = new Map<string, { name: string; light: string; dark: string }>();
  let at = 0;
  const svg = light.replace(COLOUR, (colour) => {
    const other = others[at] ?? colour;
    at += 1;
    if (other === colour) return colour;
    const key = `${colour} ${other}`;
    const known = names.get(key) ?? { name: `--${prefix}${names.size}`, light: colour, dark: other };
    names.set(key, known);
    return `var(${known.name})`;
  });
  return { svg, colours: [...names.values()] };
}

export const chartOf = (chart: PanelChart, width: Width) => (width === 'wide' ? chart : chart.narrow);

/** A panel's chart as SVG at a width in CSS pixels, each mark with its title. */
export function drawChart({ panel, chart }: PanelData, width: Width, pixels: number = CHART_WIDTH[width]): string {
  if (!chart) throw new Error(`no chart: ${panel}`);
  const { option, height } = chartOf(chart, width);
  return renderSvg(option, pixels, height, `${panel}-${width}`, { titles: true });
}

/** The chart in the theme asked for; both themes in one where it is to follow the reader's. */
export function drawThemed(
  { data, dark, theme }: { data: PanelData; dark: PanelData | null; theme: 'light' | 'dark' | 'auto' },
  width: Width,
  pixels?: number,
): Drawing {
  if (theme === 'dark' && dark) return { svg: drawChart(dark, width, pixels), colours: [] };
  const light = drawChart(data, width, pixels);
  const merged =
    theme === 'auto' && dark ? mergeThemes(light, drawChart(dark, width, pixels), width.charAt(0)) : undefined;
  return merged ?? { svg: light, colours: [] };
}
