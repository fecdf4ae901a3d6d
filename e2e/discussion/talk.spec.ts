import type { Page } from '@playwright/test';
import { answerIn, CommentClient, noticeIn, threadsIn } from '../support/forms/comment-client';
import { fillInComment, sendComment } from '../support/forms/comment-form';
import { aKnownWriter, anAddress } from '../support/forms/known-writer';
import { TestServer, until } from '../support/server/test-server';
import { answerOn, axeViolations, complaintsOf, expect, test } from '../support/test';

const STORY = '/international/1';
const nfc = (text: string) => text.normalize('NFC');

/** A visible comment, as if it had been approved, straight into the store. */
function aComment(
  server: TestServer,
  body: string,
  more: { parent?: number; likes?: number; minutesAgo?: number } = {},
): number {
  const email = `talk-${body.length}-${more.parent ?? 0}@mail.example`;
  anAddress(server, email, 'করিম');
  const at = Date.now() - (more.minutesAgo ?? 0) * 60_000;
  server.change(
    `insert into comments (story_id, parent_id, root_id, depth, commenter_id, name, body, body_hash, state, held_because, likes, created_at)
     values (1, ?, ?, ?, (select id from commenters where email = ?), 'করিম', ?, ?, 'visible', '[]', ?, ?)`,
    more.parent ?? null,
    more.parent ?? null,
    more.parent ? 1 : 0,
    email,
    nfc(body),
    body,
    more.likes ?? 0,
    at,
  );
  server.change('insert into page_events (tags, at) values (\'["discussion:1"]\', ?)', Date.now());
  return server.rows<{ id: number }>('select max(id) id from comments')[0]?.id ?? 0;
}

