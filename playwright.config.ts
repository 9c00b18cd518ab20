import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const port = process.env.JUESUAN_TEST_PORT ?? '3210';
const origin = `http://127.0.0.1:${port}`;
/** Debian's Chromium, an installed Chrome, else Playwright's own (undefined). */
const chromium = [process.env.JUESUAN_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.JUESUAN_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.JUESUAN_TEST_REPORT }]]
    : [['list']],
  use: {
    baseURL: origin,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-first-run',
        '--font-render-hinting=none',
      ],
    },
  },
  /** Loading adds an account to the store that all others look at, so it comes when they are through. */
  projects: [
    { name: 'pages', testIgnore: '**/loading.spec.ts' },
    { name: 'loading', testMatch: '**/loading.spec.ts', dependencies: ['pages'] },
  ],
  webServer: {
    command: 'node tests/setup/server.mjs',
    url: `${origin}/`,
    env: { JUESUAN_TEST_PORT: port },
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
