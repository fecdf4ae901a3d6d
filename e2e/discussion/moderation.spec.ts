import type { Page } from '@playwright/test';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

// Eight pages under axe, sixty decisions, a walk through the whole desk: each takes its time on a busy machine.
test.setTimeout(180_000);

/** Held comments as they lie in the store: what is tested here is the desk, not the form that they came by. */
function holds(
  server: TestServer,
  name: string,
  count: number,
  more: { body?: string; state?: string } = {},
): void {
  const now = Date.now();
  server.change(
    `insert into commenters (email, name, created_at) values (?, ?, ?) on conflict do nothing`,
    `${encodeURIComponent(name)}@mail.example`,
    name,
    now - 9e8,
  );
  server.change(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
     insert into comments (story_id, commenter_id, name, body, body_hash, state, held_because, network, device, created_at)
     select 1, (select id from commenters where email = ?), ?, ? || ' ' || i, ? || i, ?, '["first-comment"]', 'n', 'd', ? - i * 1000
     from n`,
    count,
    `${encodeURIComponent(name)}@mail.example`,
    name,
    more.body ?? 'অপেক্ষার কথা',
    name,
    more.state ?? 'held',
    now,
  );
}

const stateOf = (server: TestServer, name: string) =>
  server
    .rows<{ state: string; count: number }>(
      'select state, count(*) as count from comments where name = ? group by state order by state',
      name,
    )
    .map(({ state, count }) => `${state} ${count}`);
const article = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const notice = (page: Page) => page.locator('.queue-messages');
const only = (name: string) => `/admin/comments?state=held&q=${encodeURIComponent(name)}`;

/** The list has come alive when it speaks of keys; on a phone it has them too, but does not show it. */
async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.keys')).toBeAttached();
  await page.keyboard.press('j');
  await expect(page.locator('.q article:focus')).toHaveCount(1);
}

test('a moderator works through sixty comments by keys, and every key did what it says', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  holds(server, 'চাবি', 60);
  await signIn(page, server, 'moderator', '/admin/comments');
  await page.goto(only('চাবি'));
  await expect(page.locator('.keys')).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.locator('.q article:focus')).toHaveCount(1);

  // A machine is quicker than the net: like a person it decides only what it sees.
  const atHand = () => expect(page.locator('.q article:focus')).toHaveCount(1);
  for (let n = 0; n < 20; n += 1) {
    for (const keys of [['a'], ['s'], ['r', '5']]) {
      await atHand();
      for (const key of keys) await page.keyboard.press(key);
    }
  }
  await expect(page.locator('.q')).toHaveCount(0);
  await expect
    .poll(() => stateOf(server, 'চাবি'), { timeout: 90_000 })
    .toEqual(['hidden 20', 'spam 20', 'visible 20']);
  const reasons = server.rows(
    `select distinct a.reason from moderation_actions a join comments c on c.id = a.comment_id
     where c.name = 'চাবি' and a.to_state = 'hidden'`,
  );
  expect(reasons).toEqual([{ reason: 'ad' }]);
  expect(complaints).toEqual([]);
});

test('the keys work on a Bengali layout, not while one types, and not when they are switched off', async ({
  page,
  server,
}) => {
  holds(server, 'বিন্যাস', 3);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('বিন্যাস'));
  const bengali = (code: string, key: string) =>
    page.evaluate(
      ([pressed, letter]) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', {
            code: pressed ?? '',
            key: letter ?? '',
            bubbles: true,
            cancelable: true,
          }),
        ),
      [code, key],
    );
  await bengali('KeyA', 'ৃ');
  await expect.poll(() => stateOf(server, 'বিন্যাস')).toEqual(['held 2', 'visible 1']);

  await page.locator('#note-words').fill('');
  await page.locator('#note-words').press('a');
  await page.locator('#note-words').press('s');
  await expect(page.locator('#note-words')).toHaveValue('as');
  expect(stateOf(server, 'বিন্যাস')).toEqual(['held 2', 'visible 1']);

  await page.getByRole('button', { name: 'কিবোর্ড শর্টকাট বন্ধ করুন' }).click();
  await page.locator('.q article').first().focus();
  await page.keyboard.press('a');
  await page.reload();
  await expect(page.getByRole('button', { name: 'কিবোর্ড শর্টকাট চালু করুন' })).toBeVisible();
  await page.locator('.q article').first().focus();
  await page.keyboard.press('s');
  expect(stateOf(server, 'বিন্যাস')).toEqual(['held 2', 'visible 1']);
  await page.getByRole('button', { name: 'কিবোর্ড শর্টকাট চালু করুন' }).click();
});

test('several are ticked, decided with one stroke, and taken back with one key, where they stood', async ({
  page,
  server,
}) => {
  holds(server, 'একযোগে', 6);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('একযোগে'));
  await page.keyboard.press('x');
  for (let n = 0; n < 2; n += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await expect(page.locator('.bulk')).toContainText('৩টি বাছাই করা');
  const before = await page.locator('.q > li').evaluateAll((rows) => rows.map((row) => row.id));
  await page.keyboard.press('Shift+S');
  await expect(notice(page)).toContainText('৩টি মন্তব্য স্প্যাম বলে চিহ্নিত');
  expect(stateOf(server, 'একযোগে')).toEqual(['held 3', 'spam 3']);

  await page.keyboard.press('z');
  await expect(page.locator('.q > li')).toHaveCount(6);
  expect(stateOf(server, 'একযোগে')).toEqual(['held 6']);
  expect(await page.locator('.q > li').evaluateAll((rows) => rows.map((row) => row.id))).toEqual(before);
  expect(server.rows(`select approved, hidden from commenters where name = 'একযোগে'`)).toEqual([
    { approved: 0, hidden: 0 },
  ]);
});

test('the first key leads to the first comment, whose buttons nothing covers, and Escape back from an answer', async ({
  page,
  server,
}) => {
  holds(server, 'প্রথম', 8);
  await page.setViewportSize({ width: 1280, height: 700 });
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('প্রথম'));
  const rows = page.locator('.q > li');
  const first = await rows.first().getAttribute('id');
  await expect(page.locator(`#${first} article`)).toBeFocused();

  await page.keyboard.press('t');
  await expect(page.locator('#answer-body')).toBeFocused();
  await page.keyboard.type('ধন্যবাদ');
  await page.keyboard.press('Escape');
  await expect(page.locator(`#${first} article`)).toBeFocused();
  await expect(page.locator('#answer-body')).toHaveValue('ধন্যবাদ');

  // Nothing is ticked: the bar waits behind the list. With something ticked it stays in sight, over no comment at hand.
  await expect(page.locator('.bulk')).not.toBeInViewport();
  await page.keyboard.press('x');
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('j');
    const here = (await page.locator('.q > li.is-here article').boundingBox()) ?? { y: 0, height: 0 };
    const bar = (await page.locator('.bulk').boundingBox()) ?? { y: 0, height: 0 };
    await expect(page.locator('.bulk')).toBeInViewport();
    expect(here.y + here.height).toBeLessThanOrEqual(bar.y);
    expect(bar.height).toBeLessThan(70);
  }
});

