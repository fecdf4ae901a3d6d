import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import hostileStrings from '@barta/bengali/testing/hostile-strings.json' with { type: 'json' };
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { cookieOf } from '../support/forms/plain-http';
import { field, press } from '../support/forms/story-form';
import { bodyField } from '../support/forms/write-body';
import { expect, signIn, testWithOwnServer } from '../support/test';

/** What they leave behind no other test should meet. */
const test = testWithOwnServer();

const payloads = hostileStrings.map(({ payload }) => payload);
const script =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10" onclick="alert(1)"/>' +
  '<script>document.body.innerHTML="x"</script></svg>';
const file = (name: string) => {
  if (name === 'script.svg') return Buffer.from(script);
  return name === 'empty.png' ? Buffer.alloc(0) : readFileSync(join('lib/pictures/testing/hostile', name));
};
/** As every text is kept: one form of Unicode, and one blank between words. */
const kept = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** All that a page tells of something that ran: dialogs, errors, a title that is not its own. */
function alarmsOf(page: Page): string[] {
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(`error: ${error.message}`));
  return alarms;
}

/** What could run on the page as it stands: handlers, addresses that are scripts, frames and scripts of somebody's text. */
function armedOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).flatMap((element) => {
      const names = element
        .getAttributeNames()
        .filter(
          (name) =>
            name.startsWith('on') ||
            /^\s*(?:javascript:(?!throw new Error\('A React form was unexpectedly submitted)|data:text\/html)/i.test(
              element.getAttribute(name) ?? '',
            ),
        );
      const isForeign = /^(?:iframe|object|embed|math|marquee|basefont|rtc)$/.test(element.localName);
      return [...names, ...(isForeign ? [element.localName] : [])].map(
        (what) => `${element.localName} ${what}`,
      );
    }),
  );
}

async function paste(page: Page, content: { html?: string; plain: string }): Promise<void> {
  await bodyField(page).evaluate((element, { html, plain }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    data.setData('text/plain', plain);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, content);
  // Some of it could be Bijoy; it is asked, and here it is not.
  const asIs = page.getByRole('button', { name: 'যেমন আছে, তেমনই বসান', exact: true });
  if (await asIs.isVisible()) await asIs.click();
}

/** The editor, open on a new story. */
async function openNew(page: Page, headline: string): Promise<void> {
  await page.goto('/admin/stories/new');
  await bodyField(page).waitFor();
  await field(page, 'headline').fill(headline);
  await field(page, 'section').selectOption('national');
  await bodyField(page).click();
}

async function saveStory(page: Page): Promise<number> {
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

test('a hostile text typed into every field of a story is kept as typed, shown as typed, and never runs', async ({
  server,
  page,
}) => {
  test.setTimeout(180_000);
  const alarms = alarmsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  const names = ['kicker', 'headline', 'shortHeadline', 'standfirst', 'seoTitle', 'seoDescription'];
  for (let first = 0; first < payloads.length; first += names.length) {
    await openNew(page, 'শিরোনাম');
    const fields = Object.fromEntries(
      names.map((name, at) => [
        name,
        kept(payloads[first + at] ?? '')
          .slice(0, 60)
          .trim(),
      ]),
    );
    for (const details of await page.locator('form details').all())
      await details.evaluate((element: HTMLDetailsElement) => {
        element.open = true;
      });
    for (const [name, text] of Object.entries(fields)) await field(page, name).fill(text);
    for (const payload of payloads.slice(first, first + names.length)) await paste(page, { plain: payload });
    const id = await saveStory(page);
    for (const [name, text] of Object.entries(fields)) await expect(field(page, name)).toHaveValue(text);
    expect([id, await armedOn(page)]).toEqual([id, []]);
    await press(page, 'প্রকাশ করুন');
    await page.waitForURL(/did=publish/);

    await page.goto(`/national/${id}`);
    expect([id, await armedOn(page)]).toEqual([id, []]);
    const shownText = kept(await page.locator('article').first().innerText());
    for (const text of [fields.headline, fields.standfirst, ...payloads.slice(first, first + names.length)])
      expect(shownText).toContain(kept(text ?? ''));
    expect(await page.title()).toContain(fields.seoTitle);
    // The desk's list tells of it in words as well.
    await page.goto('/admin/stories');
    await expect(page.locator('tbody .h a').first()).toHaveText(fields.headline ?? '');
    expect(await armedOn(page)).toEqual([]);
  }
  // The desk's home and list have the longest of them in words that do not break.
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/admin', '/admin/stories']) {
      await page.goto(address);
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
        address,
        width,
      ]);
    }
  }
  expect(alarms).toEqual([]);
});

