import { rolesByPermission } from '@/lib/people/may';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

/** A page as the next reader gets it. */
async function read(
  server: TestServer,
  path: string,
): Promise<{ status: number; html: string; location: string }> {
  const answer = await fetch(new URL(path, server.baseURL), { redirect: 'manual' });
  return {
    status: answer.status,
    html: await answer.text(),
    location: decodeURIComponent(answer.headers.get('location') ?? ''),
  };
}

test('a new section stands in every masthead at once, and a wrong slug is told at its field', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/sections');
  await page.getByLabel('নাম *', { exact: true }).fill('স্বাস্থ্যকথা');
  await page.getByLabel('ঠিকানার অংশ', { exact: true }).fill('admin');
  await page.getByRole('button', { name: 'যোগ করুন' }).click();
  await expect(page.getByText('এই ঠিকানা সাইটের নিজের কাজে লাগে।')).toBeVisible();
  await expect(page.getByLabel('নাম *', { exact: true })).toHaveValue('স্বাস্থ্যকথা');
  expect(await axeViolations(page)).toEqual([]);

  await page.getByLabel('ঠিকানার অংশ', { exact: true }).fill('sports');
  await page.getByRole('button', { name: 'যোগ করুন' }).click();
  await expect(page.getByText('এই ঠিকানা আগে ব্যবহার হয়েছে।')).toBeVisible();
  await expect(page.getByLabel('নাম *', { exact: true })).toHaveValue('স্বাস্থ্যকথা');

  await page.getByLabel('ঠিকানার অংশ', { exact: true }).fill('health-talk');
  await page.getByRole('button', { name: 'যোগ করুন' }).click();
  await expect(page.getByText('‘স্বাস্থ্যকথা’ সংরক্ষিত হয়েছে।')).toBeVisible();

  expect((await read(server, '/')).html).toContain('href="/health-talk"');
  expect((await read(server, '/health-talk')).status).toBe(200);
  expect(complaints).toEqual([]);
});

test('the place that a section is given is its place in the menu and in the foot of every page', async ({
  server,
  page,
}) => {
  const [sports] = server.rows<{ id: number; position: number }>(
    "select id, position from sections where slug = 'sports'",
  );
  const give = async (place: string) => {
    await page.goto(`/admin/sections?edit=${sports?.id}`);
    await page.locator('[name=position]').fill(place);
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toBeVisible();
  };
  const firsts = async () => {
    const { html } = await read(server, '/national/2');
    return ['nav__row', 'foot__links'].map(
      (list) => /<li><a href="([^"]+)"/.exec(html.split(list)[1] ?? '')?.[1],
    );
  };
  await signIn(page, server, 'editor', '/admin/sections');
  expect(await firsts()).not.toContain('/sports');
  await give('০');
  expect(await firsts()).toEqual(['/sports', '/sports']);
  await give(String(sports?.position));
  expect(await firsts()).not.toContain('/sports');
});

// Names of their own: two fronts' zones of one name are one too many for a screen reader, in whoever's test.
for (const [javaScriptEnabled, called, suggested] of [
  [true, 'নদী ও খাল', 'nodi-o-khal'],
  [false, 'নদী ও বিল', 'nodi-o-bil'],
] as const) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test(`of a section without an address one is suggested from its name, shown, and taken, ${how}`, async ({
    server,
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, server, 'editor', '/admin/sections');
    const name = page.getByLabel('নাম *', { exact: true });
    const slug = page.getByLabel('ঠিকানার অংশ', { exact: true });
    await name.fill(called);
    await name.press('Enter');
    await expect(page.getByText('নাম থেকে এই ঠিকানা প্রস্তাব করা হলো।')).toBeVisible();
    await expect(slug).toHaveValue(suggested);
    await expect(name).toHaveValue(called);
    await slug.press('Enter');
    await expect(page.getByText(`‘${called}’ সংরক্ষিত হয়েছে।`)).toBeVisible();
    expect((await read(server, `/${suggested}`)).status).toBe(200);
    await context.close();
  });
}