const article = (page: Page, id: number) => page.locator(`#c${id}`);
const like = (page: Page, id: number) => article(page, id).getByRole('button');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a device agrees once, and can take it back; the page stays where it was', async ({
      page,
      server,
      context,
    }) => {
      const id = aComment(server, `সহমত জানানোর মতো কথা ${javaScriptEnabled}`);
      const complaints = complaintsOf(page);
      await page.goto(STORY);
      expect(await context.cookies()).toEqual([]);
      await like(page, id).click();
      await expect(like(page, id)).toContainText('১');
      await expect(article(page, id)).toBeInViewport();
      expect((await context.cookies()).map(({ name, httpOnly }) => [name, httpOnly])).toEqual([
        ['barta-device', true],
      ]);
      expect(server.rows('select likes from comments where id = ?', id)).toEqual([{ likes: 1 }]);
      if (javaScriptEnabled) await expect(like(page, id)).toHaveAttribute('aria-pressed', 'true');

      await page.goto(STORY);
      await expect(like(page, id)).toContainText('১');
      await like(page, id).click();
      await expect(like(page, id)).not.toContainText('১');
      expect(server.rows('select likes from comments where id = ?', id)).toEqual([{ likes: 0 }]);
      expect(server.rows('select 1 from comment_likes where comment_id = ?', id)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test('a complaint needs a reason, is kept once, and takes nothing down', async ({ page, server }) => {
      const id = aComment(server, `আপত্তিকর কথা ${javaScriptEnabled}`);
      await page.goto(STORY);
      await article(page, id).getByRole('link', { name: /আপত্তি/ }).click();
      await expect(page.getByRole('heading', { name: 'করিমের মন্তব্যে আপত্তি' })).toBeVisible();
      // The comment itself stands far above: the form says which it is about.
      await expect(page.locator('#report blockquote')).toHaveText(
        `আপত্তিকর কথা ${javaScriptEnabled}`.normalize('NFC'),
      );
      await page.getByRole('button', { name: 'আপত্তি পাঠান' }).click();
      await expect(page.locator('#comment-reason-error')).toHaveText('আপত্তির কারণ বেছে নিন।');
      await page.getByLabel('ঘৃণা বা উসকানি').check();
      await page.getByLabel('আরও কিছু বলতে চাইলে').fill('উসকানি আছে');
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'আপত্তি পাঠান' }).click();
      await expect(answerOn(page)).toContainText('আপত্তি পেয়েছি'.normalize('NFC'));
      expect(server.rows('select reason, words, settled_at from reports where comment_id = ?', id)).toEqual([
        { reason: 'hate', words: nfc('উসকানি আছে'), settled_at: null },
      ]);
      await page.goto(STORY);
      await expect(article(page, id)).toContainText('আপত্তিকর কথা');
    });

    test('what this device wrote can be mended, then taken back; its answers stay', async ({
      page,
      server,
    }) => {
      const email = `own-${javaScriptEnabled}@mail.example`;
      await aKnownWriter(page, server, email);
      await page.goto(STORY);
      await fillInComment(page, { body: `বানান ভূল ${javaScriptEnabled}`, name: 'রহিম', email });
      await sendComment(page).click();
      await answerOn(page).getByRole('link', { name: 'বদলান বা প্রত্যাহার করুন' }).click();
      if (javaScriptEnabled) await page.waitForLoadState('networkidle');
      await page.locator('#comment-body').fill(`বানান ভুল ${javaScriptEnabled}`);
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
      await expect(page.getByRole('status')).toContainText('প্রকাশিত');
      await expect(page.locator('#comment-body')).toHaveValue(`বানান ভুল ${javaScriptEnabled}`);
      const [own] = server.rows<{ id: number }>(
        'select id from comments where body = ?',
        `বানান ভুল ${javaScriptEnabled}`,
      );
      const id = own?.id ?? 0;
      await page.goto(STORY);
      await expect(article(page, id)).toContainText('সম্পাদিত');

      aComment(server, `জবাব থেকে যায় ${javaScriptEnabled}`, { parent: id });
      if (javaScriptEnabled) {
        await page.goto(STORY);
        await article(page, id).getByRole('link', { name: 'বদলান বা প্রত্যাহার করুন' }).click();
      } else await page.goto(`/account/comment/${id}`);
      await page.getByRole('button', { name: 'মন্তব্য প্রত্যাহার করুন' }).click();
      await expect(page.getByRole('status')).toContainText('প্রত্যাহার করা হয়েছে'.normalize('NFC'));
      if (javaScriptEnabled) await expect(page.getByRole('status')).toBeFocused();
      await expect(page.locator('main form')).toHaveCount(0);
      await page.goto(STORY);
      await expect(article(page, id)).toContainText('মন্তব্যটি প্রত্যাহার করা হয়েছে'.normalize('NFC'));
      await expect(
        page.locator('.replies').getByText(`জবাব থেকে যায় ${javaScriptEnabled}`.normalize('NFC')),
      ).toBeVisible();
    });

    test('sorted by plain links, and a permalink leads to the comment wherever it stands', async ({
      page,
      server,
    }) => {
      const old = aComment(server, `অনেক পুরোনো কথা ${javaScriptEnabled}`, { minutesAgo: 5_000_000 });
      const liked = aComment(server, `সবার প্রিয় কথা ${javaScriptEnabled}`, { likes: 5000 });
      await page.goto(STORY);
      await page.getByRole('link', { name: 'পুরোনো আগে' }).click();
      await expect(page.locator('.thread > li').first().locator('article').first()).toHaveAttribute(
        'id',
        `c${old}`,
      );
      await page.getByRole('link', { name: 'বেশি পছন্দের' }).click();
      await expect(page.locator('.thread > li').first().locator('article').first()).toHaveAttribute(
        'id',
        `c${liked}`,
      );
      await article(page, liked).locator('a.meta').click();
      await expect(page).toHaveURL(new RegExp(`/discussion/thread-${liked}#c${liked}$`));
      await expect(article(page, liked)).toBeInViewport();
      await like(page, liked).click();
      await expect(like(page, liked)).toContainText('৫,০০১');
      server.change('delete from comment_likes');
      server.change('delete from comments where id in (?, ?)', old, liked);
    });
  });
}

