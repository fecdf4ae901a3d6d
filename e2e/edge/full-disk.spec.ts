import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommentClient } from '../support/forms/comment-client';
import { TestServer } from '../support/server/test-server';
import { expect, signIn, test } from '../support/test';

test('on a full disk a comment and a story are refused with a sentence, and nothing that was typed is gone', async ({
  browser,
}) => {
  // A server of its own, and a disk that is waited for.
  test.setTimeout(180_000);
  const sign = join(tmpdir(), `barta-full-disk-${process.pid}`);
  const server = await TestServer.open({
    NODE_OPTIONS: '--import ./e2e/support/server/full-disk.mjs',
    TEST_FULL_DISK: sign,
  });
  try {
    const reader = new CommentClient(server.baseURL, '/international/1');
    const words = 'নদীর ঘাটে দাঁড়িয়ে লেখা। '.repeat(150);
    const page = await reader.page();
    const context = await browser.newContext({ baseURL: server.baseURL });
    const editor = await context.newPage();
    await signIn(editor, server, 'editor', '/admin/stories');
    const plainContext = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
    const plain = await plainContext.newPage();
    await signIn(plain, server, 'editor', '/admin/stories');
    const [{ id }] = server.rows<{ id: number }>(
      "select id from stories where state = 'published' limit 1",
    ) as [{ id: number }];
    await editor.goto(`/admin/stories/${id}`);
    await plain.goto(`/admin/stories/${id}`);
    // No page of the file lies idle, in which a little more would still find room.
    server.change('vacuum');
    writeFileSync(sign, '');

    const { status, page: answer } = await reader.post(
      { body: words, name: 'রহিম', email: 'rahim@example.com', website: '' },
      page,
    );
    expect(status).toBe(503);
    expect(answer).toContain('এই মুহূর্তে মন্তব্য নেওয়া যাচ্ছে না।');
    expect(answer).toContain(words.trim().slice(-60));

    const long = 'সারসংক্ষেপ নয়, দীর্ঘ লেখা। '.repeat(15).trim();
    for (const [window, name] of [
      [plain, 'without script'],
      [editor, 'with script'],
    ] as const) {
      await window.locator('[name=standfirst]').fill(`${long} ${name}`);
      await window.getByRole('button', { name: /^(হালনাগাদ|সংরক্ষণ) করুন$/ }).click();
      await expect(window.getByText('সার্ভারে জায়গা নেই, তাই সংরক্ষণ করা গেল না।')).toBeVisible();
      await expect(window.locator('[name=standfirst]')).toHaveValue(`${long} ${name}`);
    }
    expect(server.output).not.toContain('Error: database or disk is full');

    rmSync(sign);
    await editor.getByRole('button', { name: /^(হালনাগাদ|সংরক্ষণ) করুন$/ }).click();
    await editor.waitForURL(/did=save/);
    expect(server.rows('select standfirst from stories where id = ?', id)).toEqual([
      { standfirst: `${long} with script` },
    ]);
  } finally {
    rmSync(sign, { force: true });
    await server.close();
  }
});

test('on a full disk every other form of the desk says so too, with all that was typed still in it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const sign = join(tmpdir(), `barta-full-disk-desk-${process.pid}`);
  const server = await TestServer.open({
    NODE_OPTIONS: '--import ./e2e/support/server/full-disk.mjs',
    TEST_FULL_DISK: sign,
  });
  try {
    const [{ live } = { live: 0 }] = server.rows<{ live: number }>(
      "select id as live from stories where form = 'live' and state = 'published' limit 1",
    );
    // Longer than what is left of a page of the file.
    const words = 'ঘাটে ঘাটে অপেক্ষা, মাঝনদীতে কুয়াশা। '.repeat(45).trim();
    const forms = [
      { at: `/admin/stories/${live}`, field: '#remark-words' },
      { at: `/admin/stories/${live}/live`, field: '#body' },
      {
        at: '/admin/pages/new',
        field: '#page-body',
        besides: { '#page-title': 'যাতায়াত', '#page-slug': 'ferry' },
      },
    ];
    for (const isScripted of [false, true]) {
      const how = isScripted ? 'with script' : 'without script';
      const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: isScripted });
      const page = await context.newPage();
      await signIn(page, server, 'chief', '/admin/stories');
      for (const { at, field, besides = {} } of forms) {
        await page.goto(at);
        // The panels beside a story are folded.
        await page.locator('.work details').evaluateAll((all) => {
          for (const panel of all) panel.setAttribute('open', '');
        });
        for (const [other, short] of Object.entries<string>(besides)) await page.locator(other).fill(short);
        await page.locator(field).fill(`${words} ${how}`);
        server.change('vacuum');
        writeFileSync(sign, '');
        const form = page.locator('form', { has: page.locator(field) });
        await form.locator('button:not([type=button])').first().click();
        await expect(form.getByText('সার্ভারে জায়গা নেই, তাই সংরক্ষণ করা গেল না।'), `${at} ${how}`).toBeVisible();
        await expect(page.locator(field)).toHaveValue(`${words} ${how}`);
        rmSync(sign);
      }
      await context.close();
    }
    expect(server.output).not.toContain('Error: database or disk is full');
  } finally {
    rmSync(sign, { force: true });
    await server.close();
  }
});
