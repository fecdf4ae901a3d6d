import type { Browser, Page } from '@playwright/test';
import { begin, field, press, read } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, axeViolationsOfTwin, complaintsOf, expect, signIn, test } from '../support/test';

const forms = ['photo', 'video', 'live', 'explainer', 'longread', 'opinion'] as const;
type Form = (typeof forms)[number];

/** The demo's story of that form. */
function pathOf(server: TestServer, form: Form): string {
  const named = form === 'opinion' ? 'demo-56' : `form-${form}`;
  const [found] = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where external_id = ?`,
    named,
  );
  if (!found) throw new Error(`no demo story ${named}`);
  return found.path;
}

async function withoutScript(browser: Browser, server: TestServer): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseURL });
  return context.newPage();
}

/** JSON-LD of a page, as a search engine finds it. */
async function graphOf(page: Page): Promise<Record<string, unknown>[]> {
  const all = await page.locator('script[type="application/ld+json"]').allTextContents();
  return all.flatMap((json) => (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'] ?? []);
}

for (const form of forms) {
  test(`a story of the form ${form} is accessible in light and dark, and fits a narrow phone`, async ({
    page,
    server,
  }) => {
    const complaints = complaintsOf(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathOf(server, form));
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(pathOf(server, form));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });
}

test('each form is read whole without script, and says what it is', async ({ browser, server }) => {
  const page = await withoutScript(browser, server);
  await page.goto(pathOf(server, 'photo'));
  await expect(page.locator('.gallery figure')).toHaveCount(6);
  await expect(page.locator('.gallery figcaption').first()).toContainText('ছবি: বার্তা/ইমরান সাঈদ');
  const full = await page.locator('a[data-full]').first().getAttribute('href');
  const picture = await page.request.get(full ?? '');
  expect([picture.status(), picture.headers()['content-type']]).toEqual([
    200,
    expect.stringMatching(/^image\//),
  ]);

  await page.goto(pathOf(server, 'explainer'));
  const contents = page.getByRole('navigation', { name: 'এই লেখায় যা জানবেন' });
  await expect(contents.getByRole('link')).toHaveCount(5);
  await contents.getByRole('link').nth(3).click();
  expect(new URL(page.url()).hash).toBe('#part-4');
  await expect(page.locator('#part-4')).toHaveText('যন্ত্র কি ভুল করতে পারে?');

  await page.goto(pathOf(server, 'opinion'));
  await expect(page.locator('.story__head .kicker')).toContainText('মতামত');
  await expect(page.locator('.face img')).toBeVisible();
  await expect(page.locator('article.story--main')).toContainText('মতামত লেখকের নিজস্ব');

  await page.goto(pathOf(server, 'longread'));
  await expect(page.locator('aside.rail')).toHaveCount(0);
  await page.context().close();
});

test('a gallery is looked through by keys, and the focus comes back to the picture last seen', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(pathOf(server, 'photo'));
  const links = page.locator('a[data-full]');
  await links.nth(1).click();
  const view = page.getByRole('dialog', { name: 'ছবি বড় করে দেখা' });
  const count = view.locator('[data-count]');
  await expect(count).toHaveText('২ / ৬');
  for (const [key, expectedValue] of [
    ['ArrowRight', '৩ / ৬'],
    ['End', '৬ / ৬'],
    ['ArrowRight', '৬ / ৬'],
    ['ArrowLeft', '৫ / ৬'],
    ['Home', '১ / ৬'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(count, key).toHaveText(expectedValue);
  }
  await view.getByRole('button', { name: 'পরের ছবি' }).click();
  await expect(count).toHaveText('২ / ৬');
  // As Safari leaves it, which gives no focus to what is clicked.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('ArrowRight');
  await expect(count).toHaveText('৩ / ৬');
  await page.keyboard.press('ArrowLeft');
  await expect(count).toHaveText('২ / ৬');
  expect(await axeViolations(page)).toEqual([]);
  const slide = view.locator('figure').nth(1);
  const picture = await slide.locator('img').boundingBox();
  const words = await slide.locator('figcaption').boundingBox();
  if (!picture || !words) throw new Error('not on the screen');
  expect(words.y, 'the words lie on the picture').toBeGreaterThanOrEqual(picture.y + picture.height - 1);
  // What a finger does: the strip is moved, and the view follows.
  await view.locator('[data-strip]').evaluate((strip) => strip.scrollTo({ left: strip.clientWidth * 3 }));
  await expect(count).toHaveText('৪ / ৬');
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await expect(links.nth(3)).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a film is ours, fetched only when asked for, in parts, and told to search engines', async ({
  page,
  server,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathOf(server, 'video'), { waitUntil: 'networkidle' });
  const film = page.locator('video');
  const src = (await film.getAttribute('src')) ?? '';
  expect(await film.getAttribute('preload')).toBe('none');
  expect(requests.filter((url) => url.includes('.webm') || !url.startsWith(server.baseURL))).toEqual([]);

  const part = await page.request.get(src, { headers: { range: 'bytes=0-99' } });
  expect([part.status(), part.headers()['content-type'], (await part.body()).length]).toEqual([
    206,
    'video/webm',
    100,
  ]);
  const videoObject = (await graphOf(page)).find((one) => one['@type'] === 'VideoObject');
  expect(videoObject).toMatchObject({ contentUrl: `${server.baseURL}${src}`, duration: 'PT8S' });

  const plays = await film.evaluate(async (one: HTMLVideoElement) => {
    one.muted = true;
    await one.play();
    return one.videoWidth;
  });
  expect(plays).toBe(640);
});

test('photo stories and films have pages of their own, which know a new one at the next request', async ({
  page,
  server,
}) => {
  for (const [address, form] of [
    ['/photos', 'photo'],
    ['/videos', 'video'],
  ] as const) {
    await page.goto(address);
    await expect(page.locator(`main a[href="${pathOf(server, form)}"]`)).toHaveCount(1);
    expect(await axeViolations(page), address).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await expect(page.locator('.badge')).toContainText('০:০৮');
  expect((await read(server, '/videos/before/1-1')).status).toBe(404);
  expect((await read(server, '/videos/before/yesterday')).status).toBe(404);
  expect((await read(server, '/sitemap/pages.xml')).html).toContain('/photos</loc>');

  const headline = 'ঘাটের নতুন ভিডিও';
  server.change(
    `update stories set state = 'scheduled', scheduled_at = ?, headline = ?, form = 'video' where external_id = 'demo-15'`,
    Date.now() - 1000,
    headline,
  );
  await server.barta('publish-due');
  expect((await read(server, '/videos')).html).toContain(headline);
});

test('a live story is posted to without script, and readers have it at the next request', async ({
  browser,
  server,
}) => {
  const desk = await withoutScript(browser, server);
  await signIn(desk, server, 'editor', '/admin/stories');
  const path = pathOf(server, 'live');
  const id = path.split('/').at(-1);
  await desk.goto(`/admin/stories/${id}/live`);
  expect(await axeViolationsOfTwin(desk)).toEqual([]);
  const text = 'ঘাটে আর কোনো গাড়ি অপেক্ষায় নেই।';
  const form = desk.getByRole('form', { name: 'নতুন পোস্ট' });

  await form.getByRole('button', { name: 'পোস্ট করুন' }).click();
  await expect(desk.locator('#body-error')).toContainText('পোস্টে কিছু লিখুন');

  await form.locator('[name=headline]').fill('সারি শেষ');
  await form.locator('[name=body]').fill(`${text}\n\n- এক\n- দুই <script>x</script>`);
  await form.locator('[name=isKey]').check();
  await form.getByRole('button', { name: 'পোস্ট করুন' }).click();
  await desk.waitForURL(/did=post/);
  const { html } = await read(server, path);
  expect(html).toContain(text);
  expect(html).not.toContain('<script>x');

  // From the list of key points to the post, and to its own address.
  const reader = await withoutScript(browser, server);
  await reader.goto(path);
  await expect(reader.getByRole('link', { name: 'নতুন পোস্ট দেখতে পাতাটি আবার লোড করুন' })).toBeVisible();
  await reader.getByRole('link', { name: 'সারি শেষ' }).click();
  const post = reader.locator('.post:target');
  await expect(post).toContainText(text);
  await post.getByRole('link', { name: /এই পোস্টের লিংক/ }).click();
  await expect(reader).toHaveURL(/\/post\/\d+#post-\d+$/);
  await expect(reader.locator('.post:target')).toContainText(text);
  expect(await axeViolationsOfTwin(reader)).toEqual([]);
  expect((await read(server, `/lite${path}`)).html).toContain(text);

  // Two hands at one post: the second is told, and nothing that was typed is lost.
  const [first, second] = [await desk.context().newPage(), await desk.context().newPage()];
  for (const page of [first, second]) {
    await page.goto(`/admin/stories/${id}/live`);
    await page.getByRole('link', { name: /সম্পাদনা সারি শেষ/ }).click();
  }
  const edit = (page: Page) => page.getByRole('form', { name: 'পোস্ট সম্পাদনা' });
  await edit(first).locator('[name=body]').fill('প্রথম হাতের লেখা');
  await edit(first).getByRole('button', { name: 'পোস্টটি সংরক্ষণ করুন' }).click();
  await first.waitForURL(/did=edit/);
  await edit(second).locator('[name=body]').fill('দ্বিতীয় হাতের লেখা');
  await edit(second).getByRole('button', { name: 'পোস্টটি সংরক্ষণ করুন' }).click();
  await expect(second.getByRole('alert')).toContainText('অন্য কেউ বদলেছেন');
  await expect(edit(second).locator('[name=body]')).toHaveValue('দ্বিতীয় হাতের লেখা');
  await expect(second.getByRole('region', { name: 'এখন যা সংরক্ষিত আছে' })).toContainText('প্রথম হাতের লেখা');
  await edit(second).getByRole('button', { name: 'পোস্টটি সংরক্ষণ করুন' }).click();
  await second.waitForURL(/did=edit/);

  await second.locator('form', { hasText: 'সরান' }).first().getByRole('button').click();
  await second.waitForURL(/did=remove/);
  expect((await read(server, path)).html).not.toContain('দ্বিতীয় হাতের লেখা');
  await desk.context().close();
  await reader.context().close();
});

test('an open live page tells of new posts, moves nothing, and stops when it is over', async ({
  page,
  browser,
  server,
}) => {
  const complaints = complaintsOf(page);
  const path = pathOf(server, 'live');
  const id = path.split('/').at(-1);
  const desk = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
  await signIn(desk, server, 'editor', '/admin/stories');
  await desk.goto(`/admin/stories/${id}/live`);

  await page.clock.install();
  await page.goto(path);
  // The part that is told aloud: it stays, and only its words change.
  const status = await page.locator('[data-live-part=status][role=status]').elementHandle();
  await page.locator('.posts').last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);

  const text = desk.getByRole('form', { name: 'নতুন পোস্ট' }).locator('[name=body]');
  // Not sent yet: it is kept on the device.
  await text.fill('ফেরি ছেড়েছে।');
  await desk.reload();
  await expect(text).toHaveValue('ফেরি ছেড়েছে।');
  await text.press('Control+Enter');
  await expect(desk.getByRole('status')).toHaveText('পোস্ট হয়েছে।');
  await expect(text).toHaveValue('');
  await text.fill('দ্বিতীয় ফেরিও ছেড়েছে।');
  await text.press('Control+Enter');
  await expect(desk.locator('.live-desk__posts li')).toContainText(['দ্বিতীয় ফেরিও ছেড়েছে।', 'ফেরি ছেড়েছে।']);

  await page.clock.fastForward(31_000);
  const show = page.getByRole('button', { name: '২টি নতুন পোস্ট' });
  await expect(show).toBeVisible();
  expect(await page.locator('.live__new').getAttribute('role')).toBe('status');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(page.getByText('দ্বিতীয় ফেরিও ছেড়েছে।')).toHaveCount(0);
  await show.click();
  await expect(page.locator('[data-post]:focus')).toContainText('দ্বিতীয় ফেরিও ছেড়েছে।');
  await expect(show).toBeHidden();

  // What is put right changes under the reader, who stays in it.
  const postId = Number(await page.locator('[data-post]:focus').getAttribute('data-post'));
  await page.locator('[data-post]:focus').getByRole('link').first().focus();
  server.change(
    "update live_posts set body_html = '<p>শুধরে নেওয়া লেখা</p>', version = version + 1 where id = ?",
    postId,
  );
  server.change('insert into page_events (tags, at) values (?, ?)', `["story:${id}"]`, Date.now());
  await page.clock.fastForward(31_000);
  const post = page.locator(`[data-post="${postId}"]`);
  await expect(post).toContainText('শুধরে নেওয়া লেখা');
  await expect(post).toBeFocused();

  await desk.getByRole('button', { name: 'লাইভ শেষ করুন' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'লাইভ শেষ হয়েছে' })).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(page.locator('.live__status')).toContainText('শেষ হয়েছে');
  expect(await status?.evaluate((part) => part.isConnected && part.textContent)).toContain('শেষ হয়েছে');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.clock.fastForward(400_000);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);

  await page.goto(path);
  const [liveBlog] = (await graphOf(page)).filter((one) => one['@type'] === 'LiveBlogPosting');
  expect(liveBlog).toMatchObject({ coverageEndTime: expect.any(String) });
  await desk.getByRole('button', { name: 'আবার চালু করুন' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'লাইভ আবার চলছে' })).toBeVisible();
  await desk.context().close();
});

for (const isScripted of [true, false]) {
  test(`a picture that nobody described keeps a story from readers, and the message leads to it, ${isScripted ? 'with' : 'without'} script`, async ({
    browser,
    server,
  }) => {
    const [picture] = server.rows<{ id: number }>(`select id from pictures where caption like '%ভাসমান পাঠাগার%'`);
    const id = picture?.id ?? 0;
    server.change(`update pictures set alt = '' where id = ?`, id);
    const bodyDoc = JSON.stringify({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'ঘাটে বই।' }] },
        { type: 'figure', attrs: { pictureId: id, file: '', caption: '', credit: '', alt: '' } },
      ],
    });
    const context = await browser.newContext({ javaScriptEnabled: isScripted, baseURL: server.baseURL });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/stories');
    const storyId = await begin(page, { headline: `ঘাটে বই ${isScripted}` }, isScripted);
    server.change(
      `update stories set body_doc = ?, body_html = '<p>ঘাটে বই।</p>' where id = ?`,
      bodyDoc,
      storyId,
    );
    await page.goto(`/admin/stories/${storyId}`);
    if (isScripted) await expect(page.locator('.rich__text .blk--figure')).toBeVisible();
    await press(page, 'প্রকাশ করুন');
    await expect(page.locator('#body-error')).toContainText('২ নম্বর অংশের ছবিতে কী আছে, তা লেখা নেই');
    await expect(page.getByRole('link', { name: /ছবির ভান্ডারে বর্ণনা লিখুন/ })).toHaveAttribute(
      'href',
      `/admin/pictures/${id}`,
    );
    if (isScripted) {
      await page.getByRole('button', { name: 'ছবিটিতে যান' }).click();
      await page.keyboard.type('বইভরা নৌকা');
    } else server.change(`update pictures set alt = 'বইভরা নৌকা' where id = ?`, id);
    await press(page, 'প্রকাশ করুন');
    await page.waitForURL(/did=publish/);
    const { html } = await read(server, `/national/${storyId}`);
    expect(html).toContain('ঘাটে বই।');
    // Words of the library come into a body when it is saved there; those typed here with the story.
    if (isScripted) expect(html).toContain('alt="বইভরা নৌকা"');
    server.change(`update pictures set alt = 'বিলের পানিতে ছাউনি দেওয়া লম্বা নৌকা' where id = ?`, id);
    await context.close();
  });
}

test('the editor names a fact box and whose words are quoted', async ({ page, server }) => {
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto('/admin/stories/new');
  await field(page, 'headline').fill('ঘাটের হিসাব');
  await field(page, 'section').selectOption('national');
  const text = page.locator('.rich__text');
  await text.click();
  await page.keyboard.type('ঘাট চলে মানুষের ভরসায়।');
  await page.getByRole('button', { name: 'বড় উদ্ধৃতি' }).click();
  await page.getByLabel('কার কথা').fill('প্রবীণ মাঝি');
  await text.click({ position: { x: 5, y: 5 } });
  await page.getByRole('button', { name: 'তথ্যবাক্স' }).click();
  await page.getByLabel('তথ্যবাক্সের শিরোনাম').fill('এক নজরে ঘাট');
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/did=create$/);
  await expect(page.getByLabel('কার কথা')).toHaveValue('প্রবীণ মাঝি');
  await expect(page.getByLabel('তথ্যবাক্সের শিরোনাম')).toHaveValue('এক নজরে ঘাট');
  const [stored] = server.rows<{ html: string }>(
    `select body_html as html from stories order by id desc limit 1`,
  );
  expect(stored?.html).toContain('<figcaption>প্রবীণ মাঝি</figcaption>');
  expect(stored?.html).toContain('<strong>এক নজরে ঘাট</strong>');
});

test('the desk says at the field what is wrong with a sound or film', async ({ browser, server }) => {
  const page = await withoutScript(browser, server);
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto('/admin/stories/new');
  await field(page, 'headline').fill('শোনার খবর');
  await field(page, 'section').selectOption('national');
  await page.locator('summary', { hasText: 'অডিও, ভিডিও ও উৎস' }).click();
  await field(page, 'audio').fill('/media/khobor.mp4');
  await field(page, 'audioSeconds').fill('তিন মিনিট');
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await expect(page.locator('#audio-error')).toContainText('এটি অডিও ফাইল নয়');
  await expect(page.locator('#audioSeconds-error')).toContainText('মিনিট:সেকেন্ড');
  await expect(field(page, 'audioSeconds')).toHaveValue('তিন মিনিট');
  await field(page, 'audio').fill('/media/khobor.mp3');
  await field(page, 'audioSeconds').fill('৩:২৫');
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/did=create$/);
  await expect(field(page, 'audioSeconds')).toHaveValue('3:25');
  await page.context().close();
});