test('fifty new devices of one network at once are all kept, and count for three', async ({ server }) => {
  const id = aComment(server, 'পঞ্চাশ জনের কথা');
  const page = await (await fetch(server.baseURL + STORY)).text();
  const fields = hiddenFieldsOf(page, 'like');
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, like: String(id) })) form.set(name, value);
      return fetch(server.baseURL + STORY, { method: 'POST', body: form });
    }),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.rows('select likes from comments where id = ?', id)).toEqual([{ likes: 3 }]);
  expect(server.rows('select count(*) n from comment_likes where comment_id = ?', id)).toEqual([{ n: 50 }]);
});

test("another device's comment is nobody's here, and a mailed link withdraws by POST only", async ({
  page,
  server,
}) => {
  const id = aComment(server, 'অন্য যন্ত্রের কথা');
  await page.goto(`/account/comment/${id}`);
  await expect(page.getByText('এই ডিভাইস থেকে লেখা নয়'.normalize('NFC'))).toBeVisible();
  for (const token of ['', `${id}.1.${'A'.repeat(32)}`, 'x'.repeat(5000)]) {
    await page.goto(`/account/withdraw?token=${token}`);
    await expect(page.getByText('লিংকটি ঠিক নেই')).toBeVisible();
  }
  expect(server.rows('select state from comments where id = ?', id)).toEqual([{ state: 'visible' }]);
});

test('a discussion that closes while it is read: the remembered page turns, and typed text is kept', async ({
  server,
}) => {
  const client = new CommentClient(server.baseURL, STORY);
  const from = await client.page();
  const [was] = server.rows<{ until: number; at: number }>(
    'select comments_until until, published_at at from stories where id = 1',
  );
  const soon = Date.now() + 3000 - 14 * 86_400_000;
  server.change('update stories set comments_until = null, published_at = ? where id = 1', soon);
  try {
    await until(
      async () => !(await client.page()).includes('data-comment-form'),
      'the remembered page closes',
    );
    const late = await client.post(
      { body: 'একটু দেরিতে এল', name: 'রহিম', email: 'late-talk@mail.example' },
      from,
    );
    expect(late.page).toContain(nfc('মন্তব্য নেওয়া বন্ধ আছে'));
    expect(late.page).toContain('>একটু দেরিতে এল</textarea>');
    expect(threadsIn(late.page)).toContain('class="thread"');
  } finally {
    server.change(
      'update stories set comments_until = ?, published_at = ? where id = 1',
      was?.until,
      was?.at,
    );
    server.change('insert into page_events (tags, at) values (\'["discussion:1"]\', ?)', Date.now());
  }
});

test('a form of another story, or of nobody, is answered with the text kept', async ({ server }) => {
  const client = new CommentClient(server.baseURL, STORY);
  const writer = { body: 'অন্যের ফর্মে লেখা', name: 'রহিম', email: 'forms@mail.example' };
  const [other] = server.rows<{ id: number; slug: string }>(
    "select stories.id, slug from stories join sections on sections.id = section_id where state = 'published' and stories.id <> 1 limit 1",
  );
  const token =
    /name="token" value="([^"]+)"/.exec(await client.page(`/${other?.slug}/${other?.id}`))?.[1] ?? '';
  expect(token).not.toBe('');
  const replayed = await client.post({ ...writer, token });
  expect([replayed.status, answerIn(replayed)]).toEqual([422, 'refused']);
  expect(replayed.page).toContain(`>${writer.body}</textarea>`);
  expect(server.rows('select 1 from comments where body = ?', writer.body)).toEqual([]);
  const again = await client.post(writer, replayed.page);
  expect(answerIn(again)).toBe('done');
});

