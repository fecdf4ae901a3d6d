import { begin, field, press } from '../support/forms/story-form';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

test('the picture of an ad and of a writer is chosen by its looks, and known again by them', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'chief', '/admin');
  const [writer] = server.rows<{ id: number }>('select id from bylines where portrait_id is null limit 1');
  const endless = 'দীর্ঘনামধারী'.repeat(12);
  server.change('update bylines set name = ? where id = (select max(id) from bylines)', endless);
  for (const [address, id] of [
    [`/admin/bylines?edit=${writer?.id}`, 'byline-portraitId'],
    ['/admin/ads', 'ad-pictureId'],
  ] as const) {
    await page.goto(address);
    const number = page.locator(`#${id}`);
    await expect(page.locator('.picknumber > img')).toHaveCount(0);
    await page.locator('.picknumber').getByRole('button', { name: 'ভান্ডার থেকে বাছুন' }).click();
    const dialog = page.getByRole('dialog', { name: 'ছবি বাছুন' });
    await dialog.locator('.picker__one').nth(2).click();
    await expect(dialog).toHaveCount(0);
    await expect(number).toHaveValue(/^\d+$/);
    await expect(page.locator('.picknumber > img')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    // Another number by hand is not shown by the picture of the one before.
    const chosen = await number.inputValue();
    await number.fill('১২৩৪৫');
    await expect(page.locator('.picknumber > img')).toHaveCount(0);
    await number.fill(chosen);
    await expect(page.locator('.picknumber > img')).toBeVisible();
  }

  await page.goto(`/admin/bylines?edit=${writer?.id}`);
  await page.locator('.picknumber').getByRole('button', { name: 'ভান্ডার থেকে বাছুন' }).click();
  await page.getByRole('dialog', { name: 'ছবি বাছুন' }).locator('.picker__one').first().click();
  const chosen = Number(await page.locator('#byline-portraitId').inputValue());
  await press(page, 'সংরক্ষণ করুন');
  await expect
    .poll(
      () =>
        server.rows<{ id: number }>('select portrait_id as id from bylines where id = ?', writer?.id)[0]?.id,
    )
    .toBe(chosen);
  await page.reload();
  await expect(page.locator('.picknumber > img')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBe(0);
  expect(complaints).toEqual([]);
});

test('a story’s lead picture is changed and taken out again by one button each', async ({ page, server }) => {
  await signIn(page, server, 'editor', '/admin');
  const id = await begin(page, { headline: 'ছবির খবর' });
  const lead = page.locator('details', { hasText: 'প্রধান ছবি' });
  const stored = () =>
    server.rows<{ id: number | null }>('select picture_id as id from stories where id = ?', id)[0]?.id;
  await expect(lead.getByRole('button', { name: 'সরান', exact: true })).toHaveCount(0);
  await lead.getByRole('button', { name: 'ভান্ডার থেকে বাছুন' }).click();
  await page.getByRole('dialog', { name: 'ছবি বাছুন' }).locator('.picker__one').first().click();
  await expect(lead.getByRole('button', { name: 'বদলান', exact: true })).toBeVisible();
  // What is chosen is kept as what is typed is.
  await expect
    .poll(
      () => server.rows<{ n: number }>('select count(*) as n from story_drafts where story_id = ?', id)[0]?.n,
    )
    .toBe(1);
  await press(page, 'সংরক্ষণ করুন');
  await expect.poll(stored).not.toBeNull();

  await lead.getByRole('button', { name: 'সরান', exact: true }).click();
  await expect(page.locator('input[name=pictureId][value=""]')).toBeChecked();
  await press(page, 'সংরক্ষণ করুন');
  await expect.poll(stored).toBeNull();
  await expect(field(page, 'headline')).toHaveValue('ছবির খবর');
});
