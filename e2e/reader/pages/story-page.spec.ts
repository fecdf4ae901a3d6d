import { begin, field, press, publish } from '../../support/forms/story-form';
import { axeViolations, complaintsOf, expect, signIn, test } from '../../support/test';

test('a new story begins with its headline under the hand', async ({ page, server }) => {
  await signIn(page, server, 'reporter', '/admin');
  await page.getByRole('link', { name: 'নতুন খবর', exact: true }).click();
  await page.locator('.rich__text').waitFor();
  await expect(field(page, 'headline')).toBeFocused();
  await page.keyboard.type('শীতের সকাল');
  await expect(field(page, 'headline')).toHaveValue('শীতের সকাল');
});

test('who may only look at a story is told its headline by counts and previews too', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'reporter', '/admin');
  await begin(page, { headline: 'মেঘনায় নতুন চর' });
  await press(page, 'ডেস্কে পাঠান');
  await page.waitForURL(/did=file/);
  await expect(page.getByText('কোনো সম্পাদক না খোলা পর্যন্ত')).toBeVisible();
  await expect(field(page, 'headline')).toBeDisabled();
  await expect(page.locator('.count').first()).toContainText('১১ / ৯০');
  await expect(page.locator('.seo b')).toHaveText('মেঘনায় নতুন চর');
  await expect(page.locator('.sharecard b')).toHaveText('মেঘনায় নতুন চর');
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test(`a story is not sent back without a word, and the button leads to where it is said, ${how}`, async ({
      page,
      server,
      browser,
    }) => {
      const other = await browser.newContext({ baseURL: server.baseURL });
      const reporter = await other.newPage();
      await signIn(reporter, server, 'reporter', '/admin');
      const id = await begin(reporter, { headline: 'ফেরত যাওয়া খবর' }, javaScriptEnabled);
      await press(reporter, 'ডেস্কে পাঠান');
      await reporter.waitForURL(/did=file/);
      const stateNow = () =>
        server.rows<{ state: string }>('select state from stories where id = ?', id)[0]?.state;

      await signIn(page, server, 'editor', '/admin');
      await page.goto(`/admin/stories/${id}`);
      await page.locator('.save').getByRole('link', { name: 'ফেরত পাঠান' }).click();
      const words = page.locator('#send-back-words');
      await expect(words).toBeFocused();
      await expect(words).toBeInViewport();
      expect(stateNow()).toBe('filed');
      await words.fill('সংখ্যার সূত্র দিন।');
      await press(page, 'ফেরত পাঠান');
      await expect(page.locator('.save').getByRole('status').first()).toContainText('ফেরত গেছে');
      await expect(page.locator('.remarks')).toContainText('সংখ্যার সূত্র দিন।');
      expect(stateNow()).toBe('draft');

      await reporter.goto(`/admin/stories/${id}`);
      // What is to be done stands above the text, and not only below it.
      const above = reporter.locator('.story-notice').filter({ hasText: 'ফেরত পাঠিয়েছেন:'.normalize('NFC') });
      await expect(above).toContainText('সংখ্যার সূত্র দিন।');
      await expect(above).toBeInViewport();
      await expect(reporter.locator('.remarks')).toContainText('সংখ্যার সূত্র দিন।');
      await press(reporter, 'ডেস্কে পাঠান');
      await reporter.waitForURL(/did=file/);
      await expect(above).toHaveCount(0);
      await other.close();
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test(`who filed a story takes it back by keyboard, writes on and files it again, ${how}`, async ({
      page,
      server,
      browser,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await signIn(page, server, 'reporter', '/admin');
      const id = await begin(page, { headline: 'তাড়াহুড়ার খবর' }, javaScriptEnabled);
      await press(page, 'ডেস্কে পাঠান');
      await page.waitForURL(/did=file/);
      const back = page.getByRole('button', { name: 'ফেরত নিন', exact: true });
      await expect(back).toBeInViewport();
      await back.press('Enter');
      await page.waitForURL(/did=take-back/);
      await expect(page.locator('.save').getByRole('status').first()).toContainText('আবার আপনার হাতে');
      await field(page, 'headline').fill('তাড়াহুড়ার খবর, ধীরে');
      await press(page, 'ডেস্কে পাঠান');
      await page.waitForURL(/did=file/);
      expect(server.rows('select state, headline from stories where id = ?', id)).toEqual([
        { state: 'filed', headline: 'তাড়াহুড়ার খবর, ধীরে' },
      ]);

      // Two minutes later an editor has it in hand, and the page of before still shows the button.
      const other = await browser.newContext({ baseURL: server.baseURL });
      const editor = await other.newPage();
      await signIn(editor, server, 'editor', '/admin');
      await editor.goto(`/admin/stories/${id}`);
      await editor.locator('#remark-words').fill('দেখছি।');
      await press(editor, 'নোট যোগ করুন');
      await expect(editor.locator('.remarks')).toContainText('দেখছি।');
      await back.press('Enter');
      await expect(page.locator('#story-refused')).toContainText('একজন সম্পাদক');
      await page.goto(`/admin/stories/${id}`);
      await expect(page.getByText('এ খবর এখন সম্পাদকের হাতে')).toBeVisible();
      await expect(back).toHaveCount(0);
      await other.close();
    });
  });
}

test('what is done with a story stands under its text beside the rail, and is led to from the top', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, server, 'editor', '/admin');
  await begin(page, { headline: 'সংশোধনীর খবর' });
  await publish(page);
  const boxOf = async (what: string) =>
    (await page.locator(what).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [write, rail, work] = [await boxOf('.write'), await boxOf('.side2'), await boxOf('.work')];
  expect(work.x).toBe(write.x);
  expect(work.y - (write.y + write.height)).toBeLessThan(80);
  expect(work.y).toBeLessThan(rail.y + rail.height);
  expect(work.x + work.width).toBeLessThanOrEqual(rail.x);

  await page.getByRole('navigation', { name: 'কাজের অগ্রগতি' }).getByRole('link', { name: 'সংশোধনী' }).click();
  await expect(page.locator('#correct-words')).toBeInViewport();
  // The bar with the buttons stays in sight all the way down.
  await expect(page.locator('.save')).toBeInViewport();
  await page.locator('#correct-words').fill('চরের আয়তন ২৩ একর নয়, ২৫ একর।');
  await press(page, 'সংশোধনী প্রকাশ করুন');
  await expect(page.locator('#work-corrections .remarks')).toContainText('২৫ একর');
  expect(await axeViolations(page)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  const [narrowRail, narrowWork] = [await boxOf('.side2'), await boxOf('.work')];
  expect(narrowWork.y).toBeGreaterThan(narrowRail.y + narrowRail.height);
  expect(complaints).toEqual([]);
});

test('what was typed and not saved is offered back with the names that the desk knows', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'reporter', '/admin');
  await page.goto('/admin/stories/new');
  await page.locator('.rich__text').waitFor();
  await field(page, 'headline').fill('অসমাপ্ত খেলার খবর');
  await field(page, 'section').selectOption('sports');
  await field(page, 'district').selectOption('khulna');
  await expect
    .poll(() =>
      server.rows<{ n: number }>(
        `select count(*) as n from story_drafts where fields like '%অসমাপ্ত খেলার খবর%' and fields like '%khulna%'`,
      ),
    )
    .toEqual([{ n: 1 }]);
  await page.goto('/admin/stories/new');
  const offers = page.locator('.offers');
  await expect(offers).toContainText('অসমাপ্ত খেলার খবর');
  await expect(offers).toContainText('খেলা');
  await expect(offers).not.toContainText('sports');
  await expect(offers).not.toContainText('khulna');
});