test('who is banned is told why and till when, keeps the text, and can say once that it is wrong', async ({
  page,
  server,
}) => {
  await page.goto(STORY);
  await fillInComment(page, { body: 'প্রথম কথা, বান্ধবীর ফোন থেকে', name: 'বাবুল', email: 'banned@mail.example' });
  await sendComment(page).click();
  await expect(answerOn(page)).toBeVisible();
  server.change(
    `insert into bans (kind, value, reason, until, staff_id, created_at)
     select 'device', device, 'abuse', ?, (select min(id) from staff), 0 from comments where name = 'বাবুল'`,
    Date.parse('2030-03-26T06:00:00Z'),
  );
  await fillInComment(page, { body: 'আবার এলাম', name: 'বাবুল', email: 'banned@mail.example' });
  await sendComment(page).click();
  const refusal = page.locator('[data-answer=refused]');
  await expect(refusal).toContainText('২৬ মার্চ ২০৩০');
  await expect(refusal).toContainText('গালাগাল');
  await expect(page.locator('#comment-body')).toHaveValue('আবার এলাম');
  // The field stands below the whole form: nobody would look for it there.
  await page.getByRole('link', { name: 'ভুল হয়ে থাকলে আপিল করুন' }).click();
  await expect(page.locator('#comment-appeal')).toBeInViewport();
  await page.locator('#comment-appeal').fill('ফোনটি তখন অন্যের হাতে ছিল');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'আপিল পাঠান' }).click();
  await expect(page.locator('#comment-form [data-answer]')).toContainText('আপিল পেয়েছি'.normalize('NFC'));
  expect(server.rows("select appeal from bans where reason = 'abuse'")).toEqual([
    { appeal: nfc('ফোনটি তখন অন্যের হাতে ছিল') },
  ]);

  const again = async (body: string) => {
    await page.goto(STORY);
    await fillInComment(page, { body, name: 'বাবুল', email: 'banned@mail.example' });
    await sendComment(page).click();
  };
  await again('উত্তর এল কি?');
  await expect(refusal).toContainText('আপনার আপিল বার্তাকক্ষের কাছে আছে');
  await expect(page.locator('#comment-appeal')).toHaveCount(0);
  server.change("update bans set answer = 'মন্তব্যটি আপনারই।', answered_at = 1");
  await again('এবার?');
  await expect(refusal).toContainText('আপনার আপিলের উত্তর: ‘মন্তব্যটি আপনারই।’');
  await expect(page.locator('#comment-body')).toHaveValue('এবার?');
  server.change('delete from bans');
});

test('in the grey a browser does a sum by itself; one without script is held', async ({ page, server }) => {
  const email = 'grey@mail.example';
  await aKnownWriter(page, server, email);
  // Whatever the machine's pace adds for haste: grey is all that weighs more than 1.
  const grey = "values ('spamGreyFrom', '1'), ('spamHeldFrom', '20')";
  server.change(`insert or replace into settings (key, value) ${grey}`);
  const body = 'রক্ত লাগলে আমাকে লিখুন: rokto@mail.example, আমাদের এলাকার সবাই তৈরি।';
  try {
    const plain = await new CommentClient(server.baseURL, STORY).post({
      body: `${body} (ক)`,
      name: 'রহিম',
      email,
    });
    expect(noticeIn(plain)).toContain(nfc('যাচাইয়ের পর'));
    await page.goto(STORY);
    await fillInComment(page, { body, name: 'রহিম', email });
    await sendComment(page).click();
    await expect(answerOn(page)).toContainText('প্রকাশিত');
    expect(server.rows('select state from comments where body like ? order by id', `${nfc(body)}%`)).toEqual([
      { state: 'held' },
      { state: 'visible' },
    ]);
  } finally {
    server.change("delete from settings where key in ('spamGreyFrom', 'spamHeldFrom')");
  }
});

