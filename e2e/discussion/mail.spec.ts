import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillInComment, sendComment } from '../support/forms/comment-form';
import { aKnownWriter } from '../support/forms/known-writer';
import { testWithMail as test } from '../support/mail-test';
import { linkIn, MailSink } from '../support/server/mail-sink';
import { TestServer, until } from '../support/server/test-server';
import { answerOn, axeViolations, complaintsOf, expect } from '../support/test';

const STORY = '/international/1';
const nfc = (text: string) => text.normalize('NFC');

interface Written {
  email: string;
  body: string;
  name?: string;
  boxes?: readonly string[];
}

const repliesBox = 'আমার আলোচনায় জবাব এলে ই-মেইলে জানান';
const letterBox = 'প্রতিদিন সকালের নিউজলেটার পাঠান';

async function write(page: Page, { email, body, name = 'রহিম উদ্দিন', boxes = [] }: Written, at = STORY) {
  await page.goto(at);
  for (const box of [repliesBox, letterBox]) await expect(page.getByLabel(box)).not.toBeChecked();
  await fillInComment(page, { body, name, email });
  for (const box of boxes) await page.getByLabel(box).check();
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();
}

const subscriptionsOf = (server: TestServer, email: string) =>
  server.rows<{ kind: string; confirmed: number; because: string }>(
    `select kind, confirmed_at is not null confirmed, ended_because because from subscriptions
     where commenter_id = (select id from commenters where email = ?) order by id`,
    email,
  );