test('hostile HTML in a paste comes in as text and marks, in the editor as in the store', async ({
  server,
  page,
}) => {
  const alarms = alarmsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  await openNew(page, 'বিপজ্জনক পেস্ট');
  await page.keyboard.type('আগের লেখা।');
  await page.keyboard.press('Enter');
  for (const payload of payloads) {
    await paste(page, { html: `<p>${payload}</p>`, plain: payload });
    await paste(page, { html: payload, plain: '' });
    // As the editor marks what it has copied itself, which any page can write.
    await paste(page, { html: `<p data-pm-slice="1 1 []">${payload}</p>`, plain: payload });
  }
  await expect(bodyField(page)).toContainText('আগের লেখা।');
  await expect(bodyField(page)).toContainText('স্বাভাবিক');
  expect(await armedOn(page)).toEqual([]);
  const id = await saveStory(page);
  const [{ doc, html } = { doc: '', html: '' }] = server.rows<{ doc: string; html: string }>(
    'select body_doc as doc, body_html as html from stories where id = ?',
    id,
  );
  expect(html).toContain('আগের লেখা।');
  expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|svg|math|img|details|marquee|button)\b/i);
  expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|srcdoc|contenteditable)\s*=/i);
  expect(`${doc}${html}`).not.toMatch(/(?:href|src)"?[:=]\s*"?\s*(?:java|data:)/i);
  await press(page, 'প্রকাশ করুন');
  await page.waitForURL(/did=publish/);
  await page.goto(`/national/${id}`);
  expect(await armedOn(page)).toEqual([]);
  expect(await page.title()).toContain('বিপজ্জনক পেস্ট');
  expect(alarms).toEqual([]);
});

