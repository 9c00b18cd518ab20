import { describe, expect, it, test } from 'vitest';
import { themeOf } from '../../lib/charts/theme';
import { partsOf, spansOf, type WaterfallStep, waterfall } from '../../lib/charts/waterfall';

const theme = themeOf('light');
const step = (kind: WaterfallStep['kind'], value: number | null, more: Partial<WaterfallStep> = {}): WaterfallStep => ({
  kind,
  value,
  text: String(value),
  label: `${kind} ${value}`,
  color: '#333333',
  ...more,
});

describe('waterfall', () => {
  it('levels stand on zero, changes go on from where the step above ended', () => {
    const steps = [step('level', 10), step('change', 5), step('change', -7), step('change', null), step('level', 8)];
    expect(spansOf(steps)).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 15 },
      { from: 15, to: 8 },
      { from: 8, to: 8 },
      { from: 0, to: 8 },
    ]);
  });

  test.each([
    ['above zero', { from: 10, to: 15 }, { offset: 10, above: 5, below: 0 }],
    ['downwards', { from: 15, to: 8 }, { offset: 8, above: 7, below: 0 }],
    ['across zero', { from: 3, to: -2 }, { offset: 0, above: 3, below: -2 }],
    ['below zero', { from: -2, to: -6 }, { offset: -2, above: 0, below: -4 }],
    ['nothing', { from: 4, to: 4 }, { offset: 4, above: 0, below: 0 }],
  ])('a bar %s is stacked of its parts', (_, span, parts) => {
    expect(partsOf(span)).toEqual(parts);
    expect(Math.min(span.from, span.to)).toBe(parts.below < 0 ? parts.offset + parts.below : parts.offset);
  });

  it('marks derived and disputed steps, escapes texts, and grows with its rows', () => {
    const steps = [step('level', 1, { derived: true }), step('change', 1, { disputed: true, label: 'a{b|c}' })];
    const { option, height } = waterfall(steps, theme, 'wide', 'words');
    const drawn = JSON.stringify(option);
    expect(drawn).toContain('dashed');
    expect(drawn).toContain('"decal"');
    expect(drawn).not.toContain('{b|');
    expect(height).toBeLessThan(waterfall([...steps, step('level', 2)], theme, 'wide', 'words').height);
    expect(height).toBeLessThan(waterfall(steps, theme, 'narrow', 'words').height);
  });
});