async function letterTo(sink: MailSink, email: string, count = 1) {
  await until(async () => sink.to(email).length >= count, `letter ${count} to the address`);
  const letter = sink.to(email)[count - 1];
  if (!letter) throw new Error('no letter');
  return letter;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an address is proven by a button, not by a look; then one digest, and one click ends it', async ({
      page,
      server,
      sink,
      request,
    }) => {
      const email = `confirm-${javaScriptEnabled}@mail.example`;
      const complaints = complaintsOf(page);
      await aKnownWriter(page, server, email, 'রহিম উদ্দিন');
      await write(page, { email, body: `জবাব চাই ${javaScriptEnabled}`, boxes: [repliesBox, letterBox] });
      await expect(answerOn(page)).toContainText('নিশ্চিত করার লিংক'.normalize('NFC'));
      const asking = await letterTo(sink, email);
      expect(asking.headers.get('auto-submitted')).toBe('auto-generated');
      expect(asking.headers.get('from')).toContain('<desk@barta.test>');
      expect(asking.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(asking.headers.get('list-unsubscribe')).toMatch(
        /^<http:.*\/api\/letters\/unsubscribe\?token=c\d+\./,
      );
      expect(asking.headers.get('message-id')).toMatch(/^<letter-\d+\.\d+@/);
      expect(asking.text).toContain('প্রতিদিন সকালের নিউজলেটার');
      expect(asking.html).toContain('<html lang="bn">');
      expect(asking.html).not.toMatch(/<img|<script|<link/);

      const confirm = linkIn(asking, 'account/confirm');
      for (let look = 0; look < 3; look += 1) expect((await request.get(confirm)).status()).toBe(200);
      expect(subscriptionsOf(server, email).map(({ confirmed }) => confirmed)).toEqual([0, 0]);

      await page.goto(confirm);
      await expect(page.getByText(/আলোচনায় জবাব এলে জানানো/)).toBeVisible();
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'নিশ্চিত করছি' }).click();
      await expect(page.getByRole('status')).toContainText('ঠিকানা নিশ্চিত হয়েছে'.normalize('NFC'));
      const onward = page.locator('.comments').getByRole('link', { name: 'আমার অ্যাকাউন্ট' });
      await expect(onward).toHaveAttribute('href', '/account');
      expect(subscriptionsOf(server, email).map(({ confirmed }) => confirmed)).toEqual([1, 1]);
      await page.goto(confirm);
      await expect(page.locator('main')).toContainText('আগেই নিশ্চিত করা হয়েছে'.normalize('NFC'));

      const [root] = server.rows<{ id: number }>(
        'select max(id) id from comments where commenter_id = (select id from commenters where email = ?)',
        email,
      );
      await aKnownWriter(page, server, `other-${email}`, 'রহিম উদ্দিন');
      for (const n of [1, 2])
        await write(
          page,
          { email: `other-${email}`, name: 'করিম', body: `জবাব ${n} ${javaScriptEnabled}` },
          `${STORY}?reply=${root?.id}`,
        );
      const digest = await letterTo(sink, email, 2);
      expect(digest.text).toContain('করিম লিখেছেন');
      expect(digest.text).toMatch(/\/international\/1\/discussion\/comment-\d+$/m);
      expect(digest.raw).not.toContain(`other-${email}`);
      // Both are promised; what came after the digest left waits for the next hour.
      // The server has a letter a moment before its row says so.
      const promised = () =>
        server.rows<{ replies: number; early: number }>(
          `select sum(json_array_length(payload, '$.replies')) replies,
           sum(done_at is null and run_at < ?) early
         from jobs where dedupe_key like 'replies:%' and payload ->> '$.commenterId' =
           (select id from commenters where email = ?)`,
          Date.now() + 50 * 60_000,
          email,
        );
      await expect.poll(promised).toEqual([{ replies: 2, early: 0 }]);
      expect(sink.to(email)).toHaveLength(2);

      const click = /<([^>]+)>/.exec(digest.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
      const oneClick = () =>
        fetch(click, {
          method: 'POST',
          body: 'List-Unsubscribe=One-Click',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin: 'https://mail.example',
            'sec-fetch-site': 'cross-site',
          },
        });
      expect((await oneClick()).status).toBe(200);
      expect((await oneClick()).status).toBe(200);
      expect(subscriptionsOf(server, email)).toEqual([
        { kind: 'replies', confirmed: 1, because: 'unsubscribed' },
        { kind: 'letter', confirmed: 1, because: '' },
      ]);
      expect((await fetch(`${click}x`, { method: 'POST', body: new URLSearchParams('a=b') })).status).toBe(
        404,
      );

      await page.goto(linkIn(asking, 'account/unsubscribe'));
      await page.getByRole('button', { name: 'বন্ধ করুন' }).click();
      await expect(page.getByRole('status')).toContainText('আর ই-মেইল যাবে না');
      await expect(onward).toBeVisible();
      expect(subscriptionsOf(server, email).map(({ because }) => because)).toEqual([
        'unsubscribed',
        'unsubscribed',
      ]);
      expect(complaints).toEqual([]);
    });

    test('the morning letter is asked for by itself, and begins when its link is confirmed', async ({
      page,
      server,
      sink,
      request,
    }) => {
      const email = `letter-only-${javaScriptEnabled}@mail.example`;
      await page.goto(STORY);
      await page.locator('footer').getByRole('link', { name: 'সকালের নিউজলেটার' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('সকালের নিউজলেটার');
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'সাবস্ক্রাইব করুন' }).click();
      await expect(page.locator('#comment-email-error')).toBeVisible();
      // Where what is wrong is said: who hears the page begins there.
      await expect(page.locator('#ask:target [role=alert]')).toBeVisible();
      await page.getByLabel('ই-মেইল').fill('রহিম@');
      await page.getByRole('button', { name: 'সাবস্ক্রাইব করুন' }).click();
      await expect(page.getByLabel('ই-মেইল')).toHaveValue('রহিম@');
      await expect(page.locator('#comment-email-error')).toBeVisible();
      await page.getByLabel('ই-মেইল').fill(email);
      await page.getByRole('button', { name: 'সাবস্ক্রাইব করুন' }).click();
      await expect(page.getByRole('status')).toContainText('নিশ্চিত করার লিংক'.normalize('NFC'));
      // Whoever sees now that they mistyped it can do it again.
      await expect(page.getByText(email)).toBeVisible();
      await expect(page.getByRole('link', { name: 'ভুল হলে আবার লিখুন' })).toHaveAttribute('href', '/letter');

      const asking = await letterTo(sink, email);
      expect(asking.text).not.toContain('মন্তব্য');
      const confirm = linkIn(asking, 'account/confirm');
      expect((await request.get(confirm)).status()).toBe(200);
      expect(subscriptionsOf(server, email)).toMatchObject([{ kind: 'letter', confirmed: 0 }]);
      await page.goto(confirm);
      await page.getByRole('button', { name: 'নিশ্চিত করছি' }).click();
      await expect(page.getByRole('status')).toContainText('ঠিকানা নিশ্চিত হয়েছে'.normalize('NFC'));
      expect(subscriptionsOf(server, email)).toMatchObject([{ kind: 'letter', confirmed: 1 }]);
      if (javaScriptEnabled) await expect(page.getByRole('status')).toBeFocused();
      // Whoever opens the letter once more has done nothing wrong.
      await page.goto(confirm);
      await expect(page.locator('main')).toContainText('আগেই নিশ্চিত করা হয়েছে'.normalize('NFC'));
      await expect(page.getByRole('button', { name: 'নিশ্চিত করছি' })).toHaveCount(0);
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/letter');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });

    test('one’s own page is opened by a mailed link, shows what is kept, and erases it for good', async ({
      page,
      server,
      sink,
      request,
    }) => {
      const email = `unmistakable-${javaScriptEnabled}@mail.example`;
      const name = `অদ্বিতীয়${javaScriptEnabled} নাম`;
      await aKnownWriter(page, server, email, 'রহিম উদ্দিন');
      await write(page, { email, name, body: `নিজের কথা ${javaScriptEnabled}`, boxes: [letterBox] });
      const [own] = server.rows<{ id: number }>('select max(id) id from comments');
      const id = own?.id ?? 0;
      await aKnownWriter(page, server, `friend-${javaScriptEnabled}@mail.example`, 'রহিম উদ্দিন');
      await write(
        page,
        {
          email: `friend-${javaScriptEnabled}@mail.example`,
          name: 'করিম',
          body: `থেকে যায় ${javaScriptEnabled}`,
        },
        `${STORY}?reply=${id}`,
      );
      await letterTo(sink, email);

      const answers: string[] = [];
      for (const emailInput of ['nobody-at-all@mail.example', email]) {
        await page.goto('/account');
        await page.getByLabel('ই-মেইল').fill(emailInput);
        await page.getByRole('button', { name: 'লিংক পাঠান' }).click();
        answers.push((await page.getByRole('status').textContent()) ?? '');
      }
      expect(answers[0]).toBe(answers[1]);
      const open = linkIn(await letterTo(sink, email, 2), 'account/open');
      expect(sink.to('nobody-at-all@mail.example')).toEqual([]);
      await request.get(open);
      await page.goto(open);
      await page.getByRole('button', { name: 'আমার অ্যাকাউন্ট খুলুন' }).click();
      await expect(page.getByRole('heading', { name: 'আমার মন্তব্য' })).toBeVisible();
      await expect(page.getByText(nfc(`নিজের কথা ${javaScriptEnabled}`))).toBeVisible();
      await page.goto(open);
      await expect(page.locator('main')).toContainText('খোলাই আছে');
      await page.locator('main').getByRole('link', { name: 'আমার অ্যাকাউন্ট' }).click();
      await expect(page.getByRole('heading', { name: 'আমার মন্তব্য' })).toBeVisible();
      const [session, ...others] = (await page.context().cookies()).filter(
        ({ name: n }) => n === 'barta-account',
      );
      expect(others).toEqual([]);
      expect(session).toMatchObject({ httpOnly: true, path: '/account' });
      expect(await page.content()).not.toContain(email);
      for (const width of javaScriptEnabled ? [1280, 390] : []) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeViolations(page)).toEqual([]);
      }

      // Newest first; the other one is the comment by which the writer became known.
      const withdraw = page.getByRole('link', { name: 'মন্তব্য প্রত্যাহার করুন' });
      await expect(withdraw).toHaveCount(2);
      await expect(withdraw.first()).toHaveAttribute(
        'href',
        new RegExp(`^/account/withdraw\\?token=${id}\\.`),
      );
      await page.getByRole('button', { name: /চালু করুন/ }).click();
      await expect(page.getByRole('status')).toContainText('সংরক্ষণ হয়েছে'.normalize('NFC'));
      expect(subscriptionsOf(server, email)).toMatchObject([{ kind: 'letter', confirmed: 1, because: '' }]);
      await page.getByRole('button', { name: /প্রতিদিন সকালের নিউজলেটার/ }).click();
      await expect(page.getByText('আপনি বন্ধ করেছেন')).toBeVisible();

      const data = await page.request.get('/account/download');
      expect(data.headers()['content-disposition']).toContain('attachment');
      const kept = await data.json();
      expect(kept.commenter.email).toBe(email);
      expect(kept.comments).toHaveLength(2);
      expect((await request.get('/account/download', { maxRedirects: 0 })).status()).toBe(303);

      expect(server.storeBytes().includes(email)).toBe(true);
      await page.getByRole('button', { name: 'মুছে ফেলুন' }).click();
      await expect(page.locator('#sure-error')).toContainText('টিক দিন');
      await expect(page.locator('#sure-error')).toBeInViewport();
      if (javaScriptEnabled) await expect(page.getByLabel('বুঝেছি, সব মুছে ফেলতে চাই')).toBeFocused();
      await page.getByLabel('বুঝেছি, সব মুছে ফেলতে চাই').check();
      await page.getByRole('button', { name: 'মুছে ফেলুন' }).click();
      await expect(page.getByRole('status')).toContainText('সব মুছে ফেলা হয়েছে'.normalize('NFC'));

      await until(
        async () => !server.storeBytes().includes(email),
        'the address is gone from the file and its log',
      );
      const bytes = server.storeBytes();
      for (const gone of [email, nfc(name), nfc(`নিজের কথা ${javaScriptEnabled}`)])
        expect(bytes.includes(gone), gone).toBe(false);
      expect(bytes.includes(nfc(`থেকে যায় ${javaScriptEnabled}`))).toBe(true);

      await page.goto(`${STORY}?sort=newest`);
      await expect(page.locator(`#c${id}`)).toContainText(nfc('মুছে ফেলা হয়েছে'));
      await expect(page.getByText(nfc(`থেকে যায় ${javaScriptEnabled}`))).toBeVisible();
      expect((await page.request.get('/account/download', { maxRedirects: 0 })).status()).toBe(303);
    });
  });
}