test('hostile words of a picture are words, on the desk and under the picture', async ({ server, page }) => {
  const alarms = alarmsOf(page);
  await signIn(page, server, 'editor', '/admin/pictures');
  const [{ id } = { id: 0 }] = server.rows<{ id: number }>('select min(id) as id from pictures');
  for (let first = 0; first < payloads.length; first += 3) {
    await page.goto(`/admin/pictures/${id}`);
    const pictureTexts = ['ছবির ক্যাপশন', 'ছবির বর্ণনা', 'ফটো ক্রেডিট'].map(
      (label, at) => [label, kept(payloads[first + at] ?? '')] as const,
    );
    for (const [label, text] of pictureTexts) await page.getByLabel(label).fill(text);
    await press(page, 'সংরক্ষণ করুন');
    await expect(page.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
    await page.reload();
    for (const [label, text] of pictureTexts) await expect(page.getByLabel(label)).toHaveValue(text);
    expect([first, await armedOn(page)]).toEqual([first, []]);
    await page.goto('/admin/pictures');
    expect([first, await armedOn(page)]).toEqual([first, []]);
  }
  expect(alarms).toEqual([]);
});

test('hostile words in whatever else the desk writes are words, on its own pages and on readers’', async ({
  server,
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const desk = await context.newPage();
  await signIn(desk, server, 'chief', '/admin/stories');
  const alarms = alarmsOf(page);
  await signIn(page, server, 'chief', '/admin/stories');
  const one = <Row>(sql: string) => {
    const [row] = server.rows<Row>(sql);
    if (!row) throw new Error(`nothing answers ${sql}`);
    return row;
  };
  const topic = one<{ id: number; slug: string }>(
    'select id, slug from topics order by stories desc limit 1',
  );
  const byline = one<{ id: number; slug: string }>(
    'select id, slug from bylines order by stories desc limit 1',
  );
  const live = one<{ id: number; path: string }>(
    `select s.id, '/' || c.slug || '/' || s.id as path from stories s join sections c on c.id = s.section_id
     where s.form = 'live' and s.state = 'published' limit 1`,
  );
  const about = one<{ id: number; slug: string }>('select id, slug from static_pages limit 1');
  const forms = [
    { at: `/admin/topics?edit=${topic.id}`, fields: ['#topic-name', '#topic-description'] },
    { at: `/admin/bylines?edit=${byline.id}`, fields: ['#byline-name', '#byline-bio'] },
    { at: `/admin/stories/${live.id}/live`, fields: ['#headline', '#body'] },
    { at: `/admin/stories/${live.id}`, fields: ['#correct-words'] },
    { at: `/admin/stories/${live.id}`, fields: ['#remark-words'] },
    { at: '/admin/fronts', fields: ['#line-words'] },
    { at: `/admin/pages/${about.id}`, fields: ['#page-title', '#page-body'] },
    { at: '/admin/menus', fields: ['#line-label'], besides: { '#line-href': '/national' } },
  ];
  const perRound = forms.flatMap(({ fields }) => fields).length;
  for (let first = 0; first < payloads.length; first += perRound) {
    const wait = [...payloads, ...payloads].slice(first, first + perRound);
    const wordsByField: Record<string, string> = {};
    for (const { at, fields, besides = {} } of forms) {
      await desk.goto(at);
      await desk.locator('.work details').evaluateAll((all) => {
        for (const panel of all) panel.setAttribute('open', '');
      });
      for (const [field, words] of Object.entries<string>(besides)) await desk.locator(field).fill(words);
      for (const field of fields) {
        // As much as the shortest of these fields takes, and never tags alone; a comma would part two names.
        const words = `ক ${kept(wait.shift() ?? '')
          .replaceAll(',', ' ')
          .slice(0, 37)
          .trim()}`;
        wordsByField[field] = words;
        await desk.locator(field).fill(words);
      }
      await desk
        .locator('form', { has: desk.locator(fields[0] ?? '') })
        .getByRole('button')
        .first()
        .click();
      await expect(
        desk.locator('.note--ok, .save__state').first(),
        `${at} ${JSON.stringify(wordsByField)}`,
      ).toBeVisible();
      await expect(desk.locator('.err')).toHaveCount(0);
    }
    for (const path of [
      '/',
      live.path,
      `/lite${live.path}`,
      `/topic/${topic.slug}`,
      `/byline/${byline.slug}`,
      `/page/${about.slug}`,
      ...forms.map(({ at }) => at),
      '/admin',
      '/admin/audit',
    ]) {
      await page.goto(path);
      expect([path, await armedOn(page)]).toEqual([path, []]);
      const html = await (await page.request.get(path)).text();
      const unescaped = Object.values(wordsByField).filter((words) => unescapedIn(html, words));
      expect([path, unescaped]).toEqual([path, []]);
    }
    await page.goto('/');
    expect(kept(await page.locator('body').innerText())).toContain(wordsByField['#line-words']);
    await page.goto(live.path);
    expect(kept(await page.locator('main').innerText())).toContain(wordsByField['#correct-words']);
  }
  expect(alarms).toEqual([]);
  await context.close();
});

/** What the desk says of each of the exam's files, by the upload page and by a paste into a story. */
const answers = {
  'orientation-3.jpg': null,
  'orientation-6.jpg': null,
  'gps.jpg': null,
  'cmyk.jpg': null,
  'animated.gif': null,
  'empty.png': 'ফাইলটিতে কিছু নেই।',
  'not-a-picture.jpg': 'এটি ছবির ফাইল নয়',
  'half.jpg': 'ফাইলটি অসম্পূর্ণ বা নষ্ট',
  'script.svg': 'SVG নেওয়া হয় না',
  'bomb-18000x18000.png': 'পিক্সেল অনেক বেশি',
} as const;

test('each odd file sent by the desk’s own page has a plain answer, and readers notice nothing', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'reporter', '/admin/pictures');
  const mimeOf = (name: string) =>
    name.endsWith('.svg') ? 'image/svg+xml' : `image/${name.split('.').at(-1)?.replace('jpg', 'jpeg')}`;
  const names = Object.keys(answers);
  await page
    .getByLabel('ছবির ফাইল')
    .setInputFiles(names.map((name) => ({ name, mimeType: mimeOf(name), buffer: file(name) })));
  await page.getByRole('button', { name: 'পাঠান', exact: true }).click();
  const uploadResults = page.locator('.sent li');
  await expect(uploadResults).toHaveCount(names.length);
  for (const [at, [, refusal]] of Object.entries(answers).entries())
    await expect(uploadResults.nth(at)).toContainText(refusal ?? /ভান্ডারে যোগ হয়েছে|আগে থেকেই ভান্ডারে আছে/, {
      timeout: 30_000,
    });
  expect((await fetch(server.baseURL)).status).toBe(200);
  expect(server.output).not.toContain('the renderer ended');

  // Upright, as wide as it looks, and nothing of whoever took it.
  const rows = server.rows<{ width: number; height: number; variants: string }>(
    'select width, height, variants from pictures order by id desc limit 5',
  );
  const sizes = rows.map(({ width, height }) => `${width}x${height}`);
  expect(sizes).toContain('50x40');
  for (const { variants } of rows)
    for (const { file: made } of JSON.parse(variants) as { file: string }[]) {
      const bytes = Buffer.from(await (await fetch(`${server.baseURL}/media/${made}`)).arrayBuffer());
      expect(bytes.includes('Private Person')).toBe(false);
      const { orientation, exif, space } = await sharp(bytes).metadata();
      expect([made, orientation, exif, space]).toEqual([made, undefined, undefined, 'srgb']);
    }
});

