import type { Page } from '@playwright/test';
import { expect, testWithOwnServer } from '../../support/test';

/** What comes out of the printer: one story, dark on white, whatever the page looked like on the screen. */
const test = testWithOwnServer();

/** Words as pale as these are not read on white paper; printers leave the dark ground away. */
const palestOnPaper = 0.25;

const paths = [
  '/',
  '/international/1',
  '/national/2',
  ':opinion',
  ':photo',
  ':video',
  ':live',
  ':explainer',
  ':longread',
] as const;

for (const chosen of ['by the system', 'by a button'] as const)
  test(`who reads in the dark, ${chosen}, prints in black`, async ({ page, server }) => {
    await page.emulateMedia({ media: 'print', colorScheme: chosen === 'by the system' ? 'dark' : 'light' });
    for (const at of paths) {
      const form = at.startsWith(':') && at.slice(1);
      const [story] = server.rows<{ path: string }>(
        `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
         where form = ? and state = 'published'`,
        form || '',
      );
      await page.goto(story?.path ?? at);
      if (chosen === 'by a button')
        await page.evaluate(() => {
          document.documentElement.dataset.theme = 'dark';
        });
      expect(await paleWords(page), at).toEqual([]);
    }
  });

function paleWords(page: Page): Promise<string[]> {
  return page.evaluate((palest) => {
    const pale: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('.wordmark, main *')) {
      const words = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!words || !element.checkVisibility() || element.closest('.vh')) continue;
      const parts =
        getComputedStyle(element)
          .color.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      const [red = 0, green = 0, blue = 0] = parts.map((part) => (part / 255) ** 2.2);
      if (0.2126 * red + 0.7152 * green + 0.0722 * blue > palest)
        pale.push(`${element.tagName} ${element.className}: ${element.textContent?.slice(0, 30)}`);
    }
    return pale;
  }, palestOnPaper);
}

test('a box of facts is printed, what is also to be read is not; a photograph is, a drawing is not', async ({
  page,
  server,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/national/2');
  // Firefox makes an empty last sheet of a body that must be as high as the screen.
  await expect(page.locator('body')).toHaveCSS('min-height', '0px');
  await expect(page.locator('figure.lead')).toBeVisible();
  await expect(page.locator('.share, .tags, .rail, .comments').filter({ visible: true })).toHaveCount(0);
  await page.goto('/international/1');
  await expect(page.locator('figure.lead')).toBeHidden();
  const [story] = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where form = 'explainer' and state = 'published'`,
  );
  await page.goto(story?.path ?? '');
  await expect(page.locator('.body .inset:not([aria-label])').first()).toBeVisible();
  for (const also of await page.locator('.body .inset[aria-label]').all()) await expect(also).toBeHidden();
});

test('a front is printed as a few sheets of headlines, not as the ten that it was', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const sheets = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(sheets.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: 'print' });
  const headlines = page.locator('main h3').filter({ visible: true });
  expect(await headlines.count()).toBeGreaterThan(30);
  await expect(page.locator('.picker, .tabs, .block .pic').filter({ visible: true })).toHaveCount(0);
});