test('two moderators never act twice on one comment: the second is told who and what', async ({
  browser,
  server,
}) => {
  holds(server, 'দুজন', 2);
  const [first, second] = await Promise.all(
    ['moderator', 'editor'].map(async (role) => {
      const page = await browser.newPage({ baseURL: server.baseURL });
      await signIn(page, server, role as 'moderator' | 'editor', '/admin/comments');
      await enter(page, only('দুজন'));
      return page;
    }),
  );
  if (!first || !second) throw new Error('two pages');
  await first.keyboard.press('s');
  await expect(notice(first)).toContainText('১টি মন্তব্য স্প্যাম');
  await second.keyboard.press('a');

  const [moderator] = server.rows<{ name: string }>("select name from staff where role = 'moderator'");
  await expect(second.getByRole('alert').filter({ hasText: 'দুজন' })).toContainText(
    `ইতিমধ্যে ${moderator?.name} স্প্যাম`,
  );
  expect(stateOf(server, 'দুজন')).toEqual(['held 1', 'spam 1']);
  expect(
    server.rows(
      `select a.id from moderation_actions a join comments c on c.id = a.comment_id where c.name = 'দুজন'`,
    ),
  ).toHaveLength(1);
  await first.close();
  await second.close();
});

test('a decision that does not arrive puts the comment back', async ({ page, server, context }) => {
  holds(server, 'বিচ্ছিন্ন', 1);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('বিচ্ছিন্ন'));
  await context.setOffline(true);
  await page.keyboard.press('a');
  await expect(notice(page)).toContainText('সিদ্ধান্তটি পৌঁছায়নি');
  await expect(page.locator('.q > li')).toHaveCount(1);
  await context.setOffline(false);
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(server, 'বিচ্ছিন্ন')).toEqual(['visible 1']);
});

