import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hostile from '@barta/bengali/testing/hostile-strings.json' with { type: 'json' };
import { begin, field, fillIn, press, publish, read } from '../support/forms/story-form';
import { bodyField as body } from '../support/forms/write-body';
import { type TestServer, until } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

/** Whether the edge server has the page in memory: its renderer is held still meanwhile. */
async function isRemembered(server: TestServer, path: string): Promise<boolean> {
  const renderer = await server.rendererPid();
  process.kill(renderer, 'SIGSTOP');
  try {
    const answer = await fetch(new URL(path, server.baseURL), { signal: AbortSignal.timeout(1500) });
    return answer.status === 200;
  } catch {
    return false;
  } finally {
    process.kill(renderer, 'SIGCONT');
  }
}

test('a reporter files, an editor publishes and corrects, and every next reader has it', async ({
  server,
  browser,
}) => {
  const reporter = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
  const complaints = complaintsOf(reporter);
  await signIn(reporter, server, 'reporter', '/admin/stories');
  const id = await begin(reporter, { headline: 'পাথরঘাটায় নতুন ঘাট', topics: 'নতুন ঘাট', bylines: 'রহিমা খাতুন' });
  // Who writes signs, unless they take their name out.
  const [{ name }] = server.rows<{ name: string }>(
    "select name from staff where email = 'reporter@barta.test'",
  ) as [{ name: string }];
  await expect(field(reporter, 'bylines')).toHaveValue(`${name}, রহিমা খাতুন`);
  expect((await read(server, `/national/${id}`)).status).toBe(404);
  await press(reporter, 'ডেস্কে পাঠান');
  await reporter.waitForURL(/did=file/);
  await expect(field(reporter, 'headline')).toBeDisabled();
  expect(complaints).toEqual([]);

  const editor = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
  await signIn(editor, server, 'editor', '/admin/stories');
  await editor.goto('/admin/stories?state=filed');
  await editor.getByRole('link', { name: 'পাথরঘাটায় নতুন ঘাট' }).click();
  await publish(editor);

  const [{ slug: byline }] = server.rows<{ slug: string }>(
    'select slug from bylines where name = ?',
    'রহিমা খাতুন',
  ) as [{ slug: string }];
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(new Date());
  const pages = [
    `/national/${id}`,
    '/national',
    encodeURI('/topic/নতুন-ঘাট'),
    encodeURI(`/byline/${byline}`),
    '/',
    `/archive/${day}`,
  ];
  for (const path of pages) expect((await read(server, path)).html, path).toContain('পাথরঘাটায় নতুন ঘাট');
  const [unrelated] = server.rows<{ slug: string }>("select slug from topics where name <> 'নতুন ঘাট' limit 1");
  const elsewhere = encodeURI(`/topic/${unrelated?.slug}`);
  await read(server, elsewhere);

  await fillIn(editor, { headline: 'পাথরঘাটায় নতুন ঘাট চালু' });
  await press(editor, 'হালনাগাদ করুন');
  await editor.waitForURL(/did=save/);

  expect(await isRemembered(server, elsewhere)).toBe(true);
  expect(await isRemembered(server, '/national')).toBe(false);
  for (const path of pages) {
    const { status, html } = await read(server, path);
    expect([path, status]).toEqual([path, 200]);
    expect(html, path).toContain('পাথরঘাটায় নতুন ঘাট চালু');
  }
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`what is refused stands in the form as it was typed, ${how}`, async ({ server, browser }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    await page.goto('/admin/stories/new');
    await press(page, 'খসড়া সংরক্ষণ করুন');
    await expect(page.getByText('শিরোনাম লিখুন।')).toBeVisible();
    await fillIn(page, { body: 'প্রথম।\n\nদ্বিতীয়।', kicker: 'ক'.repeat(61) }, javaScriptEnabled);
    await fillIn(page, { standfirst: 'খ'.repeat(501) }, javaScriptEnabled);
    await press(page, 'খসড়া সংরক্ষণ করুন');

    await expect(page.getByText('৫০০ অক্ষরের মধ্যে রাখুন।')).toBeVisible();
    await expect(page.getByText('৬০ অক্ষরের মধ্যে রাখুন।')).toBeVisible();
    if (javaScriptEnabled) await expect(body(page)).toContainText(/প্রথম।\s*দ্বিতীয়।/);
    else await expect(field(page, 'body')).toHaveValue('প্রথম।\n\nদ্বিতীয়।');
    await expect(field(page, 'kicker')).toHaveValue('ক'.repeat(61));

    const empty = { headline: 'খালি খবর', section: 'sports', body: '', kicker: '', standfirst: '' };
    await fillIn(page, empty, javaScriptEnabled);
    await press(page, 'খসড়া সংরক্ষণ করুন');
    await page.waitForURL(/did=create/);
    await press(page, 'প্রকাশ করুন');
    await expect(page.getByText('মূল লেখা ছাড়া খবর পাঠানো যায় না।')).toBeVisible();
  });

  test(`a reporter begins with nothing but words, and chooses a section before it is filed, ${how}`, async ({
    server,
    browser,
  }) => {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled, viewport });
    const page = await context.newPage();
    await signIn(page, server, 'reporter', '/admin');
    await page.goto('/admin/stories/new');
    const words = 'ভোর থেকে মাঝনদীতে আটকা পড়েছে তিনটি ফেরি, যাত্রী প্রায় পাঁচ শ।';
    await fillIn(page, { body: words }, javaScriptEnabled);
    await press(page, 'খসড়া সংরক্ষণ করুন');
    await page.waitForURL(/did=create/);
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));
    const title = 'ভোর থেকে মাঝনদীতে আটকা পড়েছে তিনটি ফেরি, যাত্রী …';
    await expect(field(page, 'headline')).toHaveValue(title.normalize('NFC'));
    await expect(field(page, 'section')).toHaveValue('');

    await press(page, 'ডেস্কে পাঠান');
    await expect(page.getByText('বিভাগ বেছে নিন।')).toBeVisible();
    const row = () => server.rows('select state, is_section_open as isOpen from stories where id = ?', id);
    expect(row()).toEqual([{ state: 'draft', isOpen: 1 }]);
    const list = await context.newPage();
    await list.goto('/admin/stories?mine=1');
    await expect(list.locator('tr', { hasText: title.normalize('NFC') })).toContainText('বিভাগ বাছা হয়নি');

    await fillIn(page, { section: 'sports', headline: 'মাঝনদীতে আটকা তিন ফেরি' }, javaScriptEnabled);
    await press(page, 'ডেস্কে পাঠান');
    await page.waitForURL(/did=file/);
    expect(row()).toEqual([{ state: 'filed', isOpen: 0 }]);
    await context.close();
  });

  test(`two who write on the same story lose nothing, ${how}`, async ({ server, browser }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
    const mine = await context.newPage();
    await signIn(mine, server, 'editor', '/admin/stories');
    const id = await begin(mine, { headline: 'দুজনের খবর' }, javaScriptEnabled);
    const theirs = await context.newPage();
    await theirs.goto(`/admin/stories/${id}`);
    await fillIn(theirs, { headline: 'অন্যজনের শিরোনাম' }, javaScriptEnabled);
    await press(theirs, 'সংরক্ষণ করুন');
    await theirs.waitForURL(/did=save/);

    await fillIn(mine, { headline: 'আমার শিরোনাম', body: 'আমার লেখা।' }, javaScriptEnabled);
    await press(mine, 'সংরক্ষণ করুন');

    const merge = mine.getByRole('region', { name: 'দুজনের লেখা মিলিয়ে' });
    await expect(merge).toContainText('অন্যজনের শিরোনাম');
    await expect(field(mine, 'headline')).toHaveValue('আমার শিরোনাম');
    if (javaScriptEnabled) await expect(body(mine)).toHaveText('আমার লেখা।');
    else await expect(field(mine, 'body')).toHaveValue('আমার লেখা।');
    await press(mine, 'সংরক্ষণ করুন');
    await expect(mine.getByText('সেখানে কোনটি থাকবে বেছে নিন')).toBeVisible();
    await merge.getByRole('radio', { name: 'আমি যা লিখেছি' }).check();
    await press(mine, 'মেলানো লেখা সংরক্ষণ করুন');
    await mine.waitForURL(/did=save/);
    expect(server.rows('select headline from stories where id = ?', id)).toEqual([
      { headline: 'আমার শিরোনাম' },
    ]);
    await context.close();
  });

  test(`a session that has ended takes no text with it, ${how}`, async ({ server, browser }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    const id = await begin(page, { headline: 'মেয়াদ শেষ' }, javaScriptEnabled);
    server.change('update staff_sessions set ended_at = 1 where ended_at is null');

    await fillIn(page, { headline: 'হারাবে না', body: 'এ লেখা হারাবে না।' }, javaScriptEnabled);
    await press(page, 'সংরক্ষণ করুন');

    await expect(page.getByRole('link', { name: 'নতুন ট্যাবে লগইন করুন' })).toBeVisible();
    await expect(field(page, 'headline')).toHaveValue('হারাবে না');
    if (javaScriptEnabled) await expect(body(page)).toHaveText('এ লেখা হারাবে না।');
    else await expect(field(page, 'body')).toHaveValue('এ লেখা হারাবে না।');
    expect(server.rows('select headline from stories where id = ?', id)).toEqual([{ headline: 'মেয়াদ শেষ' }]);

    const tab = await context.newPage();
    await signIn(tab, server, 'editor', '/admin');
    await press(page, 'সংরক্ষণ করুন');
    await page.waitForURL(/did=save/);
    expect(server.rows('select headline from stories where id = ?', id)).toEqual([{ headline: 'হারাবে না' }]);
    await context.close();
  });
}

