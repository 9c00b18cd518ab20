import { describe, expect, test } from 'vitest';
import { markStyle } from '../../lib/charts/mark';
import { classColor, departmentStyle, inkOn, mix, themeOf, VARIANTS } from '../../lib/charts/theme';
import { EXPENDITURE_CLASSES } from '../../lib/classification';

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(VARIANTS)('%s', (variant) => {
  const theme = themeOf(variant);

  test('type reads on paper (WCAG AA)', () => {
    for (const color of [theme.ink, theme.muted, theme.accent])
      expect(contrast(color, theme.paper)).toBeGreaterThan(4.5);
  });

  test('marks stand off the paper (3 : 1) and are told apart', () => {
    const colors = Array.from({ length: 8 }, (_, at) => departmentStyle(at, theme).color);
    expect(new Set(colors).size).toBe(8);
    for (const color of colors) expect(contrast(color, theme.paper)).toBeGreaterThan(2.7);
    for (const code of EXPENDITURE_CLASSES)
      expect(contrast(classColor(code, theme), theme.paper), code).toBeGreaterThan(2.5);
  });

  test('lines of departments have a second channel', () => {
    const dashes = Array.from({ length: 8 }, (_, at) => JSON.stringify(departmentStyle(at, theme).dash));
    expect(new Set(dashes).size).toBe(8);
  });

  test('a title in a department’s colour reads on paper', () => {
    for (let at = 0; at < 8; at += 1)
      expect(contrast(mix(departmentStyle(at, theme).color, theme.ink, 0.25), theme.paper)).toBeGreaterThan(4);
  });
});

test('one colour for each 类, whatever the level of the code, and none is the vermilion', () => {
  const theme = themeOf('light');
  expect(classColor('2150101', theme)).toBe(classColor('215', theme));
  const colors = EXPENDITURE_CLASSES.map((code) => classColor(code, theme));
  expect(new Set(colors).size).toBe(EXPENDITURE_CLASSES.length);
  expect(colors).not.toContain(theme.accent);
});

test('derived is hollow, disputed is hatched, an unknown theme is light', () => {
  const theme = themeOf('nonsense');
  expect(theme.variant).toBe('light');
  const mark = { value: 1, text: '1' };
  expect(markStyle({ ...mark, derived: true }, '#35587f', theme)).toMatchObject({
    color: theme.paper,
    borderColor: '#35587f',
  });
  expect(markStyle({ ...mark, disputed: true }, '#35587f', theme).decal?.color).toBe(theme.accent);
  expect(markStyle(mark, '#35587f', theme)).toEqual({ color: '#35587f' });
});

test.each([
  ['#1f2429', '#ffffff'],
  ['#fffefb', '#1f2429'],
])('ink on %s is %s', (color, ink) => {
  expect(inkOn(color)).toBe(ink);
});
