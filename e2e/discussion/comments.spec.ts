import type { Page } from '@playwright/test';
import scripts from '@/lib/comments/posting/xss-strings.fixture.json' with { type: 'json' };
import { answerIn, CommentClient, noticeIn, threadsIn } from '../support/forms/comment-client';
import { fillInComment, sendComment } from '../support/forms/comment-form';
import { aKnownDevice, aKnownWriter } from '../support/forms/known-writer';
import { TestServer } from '../support/server/test-server';
import { answerOn, axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const STORY = '/international/1';

/** One approved comment before makes a device known. */
function knownClient(server: TestServer, email: string): CommentClient {
  return new CommentClient(server.baseURL, STORY, aKnownDevice(server, { email }));
}

test('a first comment by a plain client waits, is approved without a script, and stands in the next page', async ({
  server,
  browser,
}) => {
  const reader = new CommentClient(server.baseURL, STORY);
  await reader.page();
  const answer = await reader.post({
    body: 'ঘাটে আমরা ছিলাম সাড়ে ছয় ঘণ্টা।',
    name: 'রফিকুল ইসলাম',
    email: 'Rofiq.Secret@Mail.Example',
    website: '',
  });
  expect(answer.status).toBe(303);
  expect(noticeIn(answer)).toContain('আপনার মন্তব্য পেয়েছি');
  expect(threadsIn(await reader.page())).not.toContain('সাড়ে ছয় ঘণ্টা'.normalize('NFC'));
  expect(
    server.rows('select email from commenters where email = ?', 'rofiq.secret@mail.example'),
  ).toHaveLength(1);

  const desk = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseURL });
  const page = await desk.newPage();
  await signIn(page, server, 'moderator', '/admin/comments');
  const card = page.getByRole('article', { name: 'রফিকুল ইসলাম' });
  await expect(card).toContainText('ro•••@mail.example');
  await expect(card).toContainText('প্রথম মন্তব্য');
  await card.getByRole('button', { name: 'অনুমোদন' }).click();
  await expect(page.locator('.queue-messages')).toContainText('১টি মন্তব্য অনুমোদিত হয়েছে'.normalize('NFC'));
  await desk.close();

  expect(threadsIn(await reader.page())).toContain('সাড়ে ছয় ঘণ্টা'.normalize('NFC'));
  // A client that says no origin is no news.
  expect(server.output).not.toMatch(/missing `?origin/i);
});

test('a known address appears at once, in the answer and in the next page', async ({ server }) => {
  const client = knownClient(server, 'known@mail.example');
  const answer = await client.post({
    body: 'সঙ্গে সঙ্গে দেখা যায়',
    name: 'রহিম',
    email: 'known@mail.example',
  });

  expect(noticeIn(answer)).toContain('আপনার মন্তব্য প্রকাশিত হয়েছে');
  expect(threadsIn(answer.page)).toContain('সঙ্গে সঙ্গে দেখা যায়'.normalize('NFC'));
  expect(threadsIn(await client.page())).toContain('সঙ্গে সঙ্গে দেখা যায়'.normalize('NFC'));
});

test('who is asked for a sum does it unnoticed, over plain http too, where browsers bring no hashes along', async ({
  server,
  page,
}) => {
  await aKnownWriter(page, server, 'sum@mail.example');
  await server.barta('setting', 'spamGreyFrom', '1');
  const modules: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/enhance/proof-')) modules.push(request.url());
  });
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  try {
    await page.goto(STORY);
    const body = 'হাটের ইজারাদারের নম্বর ০১৭১২-৩৪৫৬৭৮, তাঁকেই জিজ্ঞেস করুন।';
    await fillInComment(page, { body, name: 'রহিম', email: 'sum@mail.example' });
    await sendComment(page).click();
    await expect(answerOn(page)).toContainText('প্রকাশিত হয়েছে'.normalize('NFC'));
    expect(modules).toHaveLength(1);
    expect(server.rows('select state from comments where body = ?', body)).toEqual([{ state: 'visible' }]);
  } finally {
    await server.barta('setting', 'spamGreyFrom', '3');
  }
});

test('a comment is seen by the next reader, and makes no page anew but those that show it', async ({
  server,
}) => {
  const client = knownClient(server, 'fresh@mail.example');
  const { slug, id } = server.rows<{ slug: string; id: number }>(
    `select slug, stories.id from stories join sections on sections.id = section_id
     where state = 'published' and slug <> 'international' limit 1`,
  )[0] ?? { slug: '', id: 0 };
  const others = ['/', '/international', '/district', `/${slug}/${id}`];
  const fetched = (path: string) => fetch(server.baseURL + path, { signal: AbortSignal.timeout(3_000) });
  for (const path of [STORY, ...others]) await (await fetched(path)).text();
  await client.post({ body: 'সবাই এখনই দেখুক', name: 'রহিম', email: 'fresh@mail.example' });
  expect(threadsIn(await client.page())).toContain('সবাই এখনই দেখুক');

  await client.send({ body: 'এটিও নতুন', name: 'রহিম', email: 'fresh@mail.example' });
  const pid = await server.rendererPid();
  process.kill(pid, 'SIGSTOP');
  try {
    for (const path of others) expect((await fetched(path)).status, path).toBe(200);
    await expect(fetched(STORY)).rejects.toThrow();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  expect(threadsIn(await client.page())).toContain('এটিও নতুন');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an error stands at its field and everything typed is still there', async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.goto(STORY);
      await fillInComment(page, {
        body: 'লেখা থেকে যায়\n\nদুই অনুচ্ছেদ',
        name: 'রহিম',
        email: 'rahima@',
        website: 'javascript:alert(1)',
      });
      await page.locator('input[name=remember]').check();
      await sendComment(page).click();

      await expect(page.locator('#comment-email-error')).toContainText('যেমন: name@example.com');
      await expect(page.locator('#comment-website-error')).toBeVisible();
      await expect(page.locator('#comment-email')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('#comment-email')).toHaveAttribute('aria-describedby', /comment-email-error/);
      await expect(page.locator('#comment-body')).toHaveValue('লেখা থেকে যায়\n\nদুই অনুচ্ছেদ');
      await expect(page.locator('#comment-name')).toHaveValue('রহিম');
      await expect(page.locator('#comment-email')).toHaveValue('rahima@');
      await expect(page.locator('input[name=remember]')).toBeChecked();
      await expect(page.locator('#comment-name-error')).toHaveCount(0);
      await page.locator('#comment-email').fill('rahima@gmial.com');
      await sendComment(page).click();
      await expect(page.locator('#comment-email-error')).toContainText('rahima@gmail.com');
      await expect(page.locator('#comment-email')).toHaveValue('rahima@gmial.com');
      // Without script it is a page of its own, and the browser names its status.
      expect(complaints.filter((one) => javaScriptEnabled || !one.includes('status of 422'))).toEqual([]);
    });

    test('an answer names whom it answers, and stands below that comment', async ({ page, server }) => {
      const email = `answers-${javaScriptEnabled}@mail.example`;
      const client = knownClient(server, email);
      await aKnownWriter(page, server, email);
      await client.post({ body: `মূল কথা ${javaScriptEnabled}`, name: 'করিম', email });

      await page.goto(STORY);
      const root = page.locator('.thread > li', { hasText: `মূল কথা ${javaScriptEnabled}` });
      await root
        .getByRole('link', { name: /জবাব দিন/ })
        .first()
        .click();
      await expect(page.getByRole('heading', { name: 'করিমের মন্তব্যের জবাব' })).toBeVisible();
      await fillInComment(page, { body: 'এটি জবাব', name: 'রহিম', email });
      await sendComment(page).click();

      await expect(answerOn(page)).toBeInViewport();
      await expect(root.locator('.replies').getByText('এটি জবাব')).toBeVisible();
      await page.goto(STORY);
      await expect(root.locator('.replies').getByText('এটি জবাব')).toBeVisible();
    });

    test('an answer can be called off', async ({ page, server }) => {
      const email = `calls-off-${javaScriptEnabled}@mail.example`;
      await knownClient(server, email).post({
        body: `কথা, ${javaScriptEnabled}`,
        name: 'করিম',
        email,
      });
      await page.goto(STORY);
      await page
        .getByRole('link', { name: /জবাব দিন/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'জবাব বাতিল' }).click();
      await expect(page.getByRole('heading', { name: 'আপনার মন্তব্য লিখুন' })).toBeVisible();
      await expect(page.locator('input[name=parentId]')).toHaveValue('');
    });
  });
}

test('in place: the same document, the eye where it was, one comment for two clicks', async ({
  page,
  server,
}) => {
  const email = 'in-place@mail.example';
  await aKnownWriter(page, server, email);
  const complaints = complaintsOf(page);
  await page.goto(STORY);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await fillInComment(page, { body: 'দুই চাপে এক মন্তব্য', name: 'রহিম', email });
  await sendComment(page).dblclick();

  await expect(answerOn(page)).toBeInViewport();
  await expect(page.locator('.thread').getByText('দুই চাপে এক মন্তব্য')).toHaveCount(1);
  await expect(page.locator('#comment-body')).toHaveValue('');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  expect(server.rows('select id from comments where body = ?', 'দুই চাপে এক মন্তব্য')).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('sent many times at once, it is stored once', async ({ server }) => {
  const client = new CommentClient(server.baseURL, STORY);
  const from = await client.page();
  const comment = { body: 'একবারই থাকে', name: 'রহিম', email: 'once@mail.example' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => client.post(comment, from)));

  expect(answers.map(answerIn)).toEqual(Array(8).fill('done'));
  expect(server.rows('select id from comments where body = ?', comment.body)).toHaveLength(1);
});

test('without a line the form stays, says so, and sends when the line is back', async ({
  page,
  context,
  server,
}) => {
  await page.goto(STORY);
  const fields = {
    body: 'মেট্রোতে লেখা কথা',
    name: 'রহিম',
    email: await aKnownWriter(page, server, 'metro@mail.example'),
  };
  await fillInComment(page, fields);
  await context.setOffline(true);
  await sendComment(page).click();
  const again = page.getByRole('button', { name: /^ইন্টারনেট নেই/ });
  await expect(again).toBeFocused();
  await expect(page.locator('#comment-body')).toHaveValue(fields.body);
  await context.setOffline(false);
  await again.click();
  await expect(answerOn(page)).toBeVisible();
});

test('the device remembers who wrote, if asked to, and a draft in any case', async ({ page }) => {
  await page.goto(STORY);
  await fillInComment(page, { body: 'অর্ধেক লেখা' });
  await page.reload();
  await expect(page.locator('#comment-body')).toHaveValue('অর্ধেক লেখা');

  await fillInComment(page, {
    body: 'পুরো লেখা',
    name: 'রহিম',
    email: 'remember@mail.example',
    website: 'example.com',
  });
  await page.locator('input[name=remember]').check();
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();

  await page.goto('/international');
  await page.goto(STORY);
  await expect(page.locator('#comment-name')).toHaveValue('রহিম');
  await expect(page.locator('#comment-email')).toHaveValue('remember@mail.example');
  await expect(page.locator('#comment-website')).toHaveValue('example.com');
  await expect(page.locator('#comment-body')).toHaveValue('');

  await fillInComment(page, { body: 'আর মনে রেখো না' });
  await page.locator('input[name=remember]').uncheck();
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();
  await page.reload();
  await expect(page.locator('#comment-email')).toHaveValue('');
});

test.describe('a browser without script', () => {
  test.use({ javaScriptEnabled: false });

  test('fills the form in for who asked to be remembered, shows it before it is sent, and forgets when told', async ({
    page,
    context,
  }) => {
    const writer = { name: 'রাশেদা বেগম', email: 'rasheda.remembered@mail.example' };
    const remembered = async () =>
      (await context.cookies()).find(({ name }) => name === 'barta-writer')?.value ?? '';
    await page.goto(STORY);
    await fillInComment(page, { ...writer, body: 'প্রথম কথা, মনে রাখতে বলা।' });
    await page.locator('[name=remember]').check();
    await sendComment(page).click();
    await expect(answerOn(page)).toBeVisible();
    expect(await remembered()).not.toBe('');
    expect(Buffer.from(await remembered(), 'base64url').toString('latin1')).not.toContain('rasheda');

    await page.goto('/national/2');
    await expect(page.getByText('নাম ও ই-মেইল খালি রেখে পাঠান')).toBeVisible();
    await fillInComment(page, { body: 'দ্বিতীয় কথা, নাম ছাড়া পাঠানো।' });
    await sendComment(page).click();
    await expect(page.locator('#comment-name')).toHaveValue(writer.name);
    await expect(page.locator('#comment-email')).toHaveValue(writer.email);
    await expect(page.locator('#comment-body')).toHaveValue('দ্বিতীয় কথা, নাম ছাড়া পাঠানো।'.normalize('NFC'));
    await expect(page.locator('[name=remember]')).toBeChecked();
    await page.locator('[name=remember]').uncheck();
    await sendComment(page).click();
    await expect(answerOn(page)).toBeVisible();
    expect(await remembered()).toBe('');
  });
});

test('scripts are shown as they were typed and do nothing', async ({ page, server }) => {
  const client = knownClient(server, 'scripts@mail.example');
  const body = scripts.map(({ payload }) => payload).join('\n');
  await client.post({ body, name: '<b onclick=alert(1)>রহিম</b>', email: 'scripts@mail.example' });

  const complaints = complaintsOf(page);
  page.on('dialog', () => complaints.push('a dialog'));
  await page.goto(STORY);
  const comment = page.getByRole('article', { name: '<b onclick=alert(1)>রহিম</b>-এর মন্তব্য' });
  const shownText = await comment.locator('.cm__text').first().innerText();
  expect(shownText.split('\n')).toEqual(
    body
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim()),
  );
  expect(
    await page.locator('#discussion :is(script, iframe, img, object, embed, marquee, style, math)').count(),
  ).toBe(0);
  expect(await page.title()).not.toBe('x');
  expect(complaints).toEqual([]);
});

test('5,000 letters of the longest kind are taken, one more is not, and 4 MB never arrive', async ({
  server,
}) => {
  const client = new CommentClient(server.baseURL, STORY);
  const family = '👨‍👩‍👧‍👦';
  const writer = { name: 'রহিম', email: 'long@mail.example' };

  expect(answerIn(await client.post({ ...writer, body: family.repeat(5000) }))).toBe('done');
  const tooLong = await client.post({ ...writer, body: family.repeat(5001) });
  expect(tooLong.page).toContain('মন্তব্য ৫,০০০ অক্ষরের মধ্যে লিখুন।');
  expect(tooLong.page).toContain(family.repeat(5001));
  const flood = await client.post({ ...writer, body: 'x'.repeat(4_000_000) });
  expect(flood.status).toBe(413);
  expect(flood.page).toMatch(/[\u0980-\u09ff]{4}/);
  expect(server.rows("select id from comments where body like 'xxxx%'")).toEqual([]);
  expect((await fetch(server.baseURL + STORY)).status).toBe(200);
});

test('what was hidden meanwhile, belongs elsewhere, or is closed is answered in words, with the text kept', async ({
  server,
}) => {
  const client = knownClient(server, 'late@mail.example');
  await client.post({ body: 'যার জবাব দেওয়া যাবে না', name: 'করিম', email: 'late@mail.example' });
  const [parent] = server.rows<{ id: number }>(
    'select id from comments where body = ?',
    'যার জবাব দেওয়া যাবে না'.normalize('NFC'),
  );
  const writer = { name: 'রহিম', email: 'late@mail.example' };
  server.change("update comments set state = 'hidden' where id = ?", parent?.id);

  const hidden = await client.post({ ...writer, body: 'দেরিতে এল', parentId: String(parent?.id) });
  expect(hidden.page).toContain('সেটি আর নেই');
  expect(hidden.page).toContain('>দেরিতে এল</textarea>');
  expect(answerIn(await client.post({ ...writer, body: 'দেরিতে এল' }, hidden.page))).toBe('done');

  const [other] = server.rows<{ id: number }>(
    "select id from comments where story_id <> 1 and state = 'visible' limit 1",
  );
  if (other) {
    const elsewhere = await client.post({ ...writer, body: 'অন্য খবরের জবাব', parentId: String(other.id) });
    expect(answerIn(elsewhere)).toBe('refused');
  }

  const from = await client.page();
  server.change("update stories set comments = 'closed' where id = 1");
  const closed = await client.post({ ...writer, body: 'বন্ধের পরে' }, from);
  server.change("update stories set comments = 'open' where id = 1");
  expect([hidden.status, closed.status]).toEqual([422, 403]);
  expect(closed.page).toContain('মন্তব্য নেওয়া বন্ধ আছে'.normalize('NFC'));
  expect(server.rows("select id from comments where body in ('অন্য খবরের জবাব', 'বন্ধের পরে')")).toEqual([]);
});

test('bad input is answered in Bengali, with its status and the text, and nothing of it is stored', async ({
  server,
}) => {
  const client = new CommentClient(server.baseURL, STORY);
  const writer = { name: 'রহিম', email: 'bad@mail.example' };
  const count = () => server.rows<{ n: number }>('select count(*) n from comments')[0]?.n;
  const before = count();
  const other = server.rows<{ id: number }>(
    "select id from comments where story_id <> 1 and state = 'visible'",
  )[0];
  const page = await client.page();
  const cases: [string, Record<string, string>, string][] = [
    ['nothing', { body: '' }, 'মন্তব্য লিখুন'],
    ['only what cannot be seen', { body: '\u202e \u200b\u2066' }, 'মন্তব্য লিখুন'],
    ['no address', { body: 'ঠিকানা ভুল', email: 'rahim@' }, 'ই-মেইল'],
    ['5,001 letters', { body: 'ক্ষ'.repeat(5001) }, 'মন্তব্য ৫,০০০ অক্ষরের মধ্যে লিখুন'],
    ['a parent elsewhere', { body: 'ভুল জায়গায়', parentId: String(other?.id) }, 'সেটি আর নেই'],
    ['a parent that never was', { body: 'কোথাও না', parentId: '999999' }, 'সেটি আর নেই'],
    ['a parent that is no number', { body: 'সংখ্যা নয়', parentId: '1 or 1=1' }, 'পাতাটি'],
    ['a token of nobody', { body: 'টোকেন ভুল', token: 'x.y' }, 'আপনার লেখা রয়ে গেছে'],
  ];
  for (const [what, fields, words] of cases) {
    const answer = await client.post({ ...writer, ...fields }, page);
    expect(`${what} ${answer.status}`).toBe(`${what} 422`);
    expect(answer.page, what).toContain(words.normalize('NFC'));
    expect(answerIn(answer), what).toBe('refused');
    if (fields.body?.trim())
      expect(answer.page, what).toContain(`>${fields.body.normalize('NFC')}</textarea>`);
  }
  expect(count()).toBe(before);

  const foreign = await fetch(server.baseURL + STORY, {
    method: 'POST',
    body: new URLSearchParams({ body: 'অন্য সাইট থেকে' }),
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).toMatch(/[\u0980-\u09ff]{4}/);
  expect(
    (await fetch(`${server.baseURL}/international/999999`, { method: 'POST', body: 'x' })).status,
  ).not.toBe(200);

  server.change(
    "update stories set state = 'retracted', retracted_at = 1, retraction_note = 'ভুল ছিল' where id = 1",
  );
  server.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
  try {
    const gone = await client.post({ ...writer, body: 'প্রত্যাহারের পরে' }, page);
    expect(gone.status).toBe(410);
    expect(gone.page).toContain('>প্রত্যাহারের পরে</textarea>');
    expect(answerIn(gone)).toBe('refused');
    expect(await client.page()).not.toContain('textarea');
  } finally {
    server.change(
      "update stories set state = 'published', retracted_at = null, retraction_note = '' where id = 1",
    );
    server.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
  }
  expect(count()).toBe(before);

  // Turned around for the eye only: what is stored reads as it was meant.
  const turned = await client.post({ ...writer, body: 'সোজা \u202eউল্টো\u202c কথা' });
  expect(turned.status).toBe(303);
  expect(server.rows("select body from comments where body like 'সোজা%'")).toEqual([{ body: 'সোজা উল্টো কথা' }]);
});

test('the second moderator is told who was first', async ({ server, browser }) => {
  await new CommentClient(server.baseURL, STORY).post({
    body: 'দুজনের চোখে',
    name: 'দুই চোখ',
    email: 'two@mail.example',
  });
  const [sumi, editor] = [
    await browser.newPage({ baseURL: server.baseURL }),
    await browser.newPage({ baseURL: server.baseURL }),
  ];
  await signIn(sumi, server, 'moderator', '/admin/comments');
  await signIn(editor, server, 'editor', '/admin/comments');

  const card = (page: Page) => page.getByRole('article', { name: 'দুই চোখ' });
  await card(sumi).locator('summary').click();
  await card(sumi).getByRole('button', { name: 'বিজ্ঞাপন' }).click();
  await expect(sumi.locator('.queue-messages')).toContainText('বাতিল হয়েছে'.normalize('NFC'));
  await card(editor).getByRole('button', { name: 'অনুমোদন' }).click();

  const [moderator] = server.rows<{ name: string }>("select name from staff where role = 'moderator'");
  await expect(editor.getByRole('alert').filter({ hasText: 'দুই চোখ' })).toContainText(moderator?.name ?? '?');
  expect(server.rows("select state from comments where body = 'দুজনের চোখে'")).toEqual([{ state: 'hidden' }]);
  await sumi.close();
  await editor.close();
});

test('several comments are decided together, and the newsroom answers one', async ({ page, server }) => {
  const client = new CommentClient(server.baseURL, STORY);
  for (const name of ['একসঙ্গে ক', 'একসঙ্গে খ'])
    await client.post({ body: `কথা ${name}`, name, email: `${name.at(-1)?.codePointAt(0)}@mail.example` });
  await signIn(page, server, 'moderator', '/admin/comments');
  for (const name of ['একসঙ্গে ক', 'একসঙ্গে খ'])
    await page.getByRole('checkbox', { name: `বাছুন: ${name}` }).check();
  await page.locator('.bulk').getByRole('button', { name: 'সব অনুমোদন' }).click();
  await expect(page.locator('.queue-messages')).toContainText('২টি মন্তব্য অনুমোদিত হয়েছে'.normalize('NFC'));

  await page.goto('/admin/comments?state=visible');
  await page.getByRole('article', { name: 'একসঙ্গে ক' }).getByRole('link', { name: 'জবাব' }).click();
  await page.locator('#answer-body').fill('বার্তাকক্ষ বলছে');
  await page.getByRole('button', { name: 'জবাব প্রকাশ করুন' }).click();
  await expect(page.locator('.queue-messages')).toContainText('জবাব প্রকাশিত হয়েছে'.normalize('NFC'));

  await page.goto(STORY);
  await expect(page.locator('.cm--staff', { hasText: 'বার্তাকক্ষ বলছে' }).locator('.staff')).toHaveText('বার্তাকক্ষ');
});

test('no address is in any public byte, nor in the server’s output', async ({ server }) => {
  const client = knownClient(server, 'hidden.address@mail.example');
  await client.post({ body: 'ঠিকানা গোপন', name: 'রহিম', email: 'hidden.address@mail.example' });
  await client.post({ body: 'ভুল', name: 'রহিম', email: 'hidden.address@mail@example' });

  const [root] = server.rows<{ id: number }>("select id from comments where body = 'ঠিকানা গোপন'");
  const pages = [
    '/',
    '/international',
    STORY,
    `${STORY}?reply=${root?.id}`,
    `${STORY}/discussion/thread-${root?.id}`,
    `${STORY}/discussion/before-${root?.id}`,
    '/feed.xml',
    '/sitemap.xml',
    '/search?q=রহিম',
    '/api/search?q=রহিম',
    '/api/health',
  ];
  const addresses = server.rows<{ email: string }>('select email from commenters').map(({ email }) => email);
  for (const address of pages) {
    for (const headers of [{}, { rsc: '1' }, { 'next-router-prefetch': '1', rsc: '1' }]) {
      const text = await (
        await fetch(server.baseURL + encodeURI(address), { headers: headers as HeadersInit })
      ).text();
      expect(
        addresses.filter((email) => text.includes(email)),
        address,
      ).toEqual([]);
    }
  }
  expect(server.output).not.toContain('mail.example');
  const written = JSON.stringify([
    server.rows('select * from audit_entries'),
    server.rows('select * from page_events'),
    server.rows('select * from moderation_actions'),
  ]);
  expect(written).not.toContain('mail.example');
});

for (const width of [1280, 390]) {
  test(`axe finds nothing in the discussion and the queue at ${width}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 900 });
    const client = knownClient(server, `axe-${width}@mail.example`);
    await client.post({ body: 'অপেক্ষায়', name: 'নতুন', email: `axe-new-${width}@mail.example` });
    await page.goto(STORY);
    await sendComment(page).click();
    await expect(page.locator('#comment-body-error')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await signIn(page, server, 'moderator', '/admin/comments');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('a power cut while 32 people write loses nothing that was acknowledged', async () => {
  // The hundred is what is proven, not how soon: a busy machine takes its time.
  test.setTimeout(300_000);
  const server = await TestServer.open();
  try {
    const client = new CommentClient(server.baseURL, STORY);
    const from = await client.page();
    const acknowledged: string[] = [];
    for (const round of [1, 2]) {
      let isOver = false;
      const writers = Array.from({ length: 32 }, async (_, writer) => {
        for (let n = 0; !isOver; n += 1) {
          const body = `round ${round}, writer ${writer}, comment ${n}`;
          const sent = client.post({ body, name: 'রহিম', email: `w${writer}@mail.example` }, from);
          const answer = await sent.catch(() => null);
          if (answer?.status === 303) acknowledged.push(body);
          if (answer === null) return;
        }
      });
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length - before, { timeout: 120_000 }).toBeGreaterThan(100);
      await server.stop('SIGKILL');
      isOver = true;
      await Promise.all(writers);
      await server.start();
    }
    const stored = new Set(
      server.rows<{ body: string }>('select body from comments').map(({ body }) => body),
    );
    expect(acknowledged.filter((body) => !stored.has(body))).toEqual([]);
    expect(server.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  } finally {
    await server.close();
  }
});