test('a retracted story is gone, says why, and leaves its listings', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'যে খবর ভুল ছিল', topics: 'প্রত্যাহার' });
  await publish(page);
  expect((await read(server, `/national/${id}`)).status).toBe(200);

  await page.locator('summary', { hasText: 'খবর প্রত্যাহার' }).click();
  await press(page, 'প্রত্যাহার করুন');
  await expect(page.getByText('প্রত্যাহারের কারণ লিখুন।')).toBeVisible();
  await fillIn(page, { retractionNote: 'সূত্রের তথ্য ভুল ছিল।' });
  await press(page, 'প্রত্যাহার করুন');
  await page.waitForURL(/did=retract/);

  const gone = await read(server, `/national/${id}`);
  expect(gone.status).toBe(410);
  expect(gone.html).toContain('সূত্রের তথ্য ভুল ছিল।');
  for (const path of ['/', '/national'])
    expect((await read(server, path)).html).not.toContain('যে খবর ভুল ছিল');
});

test('a scheduled story is nobody’s until its time, and then the clock publishes it', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'সময়মতো খবর' });
  await fillIn(page, { scheduledAt: '2020-01-01T10:00' });
  await press(page, 'সময় ঠিক করুন');
  await expect(page.getByText('সময়টি পেরিয়ে গেছে')).toBeVisible();
  await fillIn(page, { scheduledAt: '2099-01-01T10:30' });
  await press(page, 'সময় ঠিক করুন');
  await page.waitForURL(/did=schedule/);
  await expect(field(page, 'scheduledAt')).toHaveValue('2099-01-01T10:30');
  expect(server.rows('select scheduled_at as at from stories where id = ?', id)).toEqual([
    { at: Date.parse('2099-01-01T10:30+06:00') },
  ]);
  expect((await read(server, `/national/${id}`)).status).toBe(404);

  server.change('update stories set scheduled_at = ? where id = ?', Date.now() - 1000, id);
  await until(async () => (await read(server, `/national/${id}`)).status === 200, 'the clock publishes');
  expect((await read(server, '/')).html).toContain('সময়মতো খবর');
  expect(
    server.rows(
      "select actor_kind as who from audit_entries where verb = 'publish-story' and subject = ?",
      String(id),
    ),
  ).toEqual([{ who: 'clock' }]);
});

