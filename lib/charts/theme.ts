/** Every colour, font and size of the charts. Paper and ink; vermilion only for contradictions and the selected item. */
export type Variant = 'light' | 'dark' | 'print';
export const VARIANTS = ['light', 'dark', 'print'] as const satisfies readonly Variant[];

export const isVariant = (text: string | undefined): text is Variant => VARIANTS.some((variant) => variant === text);

/** A hatching. It always means a contradiction. */
export interface Hatch {
  symbol: 'rect' | 'circle' | 'none';
  symbolSize: number;
  rotation: number;
  dashArrayX: number | number[];
  dashArrayY: number | number[];
  color: string;
}

export interface DepartmentStyle {
  color: string;
  /** the second channel of lines; bars and dots carry the name beside them */
  dash: 'solid' | 'dashed' | 'dotted' | number[];
}

export interface Theme {
  variant: Variant;
  paper: string;
  ink: string;
  muted: string;
  hairline: string;
  /** a bar's empty track, a node of money in transit */
  quiet: string;
  accent: string;
}

export const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif';
export const SIZES = { small: 12, text: 13, number: 14 } as const;

const THEMES: Readonly<Record<Variant, Theme>> = {
  light: {
    variant: 'light',
    paper: '#fffefb',
    ink: '#1f2429',
    muted: '#5c6168',
    hairline: '#d8d4c9',
    quiet: '#8d949c',
    accent: '#c0341d',
  },
  dark: {
    variant: 'dark',
    paper: '#171a1d',
    ink: '#ece9e2',
    muted: '#a7adb4',
    hairline: '#3a3f45',
    quiet: '#767d85',
    accent: '#ff7a5c',
  },
  print: {
    variant: 'print',
    paper: '#ffffff',
    ink: '#000000',
    muted: '#3d3d3d',
    hairline: '#b5b5b5',
    quiet: '#7d7d7d',
    accent: '#b02a14',
  },
};

export const themeOf = (variant: string | undefined): Theme => THEMES[isVariant(variant) ? variant : 'light'];

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** `share` of the second colour in the first. */
export function mix(color: string, other: string, share: number): string {
  const to = channels(other);
  const mixed = channels(color).map((from, at) => Math.round(from + ((to[at] ?? from) - from) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG relative luminance, 0 to 1. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Ink or paper, whichever reads on the colour. */
export const inkOn = (color: string): string => (luminance(color) > 0.3 ? '#1f2429' : '#ffffff');

/** Apart for the three common kinds of colour blindness in hue or in lightness; none of them is near the vermilion. */
const DEPARTMENTS = ['#2f5d8a', '#c2862c', '#4a8b7b', '#7b5a96', '#8a6a4a', '#5a9fc4', '#a0587e', '#76803a'] as const;
const DASHES: readonly DepartmentStyle['dash'][] = [
  'solid',
  'dashed',
  'dotted',
  [8, 3, 2, 3],
  [12, 4],
  [2, 2],
  [6, 2, 2, 2, 2, 2],
  [1, 4],
];
const adapt = (color: string, theme: Theme): string => (theme.variant === 'dark' ? mix(color, '#ffffff', 0.28) : color);

/** A department keeps one style in all panels of a page: by its position in the selection. */
export function departmentStyle(position: number, theme: Theme): DepartmentStyle {
  const at = position % DEPARTMENTS.length;
  return { color: adapt(DEPARTMENTS[at] ?? DEPARTMENTS[0], theme), dash: DASHES[at] ?? 'solid' };
}

/** One colour for each 类 in the whole product; the code beside the mark is the second channel. */
const CLASSES: Readonly<Record<string, string>> = {
  '201': '#35587f',
  '202': '#5a4a78',
  '203': '#5b6340',
  '204': '#27657a',
  '205': '#bd772b',
  '206': '#5c7fb5',
  '207': '#9a5f86',
  '208': '#3d7d6c',
  '210': '#6c8f47',
  '211': '#4f9a8f',
  '212': '#8c6a4f',
  '213': '#7d8a2e',
  '214': '#5d6d7e',
  '215': '#82579a',
  '216': '#8f8230',
  '217': '#2f6f9f',
  '219': '#7f849a',
  '220': '#547a3c',
  '221': '#4a8db0',
  '222': '#9c8a4e',
  '223': '#6a5b4b',
  '224': '#ad6180',
  '227': '#8a8a86',
  '229': '#7b7b78',
  '230': '#6f8793',
  '231': '#4d4d63',
  '232': '#70608a',
  '233': '#8a7f9a',
  '234': '#3f6f66',
  '301': '#3d6a96',
  '302': '#a87b2f',
  '303': '#4d8572',
  '307': '#6d6d84',
  '309': '#96785a',
  '310': '#775c92',
  '311': '#5f8f9d',
  '312': '#8c7a3a',
  '313': '#9a6a86',
  '399': '#7b7b78',
};

/** The colour of a code's 类, functional or economic; an unknown 类 is grey. */
export const classColor = (code: string, theme: Theme): string => adapt(CLASSES[code.slice(0, 3)] ?? '#7b7b78', theme);

/** The hatching of a figure that takes part in a contradiction. */
export const disputedHatch = (theme: Theme): Hatch => ({
  symbol: 'rect',
  symbolSize: 1,
  rotation: Math.PI / 4,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  color: theme.accent,
});
