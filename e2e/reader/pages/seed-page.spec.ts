import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TestServer } from '../../support/server/test-server';
import { expect, test } from '../../support/test';

const golden = readFileSync('e2e/golden/seed-page.txt', 'utf8')
  .split('\n')
  .map(asOneLine)
  .filter((line) => line !== '');
const [dateLine = '', headline = '', body = '', ...rest] = golden;
const publishedLine = rest.find((line) => line.startsWith('প্রকাশিত সময়')) ?? '';

test.describe('with the English labels and the older calendar, on 28 December 2025', () => {
  let then: TestServer;
  test.beforeAll(async () => {
    then = await TestServer.open({
      NODE_OPTIONS: '--import ./e2e/support/server/clock-at.mjs',
      TEST_CLOCK_AT: '2025-12-28T06:00:00Z',
    });
    then.change(`insert into settings (key, value) values ('labelSet', '"en"'), ('calendar', '"academy1987"')
      on conflict (key) do update set value = excluded.value`);
  });
  test.afterAll(async () => {
    await then.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`the seed's page has its lines word for word, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${then.baseURL}/international/1`);

      const shown = asOneLine(await page.locator('body').innerText());
      const onScreen = golden.slice(0, golden.indexOf('সর্বাধিক পঠিত') + 1);
      expect(onScreen).toHaveLength(8);
      let from = 0;
      for (const line of onScreen) {
        const at = shown.indexOf(line, from);
        expect(at, `in its place: ${line}`).toBeGreaterThanOrEqual(from);
        from = at + line.length;
      }
      expect(shown).toContain(publishedLine);
      await context.close();
    });
  }

  test('what comes from the printer ends with the headline and when it was published', async ({
    browser,
  }) => {
    const page = await browser.newPage();
    await page.goto(`${then.baseURL}/international/1`);
    await page.emulateMedia({ media: 'print' });

    const printed = asOneLine(await page.locator('body').innerText());
    expect(printed).toContain(body);
    expect(printed.indexOf(headline, printed.indexOf(body))).toBeGreaterThan(0);
    expect(printed.indexOf(publishedLine, printed.indexOf(body))).toBeGreaterThan(0);
    expect(printed).not.toContain('Write Your Comment');
    await page.close();
  });

  test('the date strip is the golden one to the letter', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(`${then.baseURL}/`);
    await expect(page.locator('.strip time')).toHaveText(dateLine);
    await page.close();
  });
});

test('by default the seed stands under Bengali labels', async ({ page }) => {
  await page.goto('/international/1');
  const shown = await textOf(page);
  for (const line of [headline, body, 'ট্যাগ :', 'আপনার মন্তব্য লিখুন', 'সর্বাধিক পঠিত', publishedLine])
    expect(shown).toContain(line);
  expect(shown).not.toContain('Tag :');
});

async function textOf(page: Page): Promise<string> {
  return asOneLine(await page.locator('body').innerText());
}

function asOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
