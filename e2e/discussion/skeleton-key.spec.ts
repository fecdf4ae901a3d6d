import { CommentClient, toldIn } from '../support/forms/comment-client';
import { fillInComment, sendComment } from '../support/forms/comment-form';
import { aKnownDevice, aKnownWriter } from '../support/forms/known-writer';
import { linkIn, MailSink } from '../support/server/mail-sink';
import { TestServer, until } from '../support/server/test-server';
import { answerOn, axeViolations, test as base, complaintsOf, expect } from '../support/test';

const STORY = '/international/1';

const test = base.extend<object, { sink: MailSink }>({
  sink: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const sink = await MailSink.open();
      await use(sink);
      await sink.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ sink }, use) => {
      const server = await TestServer.open({ SMTP_URL: sink.url, MAIL_FROM: 'desk@barta.test' });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const stateOf = (server: TestServer, body: string) =>
  server.rows<{ state: string }>('select state from comments where body = ?', body.normalize('NFC'))[0]
    ?.state;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test('a known address on a new device waits, gets the link, and writes as before once its button is pressed', async ({
      page,
      server,
      sink,
      request,
    }) => {
      const email = `known-elsewhere-${javaScriptEnabled}@mail.example`;
      const complaints = complaintsOf(page);
      aKnownDevice(server, { email });
      await page.goto(STORY);
      const body = `নতুন যন্ত্র থেকে ${javaScriptEnabled}`;
      await fillInComment(page, { body, name: 'রহিম', email });
      await sendComment(page).click();
      await expect(answerOn(page)).toContainText('মন্তব্য পেয়েছি'.normalize('NFC'));
      expect(stateOf(server, body)).toBe('held');

      await until(async () => sink.to(email).length === 1, 'the link is mailed');
      const mail = sink.to(email)[0];
      if (!mail) throw new Error('no mail');
      expect(mail.text).toContain('আপনার আগের পরিচয়ে মন্তব্য করতে'.normalize('NFC'));
      expect(mail.text).not.toContain(body);
      const link = linkIn(mail, 'account/device');
      // A scanner opens every link, and nothing comes of it.
      for (let look = 0; look < 3; look += 1) expect((await request.get(link)).status()).toBe(200);
      expect(server.rows('select 1 from commenter_devices')).toEqual([]);

      await page.goto(link);
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'এই ডিভাইসটি আমার' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toContainText('আগের পরিচয়ে'.normalize('NFC'));
      await page.goto(link);
      await expect(page.locator('main')).toContainText('একবার ব্যবহার');

      await page.goto(STORY);
      const second = `আগের পরিচয়ে ${javaScriptEnabled}`;
      await fillInComment(page, { body: second, name: 'রহিম', email });
      await sendComment(page).click();
      await expect(answerOn(page)).toBeVisible();
      expect(stateOf(server, second)).toBe('visible');
      server.change('delete from commenter_devices');
      expect(complaints).toEqual([]);
    });
  });
}

test('forged, foreign and missing cookies open nothing; the answers to a known and an unknown address are alike', async ({
  server,
}) => {
  const email = 'skeleton@mail.example';
  const own = aKnownDevice(server, { email });
  const foreign = aKnownDevice(server, { email: 'other-skeleton@mail.example' });
  const attempts = {
    missing: '',
    'of another address': foreign,
    'with the signature of another': `${own.slice(0, own.lastIndexOf('.'))}${foreign.slice(foreign.lastIndexOf('.'))}`,
    'bare and invented': 'a'.repeat(22),
    'with a sign too much': `${own}x`,
  };
  const strip = (page: string) => toldIn({ status: 0, page, said: 'said-held' });
  for (const [how, cookie] of Object.entries(attempts)) {
    const client = new CommentClient(server.baseURL, STORY, cookie);
    const answer = await client.post({ body: `হুমকি ${how}`, name: 'রহিম', email });
    expect(stateOf(server, `হুমকি ${how}`), how).toBe('held');
    const unknown = await client.post({
      body: `হুমকি, অচেনা ${how}`,
      name: 'রহিম',
      email: 'nobody@mail.example',
    });
    expect([unknown.status, unknown.said, strip(unknown.page)]).toEqual([
      answer.status,
      answer.said,
      strip(answer.page),
    ]);
  }
  const owner = new CommentClient(server.baseURL, STORY, own);
  await owner.post({ body: 'আমি নিজে', name: 'রহিম', email });
  expect(stateOf(server, 'আমি নিজে')).toBe('visible');
});

test("a known writer's name on another device is marked, however it is spelt", async ({ page, server }) => {
  const email = 'namesake@mail.example';
  await aKnownWriter(page, server, email, 'নাসরিন আক্তার');
  await page.goto(STORY);
  await fillInComment(page, { body: 'আমি নাসরিন', name: 'নাসরিন আক্তার', email });
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();
  const thief = new CommentClient(
    server.baseURL,
    STORY,
    aKnownDevice(server, { email: 'thief@mail.example', name: 'চোর' }),
  );
  await thief.post({ body: 'আমিও নাসরিন', name: 'নাসরীন\u200bআক্তার', email: 'thief@mail.example' });
  await page.goto(STORY);
  const mark = 'একই নামের অন্য পাঠক';
  await expect(page.getByRole('article').filter({ hasText: 'আমিও নাসরিন' })).toContainText(mark);
  await expect(page.getByRole('article').filter({ hasText: 'আমি নাসরিন' })).not.toContainText(mark);
});
