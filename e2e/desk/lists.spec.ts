import type { Browser, Page } from '@playwright/test';
import { read } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, type Role, signIn, test } from '../support/test';

const rows = (page: Page) => page.locator('.desk--stories tbody tr');
const headlines = (page: Page) => rows(page).locator('.h a').allInnerTexts();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const filterForm = (page: Page) => page.getByRole('form', { name: 'খবর ফিল্টার করুন' });

/** The list of stories, in a browser of its own. */
async function listOf(
  role: Role,
  { browser, server, isScripted }: { browser: Browser; server: TestServer; isScripted: boolean },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: isScripted });
  const page = await context.newPage();
  await signIn(page, server, role, '/admin/stories');
  return page;
}

/** So many published stories of a section, newest first. */
const someOf = (server: TestServer, section: string, count: number) =>
  server.rows<{ id: number; headline: string; version: number }>(
    `select stories.id, headline, stories.version from stories join sections on sections.id = section_id
     where slug = ? and state = 'published' order by stories.updated_at desc, stories.id desc limit ?`,
    section,
    count,
  );

test('every filter narrows the list without script, stands in the address, and is taken away by its own link', async ({
  server,
  browser,
}) => {
  const page = await listOf('editor', { browser, server, isScripted: false });
  const [byline] = server.rows<{ name: string }>(
    `select name from bylines join story_bylines on byline_id = bylines.id group by bylines.id order by count(*) desc limit 1`,
  );
  const name = byline?.name ?? '';
  await filterForm(page).getByLabel('বিভাগ').selectOption('national');
  await filterForm(page).getByLabel('লেখকের নাম').fill(name);
  await press(page, 'ফিল্টার করুন');
  await page.waitForURL(/section=national/);
  const wanted = server.rows<{ headline: string }>(
    `select headline from stories join story_bylines on story_id = stories.id join bylines on bylines.id = byline_id
     join sections on sections.id = section_id where sections.slug = 'national' and bylines.name = ?
     order by stories.updated_at desc, stories.id desc limit 30`,
    name,
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(await headlines(page)).toEqual(wanted.map(({ headline }) => headline));

  await page.getByRole('list', { name: 'যেসব ফিল্টার চলছে' }).getByRole('link', { name }).click();
  await expect(page).not.toHaveURL(/byline=/);
  await expect(page).toHaveURL(/section=national/);
  await page.getByRole('link', { name: /^ডেস্কে আছে/ }).click();
  await expect(page).toHaveURL(/state=filed/);
  await expect(page).toHaveURL(/section=national/);

  await page.goto('/admin/stories');
  await filterForm(page).locator('summary').click();
  await filterForm(page).getByLabel('বিষয়').fill('এমন বিষয় নেই');
  await press(page, 'ফিল্টার করুন');
  await expect(page.getByText('‘এমন বিষয় নেই’ নামে কোনো বিষয় নেই।')).toBeVisible();

  const [day] = server.rows<{ day: string; count: number }>(
    `select date(published_at / 1000 + 21600, 'unixepoch') as day, count(*) as count from stories
     where state = 'published' group by day order by count desc limit 1`,
  );
  await page.goto(`/admin/stories?dates=published&from=${day?.day}&to=${day?.day}&order=headline`);
  await expect(rows(page)).toHaveCount(Math.min(30, (day as { count: number }).count));
  const shownHeadlines = await headlines(page);
  expect(shownHeadlines).toEqual([...shownHeadlines].sort(new Intl.Collator('bn').compare));
  await page.context().close();
});

for (const isScripted of [true, false]) {
  const how = isScripted ? 'with script' : 'without script';

  test(`a filter is kept under a name, found again, renamed, moved and removed, ${how}`, async ({
    server,
    browser,
  }) => {
    const role = isScripted ? 'editor' : 'reporter';
    const page = await listOf(role, { browser, server, isScripted });
    const complaints = complaintsOf(page);
    const saveView = async (query: string, name: string) => {
      await page.goto(`/admin/stories?${query}`);
      await page.locator('summary', { hasText: 'এই ফিল্টার সংরক্ষণ করুন' }).click();
      await page.getByLabel('নাম', { exact: true }).fill(name);
      await press(page, 'সংরক্ষণ করুন');
    };
    const views = page.getByRole('navigation', { name: 'আমার সংরক্ষিত ফিল্টার' }).getByRole('link');

    await saveView('state=filed', 'জমা পড়েছে');
    await expect(page.getByText('‘জমা পড়েছে’ সংরক্ষণ হয়েছে।')).toBeVisible();
    await expect(views).toHaveText(['জমা পড়েছে']);
    await saveView('section=sports&order=published', 'জমা পড়েছে');
    await expect(page.getByText('এই নামে আপনার একটি ফিল্টার আগেই আছে।')).toBeVisible();
    await expect(page.getByLabel('নাম', { exact: true })).toHaveValue('জমা পড়েছে');
    await page.getByLabel('নাম', { exact: true }).fill('খেলা');
    await press(page, 'সংরক্ষণ করুন');
    await expect(views).toHaveText(['জমা পড়েছে', 'খেলা']);

    await page.locator('summary', { hasText: 'ফিল্টার সাজান' }).click();
    await press(page, 'আগে আনুন: খেলা');
    await expect(views).toHaveText(['খেলা', 'জমা পড়েছে']);
    const manage = page.locator('details', { hasText: 'ফিল্টার সাজান' });
    if ((await manage.getAttribute('open')) === null) await manage.locator('summary').click();
    await page.getByLabel('নাম: জমা পড়েছে').fill('সম্পাদনার অপেক্ষায়');
    await press(page, 'নাম বদলান জমা পড়েছে');
    await expect(views).toHaveText(['খেলা', 'সম্পাদনার অপেক্ষায়']);

    await page.goto('/admin/stories');
    await views.first().click();
    await expect(page).toHaveURL(/section=sports&order=published/);
    await expect(views.first()).toHaveAttribute('aria-current', 'true');
    await page.locator('summary', { hasText: 'ফিল্টার সাজান' }).click();
    await press(page, 'মুছুন খেলা');
    await expect(views).toHaveText(['সম্পাদনার অপেক্ষায়']);

    const other = await listOf('chief', { browser, server, isScripted: false });
    await expect(other.getByRole('navigation', { name: 'আমার সংরক্ষিত ফিল্টার' })).toHaveCount(0);
    expect(complaints).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  });

  test(`many stories change section with one stroke and come back with another, ${how}`, async ({
    server,
    browser,
  }) => {
    const page = await listOf('editor', { browser, server, isScripted });
    const complaints = complaintsOf(page);
    const [a, b, c] = someOf(server, isScripted ? 'international' : 'national', 3);
    if (!a || !b || !c) throw new Error('the demo newsroom has three stories');
    const home = isScripted ? 'international' : 'national';
    await page.goto(`/admin/stories?section=${home}&state=published`);
    for (const { headline } of [a, b, c]) await page.getByLabel(`‘${headline}’ বাছুন`, { exact: true }).check();
    if (isScripted) await expect(page.getByText('৩টি খবর বাছাই করা হয়েছে')).toBeVisible();
    await press(page, 'করুন');
    await expect(page.getByText('কী করতে হবে বাছুন।')).toBeVisible();
    await expect(page.getByLabel(`‘${a.headline}’ বাছুন`, { exact: true })).toBeChecked();
    server.change('update stories set version = version + 1 where id = ?', c.id);
    await page.getByLabel('কাজ', { exact: true }).selectOption({ label: 'বিভাগ বদলান' });
    await page.getByLabel('কোন বিভাগে').selectOption('sports');
    await press(page, 'করুন');
    await expect(page.getByText('বিভাগ বদলান: ২টি হয়েছে, ১টি হয়নি।')).toBeVisible();
    await expect(page.getByRole('list', { name: 'যেগুলো হয়নি' })).toContainText(
      `${c.headline}: এর মধ্যে কেউ বদলেছেন`,
    );
    for (const { id } of [a, b]) {
      expect((await read(server, `/sports/${id}`)).status).toBe(200);
      expect((await read(server, `/${home}/${id}`)).status).toBe(301);
    }
    expect((await read(server, `/${home}/${c.id}`)).status).toBe(200);

    server.change('update stories set version = version + 1 where id = ?', b.id);
    await page.goto('/admin/stories');
    await expect(page.getByText('বিভাগ বদলান (২টি খবরে)')).toBeVisible();
    await press(page, 'ফিরিয়ে নিন');
    await expect(page.getByText('ফিরিয়ে নেওয়া হয়েছে ১টি; ১টি যেমন আছে তেমনই রইল।')).toBeVisible();
    expect((await read(server, `/${home}/${a.id}`)).status).toBe(200);
    expect((await read(server, `/sports/${b.id}`)).status).toBe(200);
    await page.goto('/admin/stories');
    await expect(page.getByRole('button', { name: 'ফিরিয়ে নিন' })).toHaveCount(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test('the list is worked by keys: down and up, tick, tick up to here, open', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/stories');
  const boxes = page.locator('input[name=chosen]');
  const link = (at: number) => rows(page).nth(at).locator('.h a');
  // The keys are there when the page's script is.
  await expect(page.getByLabel('পাতার সব বাছুন')).toBeVisible();
  await page.keyboard.press('j');
  await expect(link(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(boxes.nth(1)).toBeChecked();
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await expect(link(3)).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(page.locator('input[name=chosen]:checked')).toHaveCount(3);
  await page.keyboard.press('x');
  await expect(boxes.nth(3)).not.toBeChecked();

  // The same key of a Bengali layout.
  await link(3).dispatchEvent('keydown', { key: 'ত', code: 'KeyJ', bubbles: true });
  await expect(link(4)).toBeFocused();

  await boxes.nth(6).click();
  // As Safari leaves it, which gives no focus to what is clicked.
  await boxes.nth(6).blur();
  await page.keyboard.press('x');
  await expect(boxes.nth(6)).not.toBeChecked();
  await page.keyboard.press('j');
  await expect(link(7)).toBeFocused();
  await boxes.nth(6).click();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  await expect(page.getByText('৬টি খবর বাছাই করা হয়েছে')).toBeVisible();
  await page.getByLabel('পাতার সব বাছুন').check();
  await expect(page.locator('input[name=chosen]:checked')).toHaveCount(30);
  await page.getByLabel('পাতার সব বাছুন').uncheck();
  await expect(page.getByText('কোনো খবর বাছাই করা হয়নি')).toBeVisible();

  await filterForm(page).getByLabel('শিরোনাম, লেখার শব্দ বা নম্বর').focus();
  await page.keyboard.type('xj');
  await expect(page.locator('input[name=chosen]:checked')).toHaveCount(0);
  await link(2).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin\/stories\/\d+$/);
});

test('a reporter is offered nothing that only editors may, and is told which stories are not theirs', async ({
  server,
  browser,
}) => {
  const page = await listOf('reporter', { browser, server, isScripted: false });
  const actionOptions = page.getByLabel('কাজ', { exact: true }).locator('option');
  await expect(actionOptions.filter({ hasText: 'বিভাগ বদলান' })).toHaveCount(1);
  for (const action of ['প্রকাশ করুন', 'দায়িত্ব দিন', 'নামিয়ে খসড়া করুন'])
    await expect(actionOptions.filter({ hasText: action })).toHaveCount(0);
  await page.goto('/admin/stories?state=published');
  const [headline = ''] = await headlines(page);
  await page.locator('input[name=chosen]').first().check();
  await page.getByLabel('কাজ', { exact: true }).selectOption({ label: 'মন্তব্য বন্ধ করুন' });
  await press(page, 'করুন');
  await expect(page.getByRole('list', { name: 'যেগুলো হয়নি' })).toContainText(
    `${headline}: এ খবরে আপনার অনুমতি নেই`,
  );
  await page.context().close();
});

test('several come out of the bin at once, and an empty bin says so', async ({ server, browser }) => {
  const page = await listOf('editor', { browser, server, isScripted: false });
  await page.goto('/admin/stories/bin');
  await expect(page.getByText('ট্র্যাশ খালি।')).toBeVisible();
  const [writer] = server.rows<{ id: number }>("select id from staff where role = 'editor' limit 1");
  for (const headline of ['ফেলা এক', 'ফেলা দুই'])
    server.change(
      `insert into stories (section_id, state, headline, created_at, updated_at, binned_at, binned_by)
       select id, 'draft', ?, 1, 1, ?, ? from sections order by id limit 1`,
      headline,
      Date.now(),
      writer?.id,
    );
  await page.reload();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await expect(page.locator('tbody tr').first()).toContainText('৩০ দিন পরে');
  for (const box of await page.locator('input[name=chosen]').all()) await box.check();
  await press(page, 'ট্র্যাশ থেকে ফেরত আনুন');
  await expect(page.getByText('ট্র্যাশ থেকে ফেরত আনুন: ২টি হয়েছে।')).toBeVisible();
  await expect(page.getByText('ট্র্যাশ খালি।')).toBeVisible();
  expect(server.rows("select binned_at from stories where headline like 'ফেলা %'")).toEqual([
    { binned_at: null },
    { binned_at: null },
  ]);
  await page.context().close();
});

test('the desk’s home shows what is due and mine, and leads from each list to the whole of it', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  server.change(
    `insert into stories (section_id, state, headline, created_at, updated_at, assignee_id, due_at)
     select (select id from sections order by id limit 1), 'draft', 'আজই দরকার', 1, 1, id, ? from staff
     where role = 'editor' limit 1`,
    Date.now() - 60_000,
  );
  await signIn(page, server, 'editor', '/admin');
  for (const name of ['আমার হাতে', /^ডেডলাইন আছে/]) {
    const list = page.getByRole('region', { name });
    await expect(list.getByRole('link', { name: 'আজই দরকার' })).toBeVisible();
    await expect(list).toContainText('ডেডলাইন পেরিয়েছে');
  }
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await axeViolations(page)]).toEqual([width, []]);
  }
  await page
    .getByRole('region', { name: 'আমার হাতে' })
    .getByRole('link', { name: /^সব দেখুন/ })
    .click();
  await expect(page).toHaveURL(/whose=assigned&order=due/);
  await expect(rows(page).first()).toContainText('আজই দরকার');
  expect(complaints).toEqual([]);
});

test('the list has no fault that axe can see with its filters open, and never scrolls sideways', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  for (const address of [
    '/admin/stories',
    '/admin/stories?form=photo&district=dhaka&whose=due&state=draft',
  ]) {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      for (const summary of await page.locator('.views summary, .filters summary').all()) {
        if (!(await summary.evaluate((node) => node.parentElement?.hasAttribute('open'))))
          await summary.click();
      }
      expect([address, width, await axeViolations(page)]).toEqual([address, width, []]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([address, width, overflow]).toEqual([address, width, 0]);
    }
  }
  expect(complaints).toEqual([]);
});
