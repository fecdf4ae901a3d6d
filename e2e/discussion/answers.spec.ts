import type { Page } from '@playwright/test';
import { CommentClient } from '../support/forms/comment-client';
import { fillInComment, sendComment } from '../support/forms/comment-form';
import { aKnownWriter, anAddress } from '../support/forms/known-writer';
import type { TestServer } from '../support/server/test-server';
import { answerOn, axeViolations, complaintsOf, expect, test } from '../support/test';

const STORY = '/international/1';
const nfc = (text: string) => text.normalize('NFC');
const own = 'বদলান বা প্রত্যাহার করুন';

const fillIn = (page: Page, body: string, email: string) =>
  fillInComment(page, { body, name: 'রহিম', email });

const idOf = (server: TestServer, body: string) =>
  server.rows<{ id: number }>('select id from comments where body = ?', nfc(body)).map(({ id }) => id);

/** A visible comment by somebody else, straight into the store. */
function aComment(server: TestServer, body: string, root?: number): number {
  server.change(
    `insert into comments (story_id, parent_id, root_id, depth, commenter_id, name, body, body_hash, state, held_because, created_at)
     values (1, ?, ?, ?, (select id from commenters where email = ?), 'করিম', ?, ?, 'visible', '[]', ?)`,
    ...[root ?? null, root ?? null, root ? 1 : 0, anAddress(server, 'others@mail.example'), body, body],
    Date.now() - 3_600_000,
  );
  server.change('insert into page_events (tags, at) values (\'["discussion:1"]\', ?)', Date.now());
  return server.rows<{ id: number }>('select max(id) id from comments')[0]?.id ?? 0;
}

const statusOn = (page: Page) => page.locator('#discussion').getByRole('status');

/** How often the browser has sent a form. */
function postsOf(page: Page): { count: number } {
  const posts = { count: 0 };
  page.on('request', (request) => {
    if (request.method() === 'POST' && !request.url().includes('/api/')) posts.count += 1;
  });
  return posts;
}

test('whom an answer is told gets the page that everyone gets, from memory, and nobody’s page is made anew by what is held', async ({
  server,
}) => {
  const client = new CommentClient(server.baseURL, STORY);
  const events = () => server.rows("select count(*) n from page_events where tags like '%discussion:1\"%'");
  const before = events();
  const answer = await client.post({ body: 'অপেক্ষায় থাকি', name: 'রহিম', email: 'same-bytes@mail.example' });
  expect([answer.status, answer.said]).toEqual([303, 'said-held']);
  expect(events()).toEqual(before);

  const renderer = await server.rendererPid();
  process.kill(renderer, 'SIGSTOP');
  try {
    const [id] = idOf(server, 'অপেক্ষায় থাকি');
    const [plain, led] = await Promise.all(
      [STORY, `${STORY}?said=held&own=${id}`].map(async (path) =>
        (await fetch(server.baseURL + path, { signal: AbortSignal.timeout(3_000) })).text(),
      ),
    );
    expect(led).toBe(plain);
    expect(led).toContain('id="said-held"');
  } finally {
    process.kill(renderer, 'SIGCONT');
  }
});

