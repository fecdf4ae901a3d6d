import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { cookieOf, formOf } from '../support/forms/plain-http';
import { writeBody } from '../support/forms/write-body';
import { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const hostile = (name: string) => readFileSync(join('lib/pictures/testing/hostile', name));

/** A picture that no other test has sent: its colour is its own. */
let colour = 0x101010;
async function aJpeg(width = 900, height = 600): Promise<Buffer> {
  colour += 0x010305;
  const background = `#${colour.toString(16).padStart(6, '0')}`;
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
const asFile = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const lastPicture = (server: TestServer) =>
  server.rows<{ id: number }>('select max(id) as id from pictures')[0]?.id ?? 0;

/** What a client of the desk's own would send. */
async function post(server: TestServer, cookie: string, bytes: Buffer, headers: Record<string, string> = {}) {
  const form = new FormData();
  form.set('picture', new File([new Uint8Array(bytes)], 'ছবি.jpg'));
  const body = new Response(form);
  return fetch(`${server.baseURL}/api/pictures`, {
    method: 'POST',
    body: await body.arrayBuffer(),
    headers: {
      'content-type': body.headers.get('content-type') ?? '',
      cookie,
      origin: server.baseURL,
      ...headers,
    },
  });
}

async function aKeptPicture(server: TestServer, cookie: string, bytes?: Buffer): Promise<number> {
  const answer = await post(server, cookie, bytes ?? (await aJpeg()));
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { picture: { id: number } }).picture.id;
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('several files go at once, and each has its own answer', async ({ page, server }) => {
    await signIn(page, server, 'reporter', '/admin/pictures');
    const same = await aJpeg();
    await page
      .getByLabel('ছবির ফাইল')
      .setInputFiles([
        asFile('নদী.jpg', same),
        asFile('নকশা.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'),
        asFile('আধখানা.jpg', hostile('half.jpg')),
        asFile('ফাঁকা.png', Buffer.alloc(0), 'image/png'),
        asFile('বোমা.png', hostile('bomb-18000x18000.png'), 'image/png'),
        asFile('লেখা.jpg', hostile('not-a-picture.jpg')),
        asFile('আবার নদী.jpg', same),
        asFile('শেষ.gif', hostile('animated.gif'), 'image/gif'),
      ]);
    await press(page, 'পাঠান');

    const uploadResults = page.locator('.sent li');
    await expect(uploadResults).toHaveCount(8);
    await expect(uploadResults.nth(0)).toContainText('ভান্ডারে যোগ হয়েছে');
    await expect(uploadResults.nth(0)).toContainText('প্রকাশের আগে লাগবে: ক্যাপশন, ক্রেডিট, বর্ণনা');
    await expect(uploadResults.nth(1)).toContainText('SVG নেওয়া হয় না');
    await expect(uploadResults.nth(2)).toContainText('ফাইলটি অসম্পূর্ণ বা নষ্ট');
    await expect(uploadResults.nth(3)).toContainText('ফাইলটিতে কিছু নেই।');
    await expect(uploadResults.nth(4)).toContainText('পিক্সেল অনেক বেশি');
    await expect(uploadResults.nth(5)).toContainText('এটি ছবির ফাইল নয়');
    await expect(uploadResults.nth(6)).toContainText('এই ছবি আগে থেকেই ভান্ডারে আছে');
    await expect(uploadResults.nth(7)).toContainText('ভান্ডারে যোগ হয়েছে');
    const [first, again] = [uploadResults.nth(0).getByRole('link'), uploadResults.nth(6).getByRole('link')];
    expect(await again.getAttribute('href')).toBe(await first.getAttribute('href'));
  });

  test('nothing chosen is said at the field', async ({ page, server }) => {
    await signIn(page, server, 'reporter', '/admin/pictures');
    await press(page, 'পাঠান');
    await expect(page.locator('#pictures-error')).toHaveText('আগে ছবির ফাইল বাছুন।');
  });

  test('words and focal point are saved by a plain form; what is wrong stands at its field, typed text kept', async ({
    page,
    server,
  }) => {
    await signIn(page, server, 'reporter', '/admin/pictures');
    await page.getByLabel('ছবির ফাইল').setInputFiles(asFile('ক.jpg', await aJpeg()));
    await press(page, 'পাঠান');
    await page.locator('.sent a').click();
    await page.getByLabel('ছবির ক্যাপশন').fill('কাকডাঙার ঘাটে   ভোর');
    await page.getByLabel('ছবির বর্ণনা').fill('কুয়াশায় তিনটি নৌকা');
    await page.getByLabel('ফটো ক্রেডিট').fill('মিতু');
    await page.getByLabel('বাঁ দিক থেকে (%)').fill('১২০');
    await press(page, 'সংরক্ষণ করুন');

    await expect(page.locator('#focalX-error')).toHaveText('০ থেকে ১০০-এর মধ্যে একটি পূর্ণ সংখ্যা দিন।');
    await expect(page.getByLabel('ছবির ক্যাপশন')).toHaveValue('কাকডাঙার ঘাটে   ভোর');

    await page.getByLabel('বাঁ দিক থেকে (%)').fill('২০');
    await press(page, 'সংরক্ষণ করুন');
    await expect(page.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
    await expect(page.getByLabel('ছবির ক্যাপশন')).toHaveValue('কাকডাঙার ঘাটে ভোর');
    await expect(page.locator('.picture__side')).toContainText('প্রকাশের জন্য তৈরি');

    await page.goto(`/admin/pictures?q=${encodeURIComponent('কাকডাঙা নৌকা')}`);
    await expect(page.locator('.lib__one')).toHaveCount(1);
    await expect(page.locator('.lib__one')).toContainText('কাকডাঙার ঘাটে ভোর');
    await page.goto('/admin/pictures?q=%E0%A6%A8%E0%A7%87%E0%A6%87%E0%A6%8F%E0%A6%AE%E0%A6%A8');
    await expect(page.locator('.note')).toHaveText('এমন কোনো ছবি পাওয়া যায়নি।');
  });

  test('a session that ends in the middle of the words loses none of them', async ({
    page,
    server,
    context,
  }) => {
    await signIn(page, server, 'editor', '/admin/pictures');
    const id = await aKeptPicture(server, await cookieOf(server, 'editor'));
    await page.goto(`/admin/pictures/${id}`);
    await page.getByLabel('ছবির ক্যাপশন').fill('যা হারায় না');
    await context.clearCookies();
    await press(page, 'সংরক্ষণ করুন');

    await expect(page.locator('[role=alert]')).toContainText('লগইনের মেয়াদ শেষ');
    await expect(page.getByLabel('ছবির ক্যাপশন')).toHaveValue('যা হারায় না');
  });
});

test('with script each file goes by itself, and again when the connection fails', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'reporter', '/admin/pictures');
  let failures = 0;
  await page.route('**/api/pictures', async (route) => {
    failures += 1;
    if (failures <= 2) await route.abort('connectionreset');
    else await route.continue();
  });
  const tooHeavy = Buffer.alloc(21 * 1024 * 1024, 1);
  await page
    .getByLabel('ছবির ফাইল')
    .setInputFiles([
      asFile('এক.jpg', await aJpeg()),
      asFile('দুই.jpg', await aJpeg()),
      asFile('নকশা.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'),
      asFile('ভারী.jpg', tooHeavy),
    ]);
  await page.getByRole('button', { name: 'পাঠান', exact: true }).press('Enter');

  const uploadResults = page.locator('.sent li');
  await expect(uploadResults).toHaveCount(4);
  await expect(uploadResults.nth(0)).toContainText('ভান্ডারে যোগ হয়েছে', { timeout: 20_000 });
  await expect(uploadResults.nth(1)).toContainText('ভান্ডারে যোগ হয়েছে', { timeout: 20_000 });
  await expect(uploadResults.nth(2)).toContainText('SVG নেওয়া হয় না');
  await expect(uploadResults.nth(3)).toContainText('২০ মেগাবাইটের বেশি');
  await expect(page.getByText('৪টির মধ্যে ৪টির কাজ শেষ')).toBeVisible();
  await expect(page.locator(`.lib__one a[href="/admin/pictures/${lastPicture(server)}"]`)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  expect(
    complaints.filter((line) => !line.includes('ERR_CONNECTION_RESET') && !line.includes('415')),
  ).toEqual([]);
});