test('ten thousand posts from one network: answered later, in words, and none stored beyond its share', async () => {
  test.setTimeout(180_000);
  const server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const page = await (await fetch(server.baseURL + STORY)).text();
    const post = async (name: string, address: string, at: number) => {
      const form = new FormData();
      const fields = { body: `ভিড়ের কথা ${name} ${at}`, name, email: `crowd${at}@mail.example` };
      for (const [key, value] of Object.entries({ ...hiddenFieldsOf(page, 'write'), ...fields }))
        form.set(key, value);
      const headers = { 'x-forwarded-for': address };
      const answer = await fetch(server.baseURL + STORY, { method: 'POST', body: form, headers });
      return { status: answer.status, text: await answer.text() };
    };
    expect((await post('প্রথম', '203.0.113.7', 0)).status).toBe(200);
    server.change(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
       insert into comments (story_id, commenter_id, name, body, body_hash, state, held_because, network, created_at)
       select 1, (select min(id) from commenters), 'ভিড়', 'ভিড় ' || i, 'crowd' || i, 'spam', '[]',
         (select network from comments where name = 'প্রথম'), ? from n`,
      Date.now(),
    );
    const before = server.rows<{ n: number }>('select count(*) n from comments')[0]?.n;

    for (let at = 1; at <= 40; at += 1) {
      const { status, text } = await post('ভিড়', `203.0.113.${at}`, at);
      expect(status).toBe(429);
      expect(text).toContain(nfc('কয়েক মিনিট পর আবার পাঠান'));
      expect(text).toContain(`>${nfc(`ভিড়ের কথা ভিড় ${at}`)}</textarea>`);
    }
    expect(server.rows('select count(*) n from comments')).toEqual([{ n: before }]);
    expect((await post('অন্য পাড়া', '198.51.100.7', 99)).status).toBe(200);
  } finally {
    await server.close();
  }
});

test('a script that drops its cookie counts for three, and likes no further than its network may', async () => {
  const server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const id = aComment(server, 'পাম্প করার মতো কথা');
    const fields = hiddenFieldsOf(await (await fetch(server.baseURL + STORY)).text(), 'like');
    const like = async (address: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, like: String(id) })) form.set(name, value);
      const headers = { 'x-forwarded-for': address };
      const answer = await fetch(server.baseURL + STORY, { method: 'POST', body: form, headers });
      return { status: answer.status, text: await answer.text() };
    };
    const script = await Promise.all(Array.from({ length: 50 }, (_, at) => like(`203.0.113.${at + 1}`)));
    expect(script.map(({ status }) => status).sort()).toEqual([
      ...Array(20).fill(200),
      ...Array(30).fill(429),
    ]);
    expect(script.find(({ status }) => status === 429)?.text).toContain(nfc('অল্প সময়ে অনেক পছন্দ এসেছে'));
    const readers = await Promise.all(Array.from({ length: 50 }, (_, at) => like(`198.51.${at}.7`)));
    expect(new Set(readers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(server.rows('select likes from comments where id = ?', id)).toEqual([{ likes: 53 }]);
    expect(server.rows('select count(*) n from comment_likes where comment_id = ?', id)).toEqual([{ n: 70 }]);
  } finally {
    await server.close();
  }
});

/** What readers write by the look of it: 60 to 400 letters of the newsroom's own words, two in five an answer. */
function fiveThousand(server: TestServer): void {
  const words = server
    .rows<{ text: string }>('select body_text text from stories')
    .flatMap(({ text }) => text.split(/\s+/));
  let state = 7;
  const next = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  const body = () => {
    const letters = 60 + next(341);
    let text = '';
    while (text.length < letters) text += `${words[next(words.length)]} `;
    return text.slice(0, letters).trim();
  };
  const first = (server.rows<{ id: number }>('select max(id) id from comments')[0]?.id ?? 0) + 1;
  const made = Array.from({ length: 5000 }, (_, at) => {
    const root = at > 50 && next(5) < 2 ? first + at - 1 - next(40) : null;
    return { root, name: `${words[next(words.length)]} ${words[next(words.length)]}`, body: body() };
  });
  // An answer to an answer stands in that one's thread.
  const rootOf = (id: number): number => made[id - first]?.root ?? id;
  const rows = made.map(({ root, name, body: text }, at) => {
    let top = root;
    while (top !== null && rootOf(top) !== top) top = rootOf(top);
    return { id: first + at, root: top, name, text, at };
  });
  server.change(
    `insert into comments (id, story_id, parent_id, root_id, depth, commenter_id, name, body, body_hash, state, held_because, likes, created_at)
     select value ->> 'id', 2, value ->> 'root', value ->> 'root', value ->> 'root' is not null, (select min(id) from commenters),
       value ->> 'name', value ->> 'text', 'many' || (value ->> 'at'), 'visible', '[]', (value ->> 'at') % 40, ? + (value ->> 'at') * 60000
     from json_each(?)`,
    Date.now() - 5000 * 60_000,
    JSON.stringify(rows),
  );
}

test('the first page of 5,000 comments carries less than 30 kB of them, in every order, and all can be reached', async ({
  server,
}) => {
  fiveThousand(server);
  const announce = () =>
    server.change('insert into page_events (tags, at) values (\'["discussion:2"]\', ?)', Date.now());
  announce();
  const [story] = server.rows<{ slug: string }>(
    'select slug from stories join sections on sections.id = section_id where stories.id = 2',
  );
  const address = `${server.baseURL}/${story?.slug}/2`;
  const { gzipSync } = await import('node:zlib');
  for (const sort of ['newest', 'oldest', 'liked']) {
    const page = await (await fetch(`${address}?sort=${sort}`)).text();
    const threads = threadsIn(page);
    const shownComments = threads.match(/<article/g)?.length ?? 0;
    const sizes = `${sort}: ${shownComments} comments, ${Buffer.byteLength(threads)} bytes, ${gzipSync(threads).length} gzipped`;
    test.info().annotations.push({ type: 'weight', description: sizes });
    expect(gzipSync(threads).length, sizes).toBeLessThan(30_000);
    expect(shownComments, sizes).toBeGreaterThanOrEqual(20);
    expect(page).toMatch(/মন্তব্য \(৫,০[০-৯]{2}\)/);
  }
  // From page to page, by the links as they stand: every thread once.
  const seen = new Set<string>();
  let next: string | undefined = address;
  for (let pages = 0; next; pages += 1) {
    const page: string = await (await fetch(next)).text();
    const roots = [...page.matchAll(/<ol class="thread">[\s\S]*?<form|<ol class="thread">[\s\S]*/g)].join('');
    for (const [, id = ''] of roots.matchAll(/<article[^>]* id="c(\d+)"/g)) seen.add(id);
    const [, older] = /href="([^"]*\/discussion\/before-\d+)"/.exec(page) ?? [];
    next = older && server.baseURL + older;
    expect(pages).toBeLessThan(400);
  }
  const roots = server.rows<{ id: number }>(
    "select id from comments where story_id = 2 and root_id is null and state = 'visible'",
  );
  expect(roots.filter(({ id }) => !seen.has(String(id)))).toEqual([]);
  server.change("delete from comments where story_id = 2 and body_hash like 'many%' and root_id is not null");
  server.change("delete from comments where story_id = 2 and body_hash like 'many%'");
  announce();
});

for (const width of [1280, 390]) {
  test(`axe finds nothing in a sorted, badged discussion at ${width}`, async ({ page, server }) => {
    const id = aComment(server, `বাছাই করা কথা ${width}`, { likes: 12 });
    server.change(
      'update comments set picked_at = 1, from_newsroom = 1, from_author = 1, edited_at = 1 where id = ?',
      id,
    );
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${STORY}?sort=liked`);
    await expect(article(page, id)).toContainText('সম্পাদকের বাছাই');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

function hiddenFieldsOf(page: string, id: string): Record<string, string> {
  const [form = ''] = new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(page) ?? [];
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    fields[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return fields;
}