test.describe('without JavaScript, on a phone, by keys', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a comment that waits is answered above the form, in words that take the focus, and once only', async ({
    page,
    server,
  }) => {
    const body = 'আমার কথা আগে কেউ দেখবেন';
    const posts = postsOf(page);
    await page.goto(STORY);
    await expect(statusOn(page)).toHaveCount(0);
    await fillIn(page, body, 'waits@mail.example');
    await sendComment(page).press('Enter');

    await expect(page).toHaveURL(/\/international\/1\?said=held&own=\d+#said-held$/);
    const told = statusOn(page);
    await expect(told).toHaveCount(1);
    await expect(told).toContainText('যাচাইয়ের পর প্রকাশ করা হবে'.normalize('NFC'));
    await expect(told).toBeFocused();
    await expect(told).toBeInViewport();
    await expect(page.locator('#comment-body')).toHaveValue('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.reload();
    await expect(told).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`${STORY}$`));
    await page.goForward();
    await expect(told).toBeVisible();
    expect(posts.count).toBe(1);
    expect(idOf(server, body)).toHaveLength(1);

    // From the words by one key to the way to take it back.
    await told.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/account\/comment$/);
    const mine = page.getByRole('article').filter({ hasText: nfc(body) });
    await expect(mine).toContainText('যাচাইয়ের অপেক্ষায়'.normalize('NFC'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // The story's headline is set as headlines are, not with the air of running text.
    const air = await mine.locator('h2').evaluate((headline) => {
      const { fontSize, lineHeight } = getComputedStyle(headline);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    expect(air).toBeLessThan(1.6);
    await mine.getByRole('link', { name: own }).click();
    await page.getByRole('button', { name: 'মন্তব্য প্রত্যাহার করুন' }).click();
    await expect(page.getByRole('status')).toContainText('প্রত্যাহার করা হয়েছে'.normalize('NFC'));
    await page.goto('/account/comment');
    await expect(mine).toHaveCount(0);
  });

  test('a comment that is shown is answered where it stands, in words that take the focus, and once only', async ({
    page,
    server,
  }) => {
    const body = 'আমার কথা সবাই দেখছেন';
    const email = await aKnownWriter(page, server, 'shown@mail.example');
    const posts = postsOf(page);
    await page.goto(STORY);
    await fillIn(page, body, email);
    await sendComment(page).press('Enter');
    await expect(page).toHaveURL(/#said-\d+$/);
    const [id] = idOf(server, body);
    const told = statusOn(page);
    await expect(told).toHaveCount(1);
    await expect(told).toContainText('প্রকাশিত হয়েছে'.normalize('NFC'));
    await expect(told).toBeFocused();
    await expect(page.locator(`#c${id} .said:target`)).toBeInViewport();
    await expect(page.locator(`#c${id}`).getByText(body)).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.reload();
    await expect(told).toBeVisible();
    await page.goBack();
    await page.goForward();
    expect(posts.count).toBe(1);
    expect(idOf(server, body)).toHaveLength(1);
    await told.getByRole('link', { name: own }).click();
    await expect(page).toHaveURL(new RegExp(`/account/comment/${id}$`));
    await expect(page.locator('#comment-body')).toHaveValue(body);

    // Five minutes later nobody is led to the thanks, and the page carries them no longer.
    server.change('update comments set created_at = created_at - 400000 where id = ?', id);
    server.change('insert into page_events (tags, at) values (\'["discussion:1"]\', ?)', Date.now());
    const again = await new CommentClient(server.baseURL, STORY).post({ body, name: 'রহিম', email });
    expect([again.status, again.said]).toEqual([303, `c${id}`]);
    expect(again.page).toContain(` id="c${id}"`);
    expect(again.page).not.toContain(` id="said-${id}"`);
  });

  test('a like and a complaint lead back to the page and the order that was read', async ({
    page,
    server,
  }) => {
    const id = aComment(server, 'সহমত ও আপত্তির কথা');
    aComment(server, 'পাশের কথা');
    await page.goto(`${STORY}?sort=oldest`);
    const comment = page.locator(`#c${id}`);
    await comment.getByRole('button').press('Enter');
    await expect(page).toHaveURL(new RegExp(`\\?sort=oldest&said=on#c${id}$`));
    await expect(comment.getByRole('button')).toContainText('১');
    await expect(comment).toBeInViewport();
    await comment.getByRole('button').press('Enter');
    await expect(page).toHaveURL(new RegExp(`\\?sort=oldest&said=off#c${id}$`));
    await expect(comment.getByRole('button')).not.toContainText('১');

    await comment.getByRole('link', { name: /আপত্তি/ }).click();
    await page.getByLabel('ঘৃণা বা উসকানি').check();
    const posts = postsOf(page);
    await page.getByRole('button', { name: 'আপত্তি পাঠান' }).press('Enter');
    const told = statusOn(page);
    await expect(told).toContainText('আপত্তি পেয়েছি'.normalize('NFC'));
    await expect(told).toBeFocused();
    await page.reload();
    await expect(told).toBeVisible();
    expect(posts.count).toBe(1);
    server.change('delete from reports');
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an answer deep in a long thread is led to where it stands', async ({ page, server }) => {
      const root = aComment(server, `লম্বা আলোচনা ${javaScriptEnabled}`);
      for (let at = 0; at < 8; at += 1) aComment(server, `জবাব ${at} ${javaScriptEnabled}`, root);
      const body = `নবম জবাব ${javaScriptEnabled}`;
      await page.goto(`${STORY}?reply=${root}`);
      await expect(page.locator('#write blockquote')).toHaveText(
        `লম্বা আলোচনা ${javaScriptEnabled}`.normalize('NFC'),
      );
      await fillIn(page, body, await aKnownWriter(page, server, `deep-${javaScriptEnabled}@mail.example`));
      await sendComment(page).click();

      await expect(page).toHaveURL(new RegExp(`${STORY}/discussion/thread-${root}[?#]`));
      const [id] = idOf(server, body);
      await expect(page.locator(`#c${id} .said:target`)).toContainText('প্রকাশিত হয়েছে'.normalize('NFC'));
      await expect(page.locator(`#c${id}`)).toBeInViewport();
      await page.goto(STORY);
      await expect(page.locator('#comment-body')).toHaveValue('');
    });

    test('in another order of comments, what waits leaves the order, what is shown is found', async ({
      page,
      server,
    }) => {
      aComment(server, `এক ${javaScriptEnabled}`);
      aComment(server, `দুই ${javaScriptEnabled}`);
      await page.goto(`${STORY}?sort=oldest`);
      await fillIn(page, `ক্রমে অপেক্ষা ${javaScriptEnabled}`, `order-${javaScriptEnabled}@mail.example`);
      await sendComment(page).click();
      await expect(answerOn(page)).toContainText('যাচাইয়ের পর'.normalize('NFC'));
      await expect(page).toHaveURL(/sort=oldest/);
      await expect(page.locator('.sort [aria-current]')).toHaveText('পুরোনো আগে');

      const body = `ক্রমে দেখা যায় ${javaScriptEnabled}`;
      await fillIn(
        page,
        body,
        await aKnownWriter(page, server, `order-known-${javaScriptEnabled}@mail.example`),
      );
      await sendComment(page).click();
      await expect(answerOn(page)).toContainText('প্রকাশিত হয়েছে'.normalize('NFC'));
      await expect(page.locator('.thread').getByText(body)).toBeVisible();
    });
  });
}