test('on a plain http address, where browsers know fewer means, comments are decided all the same', async ({
  page,
  server,
}) => {
  // 127.0.0.1 counts as a safe address; a newsroom's own network does not.
  await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
  const complaints = complaintsOf(page);
  holds(server, 'সাদামাটা', 1);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('সাদামাটা'));
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(server, 'সাদামাটা')).toEqual(['visible 1']);
  expect(complaints).toEqual([]);
});

test('new comments are offered, and the list does not move until they are asked for', async ({
  page,
  server,
}) => {
  holds(server, 'আগমন', 2);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('আগমন'));
  server.change(
    `insert into comments (story_id, commenter_id, name, body, body_hash, state, held_because, created_at)
     select 1, id, 'আগমন', 'এইমাত্র এল', 'এইমাত্র', 'held', '[]', ? from commenters where name = 'আগমন'`,
    Date.now() + 1000,
  );
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.arrived')).toContainText('১টি নতুন মন্তব্য এসেছে');
  await expect(page.locator('.q > li')).toHaveCount(2);
  await page.getByRole('button', { name: 'দেখান' }).click();
  await expect(page.locator('.q > li').first()).toContainText('এইমাত্র এল');
});

test('a thousand held comments: later pages come by themselves as one works', async ({ page, server }) => {
  holds(server, 'হাজার', 1000);
  await signIn(page, server, 'moderator', '/admin/comments');
  await enter(page, only('হাজার'));
  await expect(page.locator('.q > li')).toHaveCount(50);
  for (let n = 0; n < 70; n += 1) await page.keyboard.press('j');
  await expect.poll(() => page.locator('.q > li').count()).toBeGreaterThan(100);
  const ids = await page.locator('.q > li').evaluateAll((rows) => rows.map((row) => row.id));
  expect(new Set(ids).size).toBe(ids.length);
  server.change("delete from comments where name = 'হাজার'");
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole desk: decide, tick, undo, answer, pick, note, bar, close a discussion, search', async ({
    page,
    server,
  }) => {
    holds(server, 'নিঃশব্দ', 5);
    await signIn(page, server, 'moderator', '/admin/comments');
    await page.goto(only('নিঃশব্দ'));
    await article(page, 'নিঃশব্দ').first().getByRole('button', { name: 'অনুমোদন' }).click();
    await expect(notice(page)).toContainText('১টি মন্তব্য অনুমোদিত');
    await notice(page).getByRole('button', { name: 'ফিরিয়ে নিন' }).click();
    await expect(notice(page)).toContainText('১টি সিদ্ধান্ত ফিরিয়ে নেওয়া হয়েছে'.normalize('NFC'));
    expect(stateOf(server, 'নিঃশব্দ')).toEqual(['held 5']);

    for (const box of await page.locator('.q input[type=checkbox]').all()) await box.check();
    await page.locator('.bulk select').selectOption('abuse');
    await page.locator('.bulk').getByRole('button', { name: 'সব বাতিল' }).click();
    await expect(notice(page)).toContainText('৫টি মন্তব্য বাতিল');
    expect(stateOf(server, 'নিঃশব্দ')).toEqual(['hidden 5']);

    await page.goto('/admin/comments/decisions');
    await page
      .getByRole('button', { name: 'ফিরিয়ে নিন নিঃশব্দ'.normalize('NFC') })
      .first()
      .click();
    expect(stateOf(server, 'নিঃশব্দ')).toEqual(['held 1', 'hidden 4']);

    await page.goto(only('নিঃশব্দ'));
    await page.locator('.q details summary').click();
    await page.getByRole('button', { name: /^ভুল তথ্য/ }).click();
    await page.goto(`/admin/comments?state=hidden&q=${encodeURIComponent('নিঃশব্দ')}`);
    await page.locator('.q').getByRole('button', { name: 'অনুমোদন' }).first().click();
    await page.goto(`/admin/comments?state=visible&q=${encodeURIComponent('নিঃশব্দ')}`);
    await page.locator('.q').getByRole('button', { name: 'বাছাই করুন' }).click();
    await expect(notice(page)).toContainText('সম্পাদকের বাছাই');
    await page.locator('.q').getByRole('link', { name: 'জবাব' }).click();
    await page.locator('#answer-body').fill('ডেস্কের জবাব');
    await page.getByRole('button', { name: 'জবাব প্রকাশ করুন' }).click();
    await expect(notice(page)).toContainText('জবাব প্রকাশিত');

    const aside = page.locator('#context');
    await aside.locator('#note-words').fill('আগেও সতর্ক করা হয়েছে');
    await aside.getByRole('button', { name: 'নোট সংরক্ষণ করুন' }).click();
    await expect(aside).toContainText('নোট সংরক্ষণ হয়েছে'.normalize('NFC'));
    await expect(aside.locator('.notes')).toContainText('আগেও সতর্ক করা হয়েছে'.normalize('NFC'));

    await aside.locator('#ban summary').click();
    await aside.getByRole('button', { name: 'ব্লক করুন', exact: true }).click();
    await expect(page.locator('#ban-reason-error')).toHaveText('কারণ লিখুন।');
    await aside.locator('#ban-reason').fill('বারবার বিজ্ঞাপন');
    await aside.getByRole('button', { name: 'ব্লক করুন', exact: true }).click();
    expect(server.rows('select kind, reason from bans order by id desc limit 1')).toEqual([
      { kind: 'address', reason: 'বারবার বিজ্ঞাপন' },
    ]);

    await page.goto(`/admin/comments?state=visible&q=${encodeURIComponent('নিঃশব্দ')}`);
    await page.getByRole('button', { name: 'মন্তব্য নেওয়া বন্ধ করুন'.normalize('NFC') }).click();
    expect(server.rows('select comments from stories where id = 1')).toEqual([{ comments: 'closed' }]);
    await page.getByRole('button', { name: 'মন্তব্য নেওয়া চালু করুন'.normalize('NFC') }).click();
    expect(server.rows('select comments from stories where id = 1')).toEqual([{ comments: 'open' }]);

    const email = `${encodeURIComponent('নিঃশব্দ')}@mail.example`.toLowerCase();
    server.change(
      "update commenters set email = 'whole.address@mail.example' where email = ? or name = 'নিঃশব্দ'",
      email,
    );
    await page.goto('/admin/comments?state=all&q=whole.address%40mail.example');
    await expect(page.locator('.q > li')).toHaveCount(5);
    // In the list only masked; the search field shows what was typed into it.
    expect(await page.locator('.mod').innerText()).not.toContain('whole.address@');
    await page.goto('/admin/comments?state=all&q=address%40mail.example');
    await expect(page.locator('.q > li')).toHaveCount(0);
  });

  test('a rule is tried on what has been said before it is kept', async ({ page, server }) => {
    holds(server, 'তালিকা', 3, { body: 'এরা সব বদমাশদের দল', state: 'visible' });
    await signIn(page, server, 'moderator', '/admin/comments/rules');
    await page.locator('#rule-name').fill('কটুকথা');
    await page.locator('#rule-pattern').fill('বদমাশ');
    await page.getByRole('button', { name: 'নিয়মটি সংরক্ষণ করুন'.normalize('NFC') }).click();
    await expect(page.locator('dl.preview')).toContainText('৩');
    await expect(page.locator('.q__text mark').first()).toHaveText('বদমাশদের');
    expect(server.rows("select id from moderation_rules where name = 'কটুকথা'")).toEqual([]);

    await page.locator('#rule-pattern').fill('বদমাশ\nঠগবাজ');
    await page.getByRole('button', { name: 'নিয়মটি সংরক্ষণ করুন'.normalize('NFC') }).click();
    await expect(page.getByRole('status')).toContainText('ফল দেখার পর বদলেছে');
    await page.getByRole('button', { name: 'নিয়মটি সংরক্ষণ করুন'.normalize('NFC') }).click();
    await expect(page.getByRole('status')).toContainText('সংরক্ষণ হয়েছে'.normalize('NFC'));
    expect(server.rows("select pattern, effect from moderation_rules where name = 'কটুকথা'")).toEqual([
      { pattern: 'বদমাশ\nঠগবাজ', effect: 'hold' },
    ]);
    await page.goto(`/admin/comments?state=visible&q=${encodeURIComponent('তালিকা')}`);
    await expect(page.locator('.q__text mark').first()).toHaveText('বদমাশদের');

    await page.goto('/admin/comments/rules');
    await page.locator('#rule-pattern').fill('# শুধু টীকা');
    await page.locator('#rule-name').fill('খালি');
    await page.getByRole('button', { name: 'আগে ফল দেখুন' }).click();
    await expect(page.locator('#rule-pattern-error')).toHaveText('অন্তত একটি শব্দ লিখুন।');
    await expect(page.locator('#rule-name')).toHaveValue('খালি');
  });

  test('appeals are found from the queue, refused with a reason, accepted, and lifted', async ({
    page,
    server,
  }) => {
    holds(server, 'আপিল', 1);
    for (const [value, appeal] of [
      ['x', 'আমি ক্ষমা চাই'],
      ['y', 'ফোনটি হারিয়েছিল'.normalize('NFC')],
    ])
      server.change(
        `insert into bans (kind, value, reason, comment_id, staff_id, created_at, appeal, appealed_at)
         select 'device', ?, 'গালাগাল', id, 1, ?, ?, ? from comments where name = 'আপিল'`,
        value,
        Date.now(),
        appeal,
        Date.now(),
      );
    const answered = (value: string) =>
      server.rows<{ answer: string; lifted: number; by: string }>(
        `select answer, lifted_at is not null lifted, staff.role by from bans join staff on staff.id = answered_by where value = ?`,
        value,
      );
    await signIn(page, server, 'moderator', '/admin/comments');
    await page.getByRole('link', { name: /আপিল ২টি/ }).click();
    await expect(page).toHaveURL(/state=appealed/);
    const row = (words: string) => page.locator('.record-list > li', { hasText: words });
    await expect(row('আমি ক্ষমা চাই')).toContainText('গালাগাল');
    await row('আমি ক্ষমা চাই').getByRole('button', { name: 'নাকচ করুন' }).click();
    await expect(page.getByText('নাকচের কারণ লিখুন।').last()).toBeVisible();
    const field = row('আমি ক্ষমা চাই').getByLabel('উত্তর');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('আগেও দুবার সতর্ক করা হয়েছিল।');
    await row('আমি ক্ষমা চাই').getByRole('button', { name: 'নাকচ করুন' }).click();
    await expect(page.getByRole('status')).toContainText('আপিল নাকচ');
    await expect(row('আমি ক্ষমা চাই')).toHaveCount(0);
    expect(answered('x')).toEqual([
      { answer: 'আগেও দুবার সতর্ক করা হয়েছিল।'.normalize('NFC'), lifted: 0, by: 'moderator' },
    ]);

    // Somebody else answers while this page is open: what was typed is shown again, and not kept.
    await row('হারিয়েছিল'.normalize('NFC')).getByLabel('উত্তর').fill('ঠিক আছে, দেখছি');
    server.change("update bans set answered_at = 1, answered_by = 1, answer = 'না' where value = 'y'");
    await row('হারিয়েছিল'.normalize('NFC'))
      .getByRole('button', { name: 'মেনে নিয়ে ব্লক তুলে নিন'.normalize('NFC') })
      .click();
    await expect(page.getByRole('alert')).toContainText('আপিল নাকচ করেছেন');
    await expect(page.getByText('ঠিক আছে, দেখছি')).toBeVisible();
    server.change("update bans set answered_at = null, answered_by = null, answer = '' where value = 'y'");
    await page.goto('/admin/comments/bans?state=appealed');
    await row('হারিয়েছিল'.normalize('NFC'))
      .getByRole('button', { name: 'মেনে নিয়ে ব্লক তুলে নিন'.normalize('NFC') })
      .click();
    await expect(page.getByRole('status')).toContainText('আপিল মেনে নেওয়া হয়েছে'.normalize('NFC'));
    // Both were barred for one comment.
    expect([answered('x')[0]?.lifted, answered('y')[0]?.lifted]).toEqual([1, 1]);
    await page.goto('/admin/comments/bans?state=over');
    await expect(row('আমি ক্ষমা চাই')).toContainText('আগেও দুবার সতর্ক করা হয়েছিল'.normalize('NFC'));

    server.change(
      "insert into bans (kind, value, reason, staff_id, created_at) values ('device', 'z', 'বিজ্ঞাপন', 1, 1)",
    );
    await page.goto('/admin/comments/bans');
    await row('বিজ্ঞাপন').first().getByRole('button', { name: 'ব্লক তুলে নিন' }).click();
    await expect(page.getByRole('status')).toContainText('আবার লিখতে পারবেন');
    expect(server.rows("select lifted_at is not null as lifted from bans where value = 'z'")).toEqual([
      { lifted: 1 },
    ]);
  });

  test('the chief downloads the letter’s addresses, and it is on record', async ({ page, server }) => {
    server.change(
      "insert into commenters (email, name, created_at) values ('letter@mail.example', '=cmd()', 1)",
    );
    server.change(
      `insert into subscriptions (commenter_id, kind, consented_at, confirmed_at)
       select id, 'letter', 1, 2 from commenters where email = 'letter@mail.example'`,
    );
    await signIn(page, server, 'chief', '/admin/comments/letter');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV ডাউনলোড করুন' }).click(),
    ]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const piece of stream) text += String(piece);
    expect(text).toContain("letter@mail.example,'=cmd(),1970");
    expect(server.rows("select verb from audit_entries where verb = 'export-letter'")).toHaveLength(1);
  });
});

