import { departmentStyle, themeOf } from '../charts/theme';

const { paper, ink, muted, hairline, accent } = themeOf('light');

/** The charts' colours as custom properties, so that a page's type and its drawings are of one ink. */
export const PAGE_COLOURS: Readonly<Record<`--${string}`, string>> = {
  '--paper': paper,
  '--ink': ink,
  '--ink-faint': muted,
  '--hairline': hairline,
  '--vermilion': accent,
};

/** The colour of a department by its position in the selection: the same in charts, heads and tables. */
export const departmentColour = (position: number): string => departmentStyle(position, themeOf('light')).color;
