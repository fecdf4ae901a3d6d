import { defineConfig } from '@playwright/test';

/** Against the production build, through the edge server. `npm test` builds first and names the browser. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/server/seed-once.ts',
  fullyParallel: false,
  workers: 2,
  // A second try begins with a fresh newsroom: what another test has left behind fails nobody for good.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'bn-BD',
    timezoneId: 'Asia/Dhaka',
    launchOptions: {
      ...(process.env.PLAYWRIGHT_CHROMIUM ? { executablePath: process.env.PLAYWRIGHT_CHROMIUM } : {}),
      // No sandbox: CI runs as root. The rest keeps the browser from calling home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