for (const width of [1280, 390]) {
  test(`axe finds nothing on the moderators' pages at ${width}, and nothing runs over`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    holds(server, `অক্ষ ${width}`, 2, { body: 'দেখুন https://example.com/খুব/লম্বা/ঠিকানা/যা/ভাঙে/না/সহজে/এক/লাইনে' });
    const [first] = server.rows<{ id: number }>('select id from comments where name = ?', `অক্ষ ${width}`);
    server.change(
      "insert into reports (comment_id, reporter, reason, words, at) values (?, 'r', 'abuse', 'গালি আছে', 1)",
      first?.id,
    );
    server.change(
      'update comments set signals = ? where id = ?',
      '[{"code":"links","weight":2.5},{"code":"known","weight":-1}]',
      first?.id,
    );
    await signIn(page, server, 'chief', '/admin/comments');
    for (const address of [
      '/admin/comments',
      only(`অক্ষ ${width}`),
      '/admin/comments?state=reported',
      '/admin/comments?state=spam',
      '/admin/comments/decisions',
      '/admin/comments/rules',
      '/admin/comments/bans',
      '/admin/comments/letter',
    ]) {
      await page.goto(address);
      expect(await axeViolations(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    }
    const button = await page.locator('form.away').boundingBox();
    const next = await page.locator('form.away + h2').boundingBox();
    expect((next?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0)).toBeGreaterThan(12);
    await enter(page, only(`অক্ষ ${width}`));
    // What the choice of a reason says first is read whole, its letters beside its arrow, on the bar of one line too.
    await page.locator('[name=chosen]').first().check();
    const room = await page.locator('.bulk select').evaluate((choice: HTMLSelectElement) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(choice);
      const letters = document.createElement('span');
      Object.assign(letters.style, { font, position: 'absolute', whiteSpace: 'nowrap' });
      letters.textContent = choice.selectedOptions[0]?.label ?? '';
      document.body.append(letters);
      const { width: wanted } = letters.getBoundingClientRect();
      letters.remove();
      return choice.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - wanted;
    });
    expect(room).toBeGreaterThanOrEqual(0);
    await page.locator('[name=chosen]').first().uncheck();
    await page.keyboard.press('r');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
