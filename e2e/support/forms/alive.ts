import type { Page } from '@playwright/test';

/**
 * Every form of the page is React's by now, and what is done as it becomes so is done. To be waited for rather than a
 * quiet network, which Playwright at times never sees.
 */
export async function isAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main form')].every((form) =>
      Object.keys(form).some((key) => key.startsWith('__reactProps')),
    ),
  );
  await page.evaluate(
    () => new Promise<void>((go) => requestAnimationFrame(() => requestAnimationFrame(() => go()))),
  );
}
