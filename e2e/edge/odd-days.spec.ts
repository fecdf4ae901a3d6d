import type { Page } from '@playwright/test';
import { begin, field, fillIn, press } from '../support/forms/story-form';
import { bodyField } from '../support/forms/write-body';
import { until } from '../support/server/test-server';
import { expect, signIn, test } from '../support/test';

const offer = (page: Page) => page.getByRole('region', { name: 'আপনার অসংরক্ষিত লেখা আছে' });
const aDayMs = 86_400_000;

for (const [how, shift] of [
  ['a day behind', -aDayMs],
  ['a day ahead', aDayMs],
] as const) {
  test(`on a device whose clock is ${how}, what is typed is kept, offered and saved like any other`, async ({
    server,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.baseURL });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    const id = await begin(page, { headline: `ঘড়ি ${how}` });
    // The clock is put wrong, and runs on from there.
    await page.clock.install({ time: Date.now() + shift });
    await page.clock.resume();
    await page.goto(`/admin/stories/${id}`);
    await bodyField(page).waitFor();
    await field(page, 'headline').fill('ভুল ঘড়ির শিরোনাম');
    const kept = () =>
      server
        .rows<{ fields: string; at: number }>(
          'select fields, saved_at as at from story_drafts where story_id = ?',
          id,
        )
        .filter(({ fields }) => fields.includes('ভুল ঘড়ির শিরোনাম'));
    await until(async () => kept().length > 0, 'the draft is kept');
    // Under the server's time: the device's is nobody's business.
    expect(Math.abs((kept()[0]?.at ?? 0) - Date.now())).toBeLessThan(aDayMs / 2);

    await page.reload();
    await offer(page).getByRole('button', { name: 'ফরমে ফিরিয়ে আনুন' }).click();
    await expect(field(page, 'headline')).toHaveValue('ভুল ঘড়ির শিরোনাম');
    await press(page, 'সংরক্ষণ করুন');
    await page.waitForURL(/did=save/);
    expect(server.rows('select headline from stories where id = ?', id)).toEqual([
      { headline: 'ভুল ঘড়ির শিরোনাম' },
    ]);
    await context.close();
  });
}

for (const isScripted of [true, false]) {
  test(`a section that is gone by the time of the save is told at its field, and the text stays, ${isScripted ? 'with' : 'without'} script`, async ({
    server,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: isScripted });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    const headline = `বিভাগ উঠে গেছে ${isScripted ? 'ক' : 'খ'}`;
    await page.goto('/admin/stories/new');
    await fillIn(page, { section: 'sports', headline, body: 'মাঠে তখনও খেলা চলছিল।' }, isScripted);
    server.change("update sections set slug = 'games' where slug = 'sports'");
    try {
      await press(page, 'খসড়া সংরক্ষণ করুন');
      await expect(page.locator('#section-error')).toContainText('তালিকা থেকে আবার বেছে নিন');
      await expect(field(page, 'headline')).toHaveValue(headline);
      if (isScripted) await expect(bodyField(page)).toContainText('মাঠে তখনও খেলা চলছিল।');
      else await expect(bodyField(page, false)).toHaveValue('মাঠে তখনও খেলা চলছিল।');
      await field(page, 'section').selectOption('national');
      await press(page, 'খসড়া সংরক্ষণ করুন');
      await page.waitForURL(/did=create/);
      expect(server.rows('select headline from stories where headline = ?', headline)).toHaveLength(1);
    } finally {
      server.change("update sections set slug = 'sports' where slug = 'games'");
    }
    await context.close();
  });
}

test('a save that gets no answer leaves the form as it is, says so, and goes again by itself', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL });
  const page = await context.newPage();
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'সাড়া নেই' });
  await bodyField(page).waitFor();
  // Drafts still reach the server; the save itself does not.
  const isSave = (url: URL) => url.pathname === `/admin/stories/${id}`;
  await page.route(isSave, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await field(page, 'headline').fill('সাড়া মেলার পর');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.getByText('সার্ভারের সাড়া পাওয়া যায়নি')).toBeVisible();
  await expect(field(page, 'headline')).toHaveValue('সাড়া মেলার পর');
  await field(page, 'kicker').fill('ঘাট');
  await page.unroute(isSave);
  await page.waitForURL(/did=save/, { timeout: 30_000 });
  await until(
    async () =>
      server.rows<{ headline: string; kicker: string }>(
        'select headline, kicker from stories where id = ?',
        id,
      )[0]?.kicker === 'ঘাট',
    'all that stands in the form is saved',
  );
  await context.close();
});

test('whoever saves goes on writing: the caret stays, and nothing typed meanwhile is gone', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL });
  const page = await context.newPage();
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'লিখতে লিখতে' });
  await bodyField(page).waitFor();
  await bodyField(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' প্রথম');
  await page.keyboard.press('Control+s');
  for (const word of ['দ্বিতীয়', 'তৃতীয়', 'চতুর্থ', 'পঞ্চম']) await page.keyboard.type(` ${word}`, { delay: 20 });
  await page.waitForURL(/did=save/);
  await page.keyboard.type(' ষষ্ঠ');
  await expect(bodyField(page)).toContainText('প্রথম দ্বিতীয় তৃতীয় চতুর্থ পঞ্চম ষষ্ঠ');
  await page.keyboard.press('Control+s');
  await until(
    async () =>
      (
        server.rows<{ text: string }>('select body_text as text from stories where id = ?', id)[0]?.text ?? ''
      ).includes('পঞ্চম ষষ্ঠ'),
    'all of it is saved, and nobody is asked to merge with themselves',
  );
  await expect(page.locator('section.merge')).toHaveCount(0);
  await context.close();
});

test('two megabytes pasted into the form without script are refused with a word, and every letter stays', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto('/admin/stories/new');
  const words = 'ক '.repeat(500_000).trim();
  await fillIn(page, { section: 'national', headline: 'দুই মেগাবাইট', body: words }, false);
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await expect(page.locator('#body-error')).toContainText('অক্ষর');
  await expect(field(page, 'headline')).toHaveValue('দুই মেগাবাইট');
  // Looked at here: a report that holds two megabytes is read by nobody.
  expect((await bodyField(page, false).inputValue()) === words).toBe(true);
  await context.close();
});
