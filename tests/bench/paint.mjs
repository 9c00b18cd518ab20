import { chromium } from '@playwright/test';
import { findChromium } from '../../db/setup/system.mjs';
import { median } from './clock.mjs';

const TURNS = 7;
/** milliseconds that the frame's script is held back */
const HELD = 1_000;

async function paintOf(browser, address, held) {
  const page = await browser.newPage();
  await page.route('**/embed/frame.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, held));
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'load' });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    script: performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/embed/frame.js')).responseEnd,
  }));
  await page.close();
  return times;
}

/** When an embed is first painted, with its script at once, and held back for a second: paint must not wait for it. */
export async function measurePaint(url, ids) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const address = `${url}/embed/totals?accounts=${ids.slice(0, 2).join(',')}`;
  try {
    await paintOf(browser, address, 0);
    const rows = [];
    for (const [label, held] of [
      ['script at once', 0],
      ['script held back for 1 s', HELD],
    ]) {
      const turns = [];
      for (let turn = 0; turn < TURNS; turn += 1) turns.push(await paintOf(browser, address, held));
      const of = (key) => `${Math.round(median(turns.map((times) => times[key])))} ms`;
      rows.push([label, of('paint'), of('script')]);
    }
    return rows;
  } finally {
    await browser.close();
  }
}