test('a mailbox that is no more gets one letter, and the log names no address', async ({
  page,
  server,
  sink,
}) => {
  const email = 'gone-away@mail.example';
  sink.unknown.add(email);
  await aKnownWriter(page, server, email, 'রহিম উদ্দিন');
  await write(page, { email, body: 'ঠিকানাটি আর নেই', boxes: [letterBox] });
  await until(
    async () => subscriptionsOf(server, email)[0]?.because === 'bounced',
    'the subscription ends as bounced',
  );
  expect(sink.to(email)).toEqual([]);
  expect(server.output).toContain('came back (550 RCPT TO)');
  expect(server.output).not.toContain('@mail.example');
  expect(JSON.stringify(server.rows('select payload, error from jobs'))).not.toContain('@');
});

test('a letter that could not be sent is sent when the mail server is there', async ({ page }) => {
  const server = await TestServer.open({ SMTP_URL: 'smtp://127.0.0.1:9' });
  try {
    await aKnownWriter(page, server, 'later@mail.example', 'রহিম উদ্দিন');
    await write(
      page,
      { email: 'later@mail.example', body: 'পরে যাবে', boxes: [letterBox] },
      server.baseURL + STORY,
    );
    const job = () =>
      server.rows<{ attempts: number; error: string; done_at: number | null }>(
        "select attempts, error, done_at from jobs where kind = 'letter'",
      )[0];
    await until(async () => (job()?.attempts ?? 0) > 0, 'one attempt');
    await until(
      async () => job()?.error === 'ECONNREFUSED' || job()?.error === 'ESOCKET',
      'its trouble is kept',
    );
    expect(job()?.done_at).toBeNull();
  } finally {
    await server.close();
  }
});