test('in place: the answer above the form, the comment in the thread, the address as before, one post', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  const posts = postsOf(page);
  const body = 'পাতা না বদলে দেখা গেল';
  await page.goto(STORY);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await fillIn(page, body, await aKnownWriter(page, server, 'same-page@mail.example'));
  await sendComment(page).click();

  const told = page.locator('#comment-form').getByRole('status');
  await expect(told).toContainText('প্রকাশিত হয়েছে'.normalize('NFC'));
  await expect(told).toBeFocused();
  await expect(told).toBeInViewport();
  const [id] = idOf(server, body);
  await expect(page.locator(`#c${id}`)).toContainText(body);
  await expect(page.locator(`#c${id}`).getByRole('link', { name: own })).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(STORY);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await told.getByRole('link', { name: 'মন্তব্যটি দেখুন' }).click();
  await expect(page.locator(`#c${id}`)).toBeInViewport();

  await page.reload();
  await expect(page.locator('#comment-body')).toHaveValue('');
  expect(posts.count).toBe(1);
  expect(complaints).toEqual([]);
});

test('sent by the browser itself, the draft on the device has done its work all the same', async ({
  page,
  server,
}) => {
  const body = 'স্ক্রিপ্টের নিজের পথ বন্ধ ছিল';
  await page.goto(STORY);
  await fillIn(page, body, 'own-way@mail.example');
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('no network for scripts'));
  });
  await sendComment(page).click();
  await expect(page).toHaveURL(/#said-held$/);
  await expect(answerOn(page)).toBeVisible();
  await expect(page.locator('#comment-body')).toHaveValue('');
  await page.goto(STORY);
  await expect(page.locator('#comment-body')).toHaveValue('');
  expect(idOf(server, body)).toHaveLength(1);
});

test('an answer’s address that somebody has passed on takes no draft away', async ({ page }) => {
  const body = 'আধখানা লেখা';
  await page.goto(STORY);
  await page.locator('#comment-body').fill(body);
  await page.goto('about:blank');
  await page.goto(`${STORY}?said=held&own=1#said-held`);
  await expect(page).toHaveURL(new RegExp(`${STORY}#said-held$`));
  await expect(page.locator('#comment-body')).toHaveValue(body);
});

test('axe finds nothing in the words for whom they are, nor in the list of what a device wrote', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const body = 'যে কথায় axe তাকায়';
  await page.goto(STORY);
  await fillIn(page, body, await aKnownWriter(page, server, 'axe-answers@mail.example'));
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();
  const [id] = idOf(server, body);
  for (const place of ['said-held', 'said-held-mail', 'said-report', `said-${id}`, `c${id}`]) {
    await page.goto('about:blank');
    await page.goto(`${STORY}#${place}`);
    await expect(page.locator(`#${place}`)).toBeVisible();
    if (place !== 'said-held-mail') expect(await axeViolations(page)).toEqual([]);
  }
  await page.goto('/account/comment');
  await expect(page.getByText(body)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});