test('a click on the picture sets its focal point, and the crops of a reader’s page follow', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  const cookie = await cookieOf(server, 'editor');
  const id = await aKeptPicture(server, cookie, await aJpeg(1600, 700));
  const [story] = server.rows<{ id: number; slug: string }>(
    `select stories.id, sections.slug from stories join sections on sections.id = stories.section_id
     where state = 'published' and picture_id is not null order by published_at desc limit 1`,
  );
  server.change('update stories set picture_id = ? where id = ?', id, story?.id);
  await signIn(page, server, 'editor', '/admin/pictures');
  await page.goto(`/admin/pictures/${id}`);
  await expect(page.locator('.picture__side')).toContainText('প্রধান ছবি');
  const box = await page.locator('.focal img').boundingBox();
  if (!box) throw new Error('no picture to click');
  await page.mouse.click(box.x + box.width * 0.02, box.y + box.height * 0.5);
  await expect(page.getByLabel('বাঁ দিক থেকে (%)')).toHaveValue('২');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const html = await (await fetch(`${server.baseURL}/${story?.slug}/${story?.id}`)).text();
  const [lead = ''] = /<span class="pic[^>]*>.*?<\/span>/s.exec(html.slice(html.indexOf('<article'))) ?? [];
  expect(lead).toContain('p0');
  expect(lead).toContain('type="image/avif"');
  expect(lead).toContain('type="image/webp"');
  expect(lead).toMatch(/fetchpriority="high"/i);
  expect(lead).not.toContain('style=');
});