test('nothing that is typed into any field can run, for readers or at the desk', async ({ server, page }) => {
  // Dozens of pages: a busy machine takes its time.
  test.setTimeout(240_000);
  const rows = hostile.map(({ payload }, n) => ({
    id: `hostile-${n}`,
    section: 'national',
    kicker: payload.slice(0, 60),
    headline: payload.slice(0, 200),
    standfirst: payload,
    body: `${payload}\n\n> ${payload}\n\nশেষ`,
    byline: payload.slice(0, 60),
    topics: [payload.slice(0, 60)],
    publishedMinutesAgo: n,
  }));
  const file = join(server.folder, 'hostile.json');
  writeFileSync(file, JSON.stringify(rows));
  await server.barta('import-stories', file);
  const ids = server.rows<{ id: number }>("select id from stories where external_id like 'hostile-%'");
  expect(ids).toHaveLength(rows.length);

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await signIn(page, server, 'editor', '/admin/stories');
  const paths = ids.flatMap(({ id }) => [`/national/${id}`, `/admin/stories/${id}`]);
  for (const path of ['/', '/national', '/admin/stories', ...paths]) {
    await page.goto(path);
    const armed = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*')).flatMap((element) =>
        element.getAttributeNames().filter(
          // React's own guard of a form that its script sends is no word of anybody's.
          (name) =>
            name.startsWith('on') ||
            /^\s*javascript:(?!throw new Error\('A React form was unexpectedly submitted)/i.test(
              element.getAttribute(name) ?? '',
            ),
        ),
      ),
    );
    expect([path, armed]).toEqual([path, []]);
    expect(await page.title()).not.toMatch(/^[1x]$/);
  }
  expect(dialogs).toEqual([]);
});

