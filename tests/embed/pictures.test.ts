import sharp from 'sharp';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { emsOf, wrapText } from '../../app/_embed/wrap';
import { PANELS } from '../../lib/panels';
import { ask, askText, BOTH, withStore } from './store';

withStore();
afterEach(() => vi.unstubAllEnvs());

const sizeOf = async (query: string, panel = 'totals') => {
  const answer = await ask(`${panel}.png`, `${BOTH}&${query}`);
  expect(answer.status).toBe(200);
  const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  return { width, height };
};

describe('PNG', () => {
  test.each([
    ['', { width: 850, height: 600 }],
    ['preset=social', { width: 1200, height: 630 }],
    ['width=640&height=1280', { width: 640, height: 1280 }],
    ['width=2000&height=1000', { width: 2000, height: 1000 }],
  ])('%s', async (query, size) => {
    expect(await sizeOf(query)).toEqual(size);
  });

  it('one side alone keeps the natural height, within the bounds of the aspect', async () => {
    const { width, height = 0 } = await sizeOf('width=1700', 'functional-tree');
    expect(width).toBe(1700);
    expect(height).toBeGreaterThan(1700 / 2);
    expect(height).toBeLessThanOrEqual(3400);
  });

  it('is a picture, not one colour', async () => {
    const answer = await ask('classes.png');
    const { channels } = await sharp(Buffer.from(await answer.arrayBuffer())).stats();
    expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(5);
  });

  it('the host without a Chinese font is told which package it lacks', async () => {
    vi.resetModules();
    vi.stubEnv('PATH', '/nowhere');
    const { serveEmbed } = await import('../../app/_embed/serve');
    const answer = await serveEmbed(new Request(`https://juesuan.example/embed/growth.png?${BOTH}`), 'growth.png');
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { detail: string }).detail).toContain('fonts-noto-cjk');
  });
});

describe.each(PANELS.map((panel) => panel.id))('%s.svg', (id) => {
  it('stands alone: title, words, verdict, sources; no script', async () => {
    const svg = await askText(`${id}.svg`);
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*role="img"/);
    expect(svg).toContain('<title id="title">');
    expect(svg).toContain('核对：');
    expect(svg).toContain('资料来源：');
    expect(svg).not.toMatch(/NaN|undefined|<script|href="(?!#)/);
    await expect(sharp(Buffer.from(svg)).metadata()).resolves.toMatchObject({ format: 'svg' });
  });
});

describe('text', () => {
  it('is measured in em', () => {
    expect(emsOf('决算')).toBe(2);
    expect(emsOf('12')).toBeCloseTo(1.16);
  });

  it('breaks between ideographs, never inside a number', () => {
    const lines = wrapText('收支总计 3,890.08 万元，比上年增加 531.83 万元。', 10);
    expect(lines.join('').replace(/\s/g, '')).toBe('收支总计3,890.08万元，比上年增加531.83万元。');
    expect(lines.every((line) => emsOf(line) <= 11)).toBe(true);
    expect(lines.join('|')).toContain('3,890.08');
    expect(lines.filter((line) => /^[，。]/.test(line))).toEqual([]);
  });
});