test('files are served for ever, by their kind, and hold nothing but the picture', async ({ server }) => {
  const cookie = await cookieOf(server, 'reporter');
  const id = await aKeptPicture(server, cookie, hostile('gps.jpg'));
  const [row] = server.rows<{ variants: string }>('select variants from pictures where id = ?', id);
  const variants = JSON.parse(row?.variants ?? '[]') as { file: string; mime: string }[];
  const kinds = variants.map(({ mime }) => mime).sort();
  // One size of each kind, and the file for a face.
  expect(kinds).toEqual(['image/avif', 'image/jpeg', 'image/webp', 'image/webp']);
  for (const { file, mime } of variants) {
    const answer = await fetch(`${server.baseURL}/media/${file}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mime]);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await answer.arrayBuffer()).includes('Private Person')).toBe(false);
  }
});

test('another file in its place: the next reader has it, and an open page still finds the old one', async ({
  page,
  server,
}) => {
  const cookie = await cookieOf(server, 'editor');
  const id = await aKeptPicture(server, cookie);
  const [story] = server.rows<{ id: number; slug: string }>(
    `select stories.id, sections.slug from stories join sections on sections.id = stories.section_id
     where state = 'published' order by stories.id desc limit 1`,
  );
  server.change('update stories set picture_id = ? where id = ?', id, story?.id);
  const filesOf = () => {
    const [row] = server.rows<{ variants: string }>('select variants from pictures where id = ?', id);
    return (JSON.parse(row?.variants ?? '[]') as { file: string }[]).map(({ file }) => file);
  };
  const before = filesOf();
  await signIn(page, server, 'editor', '/admin/pictures');
  await page.goto(`/admin/pictures/${id}`);
  await press(page, 'ছবি বদলান');
  await expect(page.getByText('আগে ছবির ফাইল বাছুন।')).toBeVisible();
  await page.getByLabel('নতুন ফাইল').setInputFiles(asFile('ভাঙা.jpg', hostile('half.jpg')));
  await press(page, 'ছবি বদলান');
  await expect(page.getByText('ফাইলটি অসম্পূর্ণ বা নষ্ট, ছবি খোলা যায়নি।')).toBeVisible();
  await page.getByLabel('নতুন ফাইল').setInputFiles(asFile('নতুন.jpg', await aJpeg(800, 800)));
  await press(page, 'ছবি বদলান');
  await expect(page.getByText('ছবি বদলানো হয়েছে।')).toBeVisible();

  const after = filesOf();
  expect(after).not.toEqual(before);
  const html = await (await fetch(`${server.baseURL}/${story?.slug}/${story?.id}`)).text();
  expect(html).toContain(after[0]);
  expect(html).not.toContain(before[0]);
  expect((await fetch(`${server.baseURL}/media/${before[0]}`)).status).toBe(200);
});

test('two editors at one picture: the second is shown the first’s words and loses none of their own', async ({
  server,
  browser,
}) => {
  const id = await aKeptPicture(server, await cookieOf(server, 'editor'));
  const [one, two] = await Promise.all(
    ['editor', 'chief'].map(async (role) => {
      const page = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
      await signIn(page, server, role as 'editor', '/admin/pictures');
      await page.goto(`/admin/pictures/${id}`);
      return page;
    }),
  );
  if (!one || !two) throw new Error('two pages are wanted');
  await one.getByLabel('ছবির ক্যাপশন').fill('প্রথম জনের লেখা');
  await press(one, 'সংরক্ষণ করুন');
  await expect(one.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
  await two.getByLabel('ছবির ক্যাপশন').fill('দ্বিতীয় জনের লেখা');
  await press(two, 'সংরক্ষণ করুন');
  await expect(two.locator('.theirs')).toContainText('প্রথম জনের লেখা');
  await expect(two.getByLabel('ছবির ক্যাপশন')).toHaveValue('দ্বিতীয় জনের লেখা');
  await press(two, 'সংরক্ষণ করুন');
  await expect(two.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
  expect(server.rows('select caption from pictures where id = ?', id)).toEqual([
    { caption: 'দ্বিতীয় জনের লেখা' },
  ]);
});

test('only a picture that stands nowhere can be deleted, and then its files go', async ({ page, server }) => {
  await signIn(page, server, 'editor', '/admin/pictures');
  const [used] = server.rows<{ id: number }>(
    'select picture_id as id from stories where picture_id is not null limit 1',
  );
  await page.goto(`/admin/pictures/${used?.id}`);
  await expect(page.getByRole('button', { name: 'ছবি মুছুন', exact: true })).toHaveCount(0);

  const id = await aKeptPicture(server, await cookieOf(server, 'editor'));
  const [row] = server.rows<{ variants: string }>('select variants from pictures where id = ?', id);
  const [{ file } = { file: '' }] = JSON.parse(row?.variants ?? '[]') as { file: string }[];
  expect(existsSync(join(server.folder, 'media', file))).toBe(true);
  await page.goto(`/admin/pictures/${id}`);
  await press(page, 'ছবি মুছুন');
  await page.waitForURL(/\/admin\/pictures\?did=delete$/);
  await expect(page.getByText('ছবিটি মুছে ফেলা হয়েছে।')).toBeVisible();
  expect(existsSync(join(server.folder, 'media', file))).toBe(false);
  expect((await page.goto(`/admin/pictures/${id}`))?.status()).toBe(404);
});

test('a story takes its picture from the library by keyboard alone, and is not published without a caption', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  const id = await aKeptPicture(server, await cookieOf(server, 'editor'));
  server.change("update pictures set alt = 'নৌকা', credit = 'মিতু', search_keys = ' নৌকা ' where id = ?", id);
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto('/admin/stories/new');
  await page.locator('[name=headline]').fill('ছবিসহ খবর');
  await page.locator('[name=section]').selectOption('national');
  const opener = page.getByRole('button', { name: 'ভান্ডার থেকে বাছুন' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'ছবি বাছুন' });
  await dialog.getByLabel('ক্যাপশন, ক্রেডিট বা বর্ণনার শব্দ').fill('নৌকা');
  await page.keyboard.press('Enter');
  const choice = dialog.getByRole('button', { name: 'নৌকা' }).first();
  await expect(choice).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByLabel('ক্যাপশন, ক্রেডিট বা বর্ণনার শব্দ').fill('নৌকা');
  await choice.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create/);
  const [story] = server.rows<{ id: number; picture_id: number }>(
    'select id, picture_id from stories order by id desc limit 1',
  );
  expect(story?.picture_id).toBe(id);
  expect(complaints).toEqual([]);

  await writeBody(page, 'লেখা');
  await page.locator('[name=headline]').fill('ছবিসহ খবর, বদলানো');
  await press(page, 'প্রকাশ করুন');
  await expect(page.locator('#pictureCaption-error')).toContainText('ছবির ক্যাপশন লিখুন।');
  await expect(page.locator('[name=headline]')).toHaveValue('ছবিসহ খবর, বদলানো');
  expect(server.rows('select state from stories where id = ?', story?.id)).toEqual([{ state: 'draft' }]);
});

test('the edge server and the route let in whoever may, and no other', async ({ server }) => {
  const bytes = await aJpeg();
  const statusAndCode = async (answer: Response) => [
    answer.status,
    (await answer.json()).code as string | undefined,
  ];
  expect(await statusAndCode(await post(server, '', bytes))).toEqual([401, 'signed-out']);
  expect(await statusAndCode(await post(server, await cookieOf(server, 'moderator'), bytes))).toEqual([
    403,
    'forbidden',
  ]);
  const cookie = await cookieOf(server, 'reporter');
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    expect((await post(server, cookie, bytes, headers)).status).toBe(403);
  }
  expect((await post(server, await cookieOf(server, 'chief'), bytes)).status).toBe(201);
  expect((await post(server, cookie, Buffer.alloc(26 * 1024 * 1024, 1))).status).toBe(413);
  expect(await statusAndCode(await post(server, cookie, Buffer.alloc(21 * 1024 * 1024, 1)))).toEqual([
    413,
    'picture-too-heavy',
  ]);

  const broken = (body: string, type: string) =>
    fetch(`${server.baseURL}/api/pictures`, {
      method: 'POST',
      body,
      headers: { cookie, origin: server.baseURL, 'content-type': type },
    });
  for (const [body, type] of [
    [
      '--x\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\nhalf',
      'multipart/form-data; boundary=x',
    ],
    ['', 'multipart/form-data; boundary=x'],
    ['{"picture": 1}', 'application/json'],
    ['picture=1', 'application/x-www-form-urlencoded'],
  ] as const) {
    expect(await statusAndCode(await broken(body, type))).toEqual([400, 'no-picture']);
  }

  expect((await fetch(`${server.baseURL}/api/pictures`)).status).toBe(401);
  const of = (query: string) => fetch(`${server.baseURL}/api/pictures${query}`, { headers: { cookie } });
  for (const query of ['', '?q=%00', `?q=${'ক'.repeat(3000)}`, '?before=-1', '?from=2026-99-99&to=x']) {
    const answer = await of(query);
    expect([query.slice(0, 20), answer.status]).toEqual([query.slice(0, 20), 200]);
    expect(Array.isArray((await answer.json()).pictures)).toBe(true);
  }
});

test('a broken body sent to the plain form is no fault of the server’s', async ({ server }) => {
  const cookie = await cookieOf(server, 'reporter');
  const form = await formOf(server, '/admin/pictures', 'lib__drop', cookie);
  const whole = Buffer.from(await new Response(form).arrayBuffer());
  const type = /^--(\S+)/.exec(whole.toString('latin1'))?.[1];
  const answer = await fetch(`${server.baseURL}/admin/pictures`, {
    method: 'POST',
    body: whole.subarray(0, whole.length - 40),
    headers: { cookie, origin: server.baseURL, 'content-type': `multipart/form-data; boundary=${type}` },
  });
  expect(answer.status).toBeLessThan(500);
});

test('where nothing can be written it is said, and readers notice nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-full-'));
  writeFileSync(join(folder, 'full'), 'a file where a folder should be');
  const server = await TestServer.open({ MEDIA_DIR: join(folder, 'full') });
  try {
    const before = lastPicture(server);
    const answer = await post(server, await cookieOf(server, 'reporter'), await aJpeg());
    expect(answer.status).toBe(507);
    expect((await answer.json()).error).toContain('জায়গা নেই');
    expect((await fetch(server.baseURL)).status).toBe(200);
    expect(lastPicture(server)).toBe(before);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});

test('hundreds of odd files: every one is answered, and reader pages come meanwhile', async ({ server }) => {
  test.setTimeout(180_000);
  const outputLengthBefore = server.output.length;
  const cookie = await cookieOf(server, 'editor');
  const whole = await aJpeg();
  const odd = [
    ...readdirSync('lib/pictures/testing/hostile').map(hostile),
    Buffer.alloc(0),
    Buffer.from('<svg/>'),
  ];
  const files = Array.from({ length: 120 }, (_, n) => {
    const base = odd[n % odd.length] ?? Buffer.alloc(0);
    // Another tail each time, so that none is known; and a picture with a hole in it.
    const tail = Buffer.from(`${n}`);
    return n % 3 === 0
      ? Buffer.concat([whole.subarray(0, 200 + n), tail, whole.subarray(300)])
      : Buffer.concat([base, tail]);
  });
  const statuses: number[] = [];
  const readers: number[] = [];
  let isOver = false;
  const read = async () => {
    for (let turn = 0; !isOver; turn++) {
      // A new address each time is rendered, not remembered.
      readers.push(
        (await fetch(`${server.baseURL}/${turn % 2 === 0 ? '' : `national?reply=${turn}`}`)).status,
      );
    }
  };
  const send = async () => {
    for (let file = files.pop(); file; file = files.pop()) {
      statuses.push((await post(server, cookie, file)).status);
    }
  };
  const reading = [read(), read()];
  await Promise.all(Array.from({ length: 12 }, send));
  isOver = true;
  await Promise.all(reading);

  expect(statuses).toHaveLength(120);
  expect([...new Set(statuses)].filter((status) => status >= 500)).toEqual([]);
  expect(readers.length).toBeGreaterThan(20);
  expect([...new Set(readers)]).toEqual([200]);
  // Another test of this newsroom may have ended one.
  expect(server.output.slice(outputLengthBefore)).not.toContain('the renderer ended');
});