test('topics are merged without script, and the old address leads to the new one', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server, 'editor', '/admin/topics');
  const rows = page.locator('tbody tr');
  const [from, into] = [rows.nth(1), rows.nth(0)];
  const slugs = await Promise.all([from, into].map((row) => row.locator('.sec').innerText()));
  await from.locator('.h a').click();
  await page.getByLabel('যে বিষয়ের সঙ্গে মেলাবেন *').fill(slugs[1] ?? '');
  await page.getByRole('button', { name: 'মিলিয়ে দিন' }).click();
  await expect(page.getByRole('status')).toContainText('বিষয়ে গেছে');

  const old = await read(server, `/topic/${encodeURIComponent(slugs[0] ?? '')}`);
  expect(old.status).toBe(301);
  expect(old.location).toContain(`/topic/${slugs[1]}`);
  expect((await read(server, `/topic/${encodeURIComponent(slugs[1] ?? '')}`)).status).toBe(200);
  await context.close();
});

test('a byline changed on the desk is the byline on its page', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/bylines');
  await page.locator('tbody .h a').first().click();
  await page.getByLabel('পদ').fill('প্রধান প্রতিবেদক');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByRole('status')).toBeVisible();
  const slug = await page.evaluate(() => document.querySelector('h2#edit')?.textContent ?? '');
  expect(slug).not.toBe('');
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('the chief changes the foot of every page; a wrong address and a wrong label are told', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'chief', '/admin/settings');
  await page.getByLabel('ফেসবুক পাতার ঠিকানা').fill('facebook');
  await page.getByLabel('নিজস্ব লেবেল').fill('nav.nowhere = কোথাও না');
  await page.getByLabel('পাতার শেষে যা থাকবে').fill('সম্পাদক: আফসানা করিম');
  await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
  await expect(page.getByText('https:// দিয়ে শুরু করে')).toBeVisible();
  await expect(page.getByText('এই লাইনগুলো ঠিক নেই: nav.nowhere')).toBeVisible();
  // The button stands some screens below.
  await expect(page.getByLabel('ফেসবুক পাতার ঠিকানা')).toBeFocused();
  await expect(page.getByLabel('ফেসবুক পাতার ঠিকানা')).toBeInViewport();
  await expect(page.getByLabel('পাতার শেষে যা থাকবে')).toHaveValue('সম্পাদক: আফসানা করিম');

  await page.getByLabel('ফেসবুক পাতার ঠিকানা').fill('https://www.facebook.com/barta');
  await page.getByLabel('নিজস্ব লেবেল').fill('nav.districts = এলাকার খবর');
  const [front] = server.rows<{ section: string; id: number }>(
    "select c.slug as section, s.id from stories s join sections c on c.id = s.section_id where s.state = 'published' limit 1",
  );
  const story = `/${front?.section}/${front?.id}`;
  expect((await read(server, story)).html).toMatch(/<time[^>]*>প্রকাশিত সময় : [০-৯]{2}:[০-৯]{2}:[০-৯]{2} /);
  await page.getByLabel('খবরের পাতায় প্রকাশের সময়').selectOption('short');
  await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
  await expect(page.getByText('সংরক্ষিত হয়েছে। পাঠকেরা এখনই দেখতে পাবেন।')).toBeInViewport();

  const { html } = await read(server, '/');
  expect(html).toContain('সম্পাদক: আফসানা করিম');
  expect(html).toContain('https://www.facebook.com/barta');
  // Beside it stands “আপনার এলাকার খবর”, another label.
  const renamed = /(?<!আপনার )এলাকার খবর/;
  expect(html).toMatch(renamed);

  // The cached page of a story is made anew with them.
  await expect
    .poll(async () => (await read(server, story)).html)
    .toMatch(/<time[^>]*>প্রকাশ: [০-৯]{1,2} \S+ [০-৯]{4}, \S+ [০-৯]{1,2}:[০-৯]{2}</);

  // The other tests of this newsroom know it by its usual words.
  await page.getByLabel('খবরের পাতায় প্রকাশের সময়').selectOption('full');
  await page.getByLabel('নিজস্ব লেবেল').fill('');
  await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
  await expect.poll(async () => (await read(server, '/')).html).not.toMatch(renamed);
});