test('the list is narrowed by state and words, and leads on to older stories', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/stories');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(30);
  const first = await rows.locator('.h a').allInnerTexts();
  await page.getByRole('link', { name: 'আরও পুরোনো' }).click();
  await page.waitForURL(/before=/);
  const second = await rows.locator('.h a').allInnerTexts();
  expect(second.length).toBeGreaterThan(0);
  const ids = server.rows('select id from stories');
  expect(first.length + second.length).toBeLessThanOrEqual(ids.length);

  await page.goto('/admin/stories');
  await page.locator('[name=q]').last().fill('কিম-পুতিন');
  await press(page, 'ফিল্টার করুন');
  await expect(rows).toHaveCount(1);
  await page.goto('/admin/stories?q=%E0%A7%A7');
  await expect(rows.locator('.h a')).toHaveAttribute('href', '/admin/stories/1');
});

test('the story pages have no fault that axe can see, and the console is silent', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  for (const path of ['/admin/stories', '/admin/stories/new', '/admin/stories/1']) {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect([path, width, await axeViolations(page)]).toEqual([path, width, []]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, width, overflow]).toEqual([path, width, 0]);
    }
  }
  expect(complaints).toEqual([]);
});

test('whoever saves from the middle of a long text sees what was refused, and whoever types on is not torn away', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'reporter', '/admin/stories');
  await page.goto('/admin/stories/new');
  const text = Array.from({ length: 30 }, (_, at) => `অনুচ্ছেদ ${at}`).join('\n\n');
  await fillIn(page, { headline: 'লম্বা লেখা', shortHeadline: 'ক'.repeat(81), body: text });
  const typing = body(page);
  await typing.press('Control+End');
  const notice = page.locator('#story-refused');
  const why = page.getByRole('link', { name: 'কাজটি হয়নি: কারণ দেখুন' });

  await page.keyboard.press('Control+s');
  await expect(why).toBeInViewport();
  await page.keyboard.type(' শেষ কথা');
  await expect(typing).toContainText('অনুচ্ছেদ 29 শেষ কথা');
  await expect(notice).not.toBeInViewport();
  await why.click();
  await expect(notice).toBeInViewport();

  await typing.press('Control+End');
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await expect(field(page, 'shortHeadline')).toBeFocused();
  await expect(field(page, 'shortHeadline')).toBeInViewport();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a draft begun without a headline is not published under its working title, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    server,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    const body = 'রাত নামার আগেই ঘাটে ভিড়ল শেষ ফেরিটি।';
    const id = await begin(page, { body }, javaScriptEnabled);
    await expect(field(page, 'headline')).toHaveValue(body.normalize('NFC'));
    await field(page, 'standfirst').fill('নামিয়ে আনা হলো সবাইকে।');
    await press(page, 'প্রকাশ করুন');
    await expect(page.locator('#headline-error')).toContainText('সাময়িক শিরোনাম');
    await expect(field(page, 'standfirst')).toHaveValue('নামিয়ে আনা হলো সবাইকে।'.normalize('NFC'));
    expect((await read(server, `/national/${id}`)).status).toBe(404);
    await field(page, 'headline').fill('শেষ ফেরি ঘাটে');
    await publish(page);
    expect((await read(server, `/national/${id}`)).html).toContain('শেষ ফেরি ঘাটে');
    await context.close();
  });
}
