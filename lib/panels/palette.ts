import { contrast, departmentStyle, mix, type Theme, themeOf } from '../charts/theme';

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

export const coloursOf = (variant: 'light' | 'dark'): Theme => themeOf(variant);

/** WCAG AA for text of usual size. */
const READABLE = 4.5;

/** Somebody's colour as text on the paper of a theme: itself where it reads, else mixed with ink until it does. */
export function readableColour(colour: string, variant: 'light' | 'dark'): string {
  const { ink, paper } = themeOf(variant);
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mix(colour, ink, share);
    if (contrast(mixed, paper) >= READABLE) return mixed;
  }
  return ink;
}
