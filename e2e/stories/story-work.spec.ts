import type { Browser, Page } from '@playwright/test';
import { begin, field, fillIn, press, publish, read } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, type Role, signIn, test } from '../support/test';

const nfc = (text: string) => text.normalize('NFC');

/** A page of the desk with its own session. */
async function deskOf(
  role: Role,
  { browser, server, isScripted = true }: { browser: Browser; server: TestServer; isScripted?: boolean },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: isScripted });
  const page = await context.newPage();
  await signIn(page, server, role, '/admin/stories');
  return page;
}

/** A reporter's story that readers have. */
async function aLiveStory(reporter: Page, editor: Page, headline: string, isScripted = true) {
  const id = await begin(reporter, { headline }, isScripted);
  await press(reporter, 'ডেস্কে পাঠান');
  await reporter.waitForURL(/did=file/);
  await editor.goto(`/admin/stories/${id}`);
  await publish(editor);
  return id;
}

for (const isScripted of [true, false]) {
  const how = isScripted ? 'with script' : 'without script';

  test(`a reporter prepares the next version of a live story, and readers have it once an editor approves, ${how}`, async ({
    server,
    browser,
  }) => {
    const [reporter, editor] = [
      await deskOf('reporter', { browser, server, isScripted }),
      await deskOf('editor', { browser, server, isScripted }),
    ];
    const complaints = [complaintsOf(reporter), complaintsOf(editor)];
    const which = isScripted ? 'এক' : 'দুই';
    const [before, after] = [`সেতুর কাজ চলছে ${which}`, `সেতু খুলে গেল ${which}`];
    const id = await aLiveStory(reporter, editor, before, isScripted);

    await reporter.goto(`/admin/stories/${id}`);
    await expect(field(reporter, 'headline')).toBeDisabled();
    await reporter.getByRole('link', { name: 'পরের সংস্করণ লিখুন' }).click();
    await fillIn(reporter, { headline: after }, isScripted);
    await press(reporter, 'অনুমোদনের জন্য জমা দিন');
    await reporter.waitForURL(/did=file-next/);
    await expect(field(reporter, 'headline')).toHaveValue(after);
    for (const path of [`/national/${id}`, '/national']) {
      const { html } = await read(server, path);
      expect(html, path).toContain(before);
      expect(html, path).not.toContain(after);
    }

    await editor.goto(`/admin/stories/${id}`);
    await expect(field(editor, 'headline')).toHaveValue(before);
    await editor.getByRole('link', { name: 'পরের সংস্করণ খুলুন' }).click();
    await expect(field(editor, 'headline')).toHaveValue(after);
    if (isScripted) {
      for (const width of [1280, 390]) {
        await editor.setViewportSize({ width, height: 800 });
        expect([width, await axeViolations(editor)]).toEqual([width, []]);
        const overflow = await editor.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect([width, overflow]).toEqual([width, 0]);
      }
      await editor.setViewportSize({ width: 1280, height: 800 });
    }
    await press(editor, 'অনুমোদন করে প্রকাশ করুন');
    await editor.waitForURL(/did=apply-next/);
    for (const path of [`/national/${id}`, '/national']) {
      const { html } = await read(server, path);
      expect(html, path).toContain(after);
      expect(html, path).not.toContain(before);
    }
    expect(complaints.flat()).toEqual([]);
    for (const page of [reporter, editor]) await page.context().close();
  });
}

test('what was put right in the live text meanwhile is not undone by its next version', async ({
  server,
  browser,
}) => {
  const editor = await deskOf('editor', { browser, server });
  const id = await begin(editor, { headline: 'তিনটি ফেরি আটকা' });
  await publish(editor);
  await editor.goto(`/admin/stories/${id}?next=1`);
  await fillIn(editor, { headline: 'তিনটি ফেরি ছাড়া পেল' });
  await press(editor, 'পরের সংস্করণ সংরক্ষণ করুন');
  await editor.waitForURL(/did=save-next/);

  await editor.goto(`/admin/stories/${id}`);
  await fillIn(editor, { standfirst: 'ফেরি আসলে চারটি।', headline: 'চারটি ফেরি আটকা' });
  await press(editor, 'হালনাগাদ করুন');
  await editor.waitForURL(/did=save/);

  await editor.goto(`/admin/stories/${id}?next=1`);
  await press(editor, 'অনুমোদন করে প্রকাশ করুন');
  await expect(editor.getByText('প্রকাশিত খবরটি এর মধ্যে অন্যভাবে বদলেছে')).toBeVisible();
  expect((await read(server, `/national/${id}`)).html).toContain('চারটি ফেরি আটকা');

  await fillIn(editor, { headline: 'চারটি ফেরিই ছাড়া পেল', standfirst: 'ফেরি আসলে চারটি।' });
  await press(editor, 'অনুমোদন করে প্রকাশ করুন');
  await editor.waitForURL(/did=apply-next/);
  const { html } = await read(server, `/national/${id}`);
  for (const words of ['চারটি ফেরিই ছাড়া পেল', 'ফেরি আসলে চারটি।']) expect(html).toContain(nfc(words));
  await editor.context().close();
});

test('a correction stands dated under the story at the next request', async ({ server, page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'নদীর পানি বিপৎসীমার ওপরে' });
  await publish(page);
  const words = 'বিপৎসীমার উচ্চতা আগে ভুল লেখা হয়েছিল।';
  expect((await read(server, `/national/${id}`)).html).not.toContain('id="corrections"');

  await page.getByLabel('পাঠককে জানান কী ভুল ছিল').fill(words);
  await press(page, 'সংশোধনী প্রকাশ করুন');
  await expect(page.getByText('সংশোধনী প্রকাশিত হয়েছে।')).toBeVisible();
  const { html } = await read(server, `/national/${id}`);
  expect(html.slice(html.indexOf('id="corrections"'))).toContain(nfc(words));
  await page.goto(`/national/${id}`);
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const isScripted of [true, false]) {
  test(`a draft goes into the bin and comes out again as it was, ${isScripted ? 'with' : 'without'} script`, async ({
    server,
    browser,
  }) => {
    const page = await deskOf('reporter', { browser, server, isScripted });
    const headline = `ভুল করে লেখা ${isScripted}`;
    const id = await begin(page, { headline }, isScripted);
    await page.locator('.work summary', { hasText: /^ট্র্যাশ$/ }).click();
    await press(page, 'ট্র্যাশে ফেলুন');
    await expect(page.getByRole('button', { name: 'ট্র্যাশ থেকে ফেরত আনুন' })).toBeVisible();
    await page.goto('/admin/stories');
    await expect(page.getByRole('link', { name: headline })).toHaveCount(0);

    await page.goto('/admin/stories/bin');
    if (isScripted) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        expect([width, await axeViolations(page)]).toEqual([width, []]);
      }
    }
    await page.getByRole('link', { name: headline }).click();
    // The bin has a button of that name too.
    await page.waitForURL(/\/admin\/stories\/\d+$/);
    await press(page, 'ট্র্যাশ থেকে ফেরত আনুন');
    await expect(page.getByText('ফেরত আনা হয়েছে।')).toBeVisible();
    await expect(page.getByRole('button', { name: 'ট্র্যাশ থেকে ফেরত আনুন' })).toHaveCount(0);
    await page.goto('/admin/stories');
    await expect(page.getByRole('link', { name: headline })).toHaveCount(1);
    expect(server.rows('select state, binned_at from stories where id = ?', id)).toEqual([
      { state: 'draft', binned_at: null },
    ]);
    await page.context().close();
  });
}