test('an odd file pasted into a story is refused with a word, and the text stays', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/stories');
  await openNew(page, 'ছবি পেস্ট');
  await page.keyboard.type('আগের লেখা।');
  for (const [name, refusal] of Object.entries(answers).filter(([, answerText]) => answerText !== null)) {
    await bodyField(page).evaluate(
      (element, { bytes, called }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], called, { type: 'image/png' }));
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      { bytes: [...file(name)], called: name },
    );
    await expect(page.locator('.note', { hasText: '১টি ছবি বসেনি' })).toContainText(refusal ?? '');
    await page.keyboard.type('।');
  }
  await expect(bodyField(page)).toContainText('আগের লেখা।');
  await expect(bodyField(page).locator('figure')).toHaveCount(0);
  const id = await saveStory(page);
  expect(server.rows('select body_text from stories where id = ?', id)).toHaveLength(1);
});

test('10 MB of true pictures in a paste are uploaded, and stand in the text', async ({ server, page }) => {
  test.setTimeout(120_000);
  await signIn(page, server, 'editor', '/admin/stories');
  await openNew(page, 'দশ মেগাবাইট');
  // Noise of two bytes a colour does not pack: 1.6 MB each, and a third more in base64, of few pixels. A photograph of that
  // weight took a minute of the processor to be made into its variants, which have tests of their own.
  const pictures = await Promise.all(
    Array.from({ length: 5 }, () =>
      sharp(new Uint16Array(randomBytes(320 * 840 * 3 * 2).buffer), {
        raw: { width: 320, height: 840, channels: 3 },
      })
        .toColourspace('rgb16')
        .png({ compressionLevel: 1 })
        .toBuffer(),
    ),
  );
  const html = pictures
    .map((bytes) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`)
    .join('');
  expect(html.length).toBeGreaterThan(10_000_000);
  await paste(page, { html: `<p>ছবির আগে।</p>${html}<p>ছবির পরে।</p>`, plain: 'ছবির আগে।\nছবির পরে।' });
  await expect(bodyField(page).locator('figure img')).toHaveCount(5, { timeout: 60_000 });
  const id = await saveStory(page);
  const [{ doc, html: made } = { doc: '', html: '' }] = server.rows<{ doc: string; html: string }>(
    'select body_doc as doc, body_html as html from stories where id = ?',
    id,
  );
  expect(doc.match(/"pictureId":\d+/g)).toHaveLength(5);
  expect(doc).not.toContain('base64');
  expect(made).toContain('ছবির পরে।');
});

test('no page of the desk and no upload is open to a hostile name in an address', async ({ server }) => {
  const cookie = await cookieOf(server, 'chief');
  for (const payload of payloads) {
    const word = encodeURIComponent(payload);
    for (const path of [
      `/admin/stories?q=${word}&section=${word}&byline=${word}&did=${word}`,
      `/admin/pictures?q=${word}&from=${word}`,
      `/admin/audit?verb=${word}&who=${word}&from=${word}`,
      `/admin/comments?q=${word}&state=${word}`,
    ]) {
      const answer = await fetch(`${server.baseURL}${path}`, { headers: { cookie }, redirect: 'manual' });
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(unescapedIn(html, payload), path).toBe(false);
    }
  }
});

/** Whether a payload that holds a tag stands in a page as that tag, outside of what the page's own script quotes. */
function unescapedIn(html: string, payload: string): boolean {
  if (!/<[a-z/]/i.test(payload)) return false;
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').includes(payload);
}