for (const javaScriptEnabled of [true, false]) {
  test(`two who change settings at once keep what both have chosen, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    server,
    browser,
  }) => {
    const chief = async () => {
      const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled });
      const page = await context.newPage();
      await signIn(page, server, 'chief', '/admin/settings');
      return page;
    };
    const [one, other] = [await chief(), await chief()];
    const save = (page: typeof one) => page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
    const [map, days] = ['মানচিত্রের লিংক', 'কত দিন মন্তব্য নেওয়া হবে'];
    await one.getByLabel(map).fill('https://maps.example/one');
    await save(one);
    await expect(one.getByRole('status')).toBeVisible();
    await other.getByLabel(days).fill('২১');
    await save(other);
    await expect(other.getByRole('status')).toBeVisible();
    await expect(other.getByLabel(map)).toHaveValue('https://maps.example/one');

    await one.getByLabel(days).fill('৩০');
    await one.getByLabel(map).fill('https://maps.example/two');
    await save(one);
    await expect(one.locator('main').getByRole('alert')).toBeVisible();
    await expect(one.getByLabel(days)).toHaveValue('৩০');
    await expect(one.getByText('এখন সংরক্ষিত আছে: ২১')).toBeVisible();
    await save(one);
    await expect(one.getByRole('status')).toBeVisible();
    expect(
      server.rows(
        "select key, json_extract(value, '$') as value from settings where key in ('contactMapUrl', 'commentsDays') order by key",
      ),
    ).toEqual([
      { key: 'commentsDays', value: 30 },
      { key: 'contactMapUrl', value: 'https://maps.example/two' },
    ]);
    // As they were. Who saves once more before the page is read anew saves on the older one, and is told so.
    await one.reload();
    await one.getByLabel(days).fill('১৪');
    await one.getByLabel(map).fill('');
    await save(one);
    await expect
      .poll(() =>
        server.rows("select json_extract(value, '$') as days from settings where key = 'commentsDays'"),
      )
      .toEqual([{ days: 14 }]);
  });
}

test('whoever wants another word finds what the sentence is called, without script too', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server, 'chief', '/admin/settings');
  await page.getByRole('link', { name: 'লেবেল খুঁজুন' }).click();
  await page.getByLabel('লেখাটির কিছু অংশ').fill('সর্বাধিক পঠিত');
  await page.getByRole('button', { name: 'খুঁজুন' }).last().click();
  await expect(page.getByRole('status')).toContainText('পাওয়া গেছে'.normalize('NFC'));
  await expect(page.locator('main li').filter({ hasText: /^nav\.mostRead = সর্বাধিক পঠিত$/ })).toHaveCount(1);
  await page.getByLabel('লেখাটির কিছু অংশ').fill('এমন কথা নেই');
  await page.getByRole('button', { name: 'খুঁজুন' }).last().click();
  await expect(page.getByRole('status')).toContainText('এমন কোনো লেখা নেই');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test('the audit tells who did what, before and after, and goes out as a table', async ({ server, page }) => {
  await signIn(page, server, 'chief', '/admin/settings');
  await page.getByLabel('নামের নিচের বাক্য').fill('সত্যের পাশে');
  await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
  await expect(page.getByRole('status')).toBeVisible();

  await page.goto('/admin/audit?about=setting:tagline');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.locator('tbody ins')).toHaveText('সত্যের পাশে');
  await expect(page.locator('tbody tr')).toContainText('সেটিং বদলানো হয়েছে: নামের নিচের বাক্য');
  expect(await axeViolations(page)).toEqual([]);

  const table = await page.evaluate(async () =>
    (await fetch('/admin/audit/export?verb=change-setting')).text(),
  );
  expect(table).toMatch(/^id,at,actor_kind/);
  expect(table).toContain('change-setting,setting,tagline,');
});

test('the audit is read in sentences and narrowed without script, and says names for numbers', async ({
  server,
  browser,
}) => {
  const page = await (
    await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false })
  ).newPage();
  await signIn(page, server, 'chief', '/admin/audit');
  const filters = page.getByRole('form', { name: 'রেকর্ড ফিল্টার করুন' });
  const rows = page.locator('tbody tr');
  const [story] = server.rows<{ id: number; headline: string }>(
    'select id, headline from stories order by id limit 1',
  );
  server.change(
    `insert into audit_entries (at, actor_kind, actor_id, verb, subject_kind, subject, before, after)
     select ?, 'staff', id, 'assign-story', 'story', ?, '{"assigneeId":null}', json_object('assigneeId', id) from staff
     where role = 'editor' limit 1`,
    Date.now(),
    String(story?.id),
  );
  const [editor] = server.rows<{ name: string }>("select name from staff where role = 'editor' limit 1");

  await filters.getByLabel('কাজ').selectOption({ label: 'খবরের দায়িত্ব ঠিক করা হয়েছে' });
  await filters.getByLabel('কী নিয়ে').selectOption({ label: 'খবর' });
  await filters.getByLabel('নম্বর').fill(`#${story?.id}`);
  await page.getByRole('button', { name: 'ফিল্টার করুন' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`খবরের দায়িত্ব ঠিক করা হয়েছে: ‘${story?.headline}’`);
  await expect(rows.locator('.changes')).toContainText(`যাঁর হাতে: ${'পরে '}${editor?.name}`);
  await rows.getByRole('link', { name: /^শুধু এটির রেকর্ড/ }).click();
  await expect(page).toHaveURL(/kind=story&number=/);
  await page.goto('/admin/audit');
  expect(await rows.allInnerTexts()).not.toContainEqual(expect.stringMatching(/[{}]|undefined/));
  // When it was is at an entry's head, however much has changed, and in two lines at most.
  const moments = await rows.locator('.tm time').evaluateAll((times) =>
    times.map((time) => ({
      lines: new Set([...time.getClientRects()].map(({ bottom }) => Math.round(bottom))).size,
      below: time.getBoundingClientRect().top - (time.closest('tr')?.getBoundingClientRect().top ?? 0),
    })),
  );
  expect(Math.max(...moments.map(({ lines }) => lines))).toBeLessThanOrEqual(2);
  expect(Math.max(...moments.map(({ below }) => below))).toBeLessThan(24);
  await page.goto('/admin/audit?from=2001-01-01&to=2001-01-02');
  await expect(page.getByText('এমন কোনো কাজের রেকর্ড নেই।')).toBeVisible();
  await page.context().close();
});

test('who may do what is shown as the commands ask it', async ({ server, page }) => {
  await signIn(page, server, 'chief', '/admin/staff');
  const table = page.getByRole('region', { name: 'কে কী করতে পারেন' });
  const words = { reporter: 'প্রতিবেদক', editor: 'সম্পাদক', moderator: 'মডারেটর', chief: 'প্রধান সম্পাদক' } as const;
  await expect(table.getByRole('columnheader')).toHaveText(Object.values(words));
  for (const roles of Object.values(rolesByPermission)) {
    const row = table.locator('tbody tr').nth(Object.values(rolesByPermission).indexOf(roles));
    await expect(row.getByRole('cell')).toHaveText(
      (Object.keys(words) as (keyof typeof words)[]).map((role) =>
        roles.includes(role) ? 'পারেন' : 'পারেন না',
      ),
    );
  }
  expect(await axeViolations(page)).toEqual([]);
});