test('a server that dies as a letter is taken sends it once more, under the same name, and never again', async ({
  page,
}) => {
  const sink = await MailSink.open();
  const server = await TestServer.open({ SMTP_URL: sink.url, MAIL_FROM: 'desk@barta.test' });
  const email = 'twice@mail.example';
  try {
    await aKnownWriter(page, server, email, 'রহিম উদ্দিন');
    sink.beforeAnswer = async () => {
      sink.beforeAnswer = async () => {};
      await server.stop('SIGKILL');
    };
    await write(page, { email, body: 'বিদ্যুৎ গেল', boxes: [letterBox] }, server.baseURL + STORY);
    const first = await letterTo(sink, email);
    await until(async () => !(await isUp(server)), 'the server is dead');
    // Nobody else may have it while the dead one might still be at work.
    expect(server.rows("select done_at, attempts from jobs where kind = 'letter'")).toEqual([
      { done_at: null, attempts: 1 },
    ]);
    server.change("update jobs set locked_until = 1 where kind = 'letter'");
    await server.start();
    const second = await letterTo(sink, email, 2);
    expect(second.headers.get('message-id')).toBe(first.headers.get('message-id'));
    await until(
      async () => server.rows("select 1 from jobs where kind = 'letter' and done_at is null").length === 0,
      'the letter is done with',
    );
    server.change("update jobs set locked_until = null, run_at = 1 where kind = 'letter'");
    await server.stop();
    await server.start();
    await aKnownWriter(page, server, 'next@mail.example', 'রহিম উদ্দিন');
    await write(
      page,
      { email: 'next@mail.example', body: 'পরের জন', boxes: [letterBox] },
      server.baseURL + STORY,
    );
    await letterTo(sink, 'next@mail.example');
    expect(sink.to(email)).toHaveLength(2);
  } finally {
    await server.close();
    await sink.close();
  }
});

const isUp = (server: TestServer) =>
  fetch(`${server.baseURL}/api/health`).then(
    () => true,
    () => false,
  );

test('without a mail server letters are files beside the database, and two programs write each once', async ({
  page,
}) => {
  const pages = mkdtempSync(join(tmpdir(), 'barta-pages-'));
  const server = await TestServer.open({ PAGE_FILES: pages });
  try {
    const email = 'outbox-reader@mail.example';
    await aKnownWriter(page, server, email, 'রহিম উদ্দিন');
    await write(page, { email, body: 'ডাকবাক্স দেখি', boxes: [repliesBox] }, server.baseURL + STORY);
    // A page on the disk, for the server in front, holds the words as well.
    const onDisk = () =>
      readdirSync(pages, { recursive: true, withFileTypes: true })
        // A file that is being written may be gone, under its final name, by the time it is opened.
        .filter((entry) => entry.isFile() && !/\.(br|gz)$|^\.unfinished/.test(entry.name))
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('ডাকবাক্স দেখি'));
    await until(async () => {
      await (await fetch(server.baseURL + STORY)).text();
      return onDisk().length > 0;
    }, 'the page lies on the disk');
    const folder = join(server.folder, 'outbox');
    await Promise.all([server.barta('send-letters'), server.barta('send-letters')]);
    await until(
      async () => existsSync(folder) && readdirSync(folder).some((f) => f.endsWith('.eml')),
      'a file',
    );
    const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
    expect(files).toHaveLength(1);
    const letter = readFileSync(join(folder, files[0] ?? ''), 'utf8');
    expect(letter).toContain(`To: ${email}`);
    expect(letter).toContain('ঠিকানা নিশ্চিত করুন');
    expect(await server.barta('send-letters')).toContain('Mail sent: 0');

    server.change('update commenters set verified_at = ? where email = ?', Date.now(), email);
    await page.goto(`${server.baseURL}/account`);
    await page.getByLabel('ই-মেইল').fill(email);
    await page.getByRole('button', { name: 'লিংক পাঠান' }).click();
    // While it is written a letter has another name.
    const letters = () => readdirSync(folder).filter((file) => file.endsWith('.eml'));
    await until(async () => letters().length === 2, 'the link');
    const last = readFileSync(join(folder, letters().sort().at(-1) ?? ''), 'utf8');
    const [, open = ''] = /^http:\/\/[^/]+(\/account\/open\?token=\S+)$/m.exec(last) ?? [];
    await page.goto(server.baseURL + open);
    await page.getByRole('button', { name: 'আমার অ্যাকাউন্ট খুলুন' }).click();
    await page.getByLabel('বুঝেছি, সব মুছে ফেলতে চাই').check();
    await page.getByRole('button', { name: 'মুছে ফেলুন' }).click();
    await expect(page.getByRole('status')).toContainText('সব মুছে ফেলা হয়েছে'.normalize('NFC'));
    await until(async () => !server.storeBytes().includes(email), 'the address is gone from the file');
    await until(async () => onDisk().length === 0, 'the words are gone from the pages on the disk');
    await (await fetch(server.baseURL + STORY)).text();
    expect(onDisk()).toEqual([]);
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain(email);
    expect(server.output).not.toContain(email);
  } finally {
    await server.close();
    rmSync(pages, { recursive: true, force: true });
  }
});

test('no page of readers holds an address', async ({ page, server, request }) => {
  await aKnownWriter(page, server, 'never-shown@mail.example', 'রহিম উদ্দিন');
  await write(page, { email: 'never-shown@mail.example', body: 'ঠিকানা দেখা যায় না', boxes: [letterBox] });
  for (const address of [STORY, `${STORY}?sort=oldest`, '/', '/account', `/lite${STORY}`]) {
    expect(await (await request.get(address)).text(), address).not.toContain('never-shown@');
  }
});
