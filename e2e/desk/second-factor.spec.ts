import { codeAt } from '@/lib/people/second-factor/totp';
import { labelsIn } from '@/lib/site/labels';
import { postSignIn } from '../support/forms/plain-http';
import { testWithMail as test } from '../support/mail-test';
import { linkIn } from '../support/server/mail-sink';
import { axeViolations, complaintsOf, expect, signIn } from '../support/test';

const say = labelsIn('bn');

for (const javaScriptEnabled of [true, false]) {
  const role = javaScriptEnabled ? 'editor' : 'moderator';

  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a member turns on the second step, signs in with a code, then with a recovery code, and turns it off', async ({
      page,
      server,
    }) => {
      const complaints = complaintsOf(page);
      await signIn(page, server, role, '/admin/account');
      const panel = page.locator('section:has(> #second-factor)');
      await panel.getByRole('button', { name: say('account.app.begin') }).click();
      await expect(panel.getByRole('img', { name: say('account.app.qr') })).toBeVisible();
      const secret = (await panel.locator('code').innerText()).replaceAll(' ', '');
      await panel.getByLabel(say('account.app.code')).fill('১২৩');
      await panel.getByRole('button', { name: say('account.app.confirm') }).click();
      await expect(panel.getByLabel(say('account.app.code'))).toHaveAccessibleDescription(
        say('signIn.code.wrong'),
      );
      await panel.getByLabel(say('account.app.code')).fill(codeAt(secret, new Date()));
      await panel.getByRole('button', { name: say('account.app.confirm') }).click();
      await expect(panel.locator('.note')).toHaveText(say('account.app.done'));
      const codes = await panel.locator('ol li').allInnerTexts();
      expect(codes).toHaveLength(10);
      await expect(panel).toContainText(say('account.app.codesLeft', { count: 10 }));

      const enterPassword = async () => {
        await page.context().clearCookies();
        await page.goto('/admin/comments');
        await page.getByLabel(say('admin.email')).fill(`${role}@barta.test`);
        await page.getByLabel(say('admin.password')).fill(server.password);
        await page.getByRole('button', { name: say('admin.login') }).click();
        await expect(page).toHaveURL(/\/login\/code\?next=%2Fadmin%2Fcomments$/);
      };
      await enterPassword();
      // The password alone has opened nothing.
      expect((await page.request.get('/admin', { maxRedirects: 0 })).status()).toBe(307);
      await page.getByRole('button', { name: say('signIn.code.submit') }).click();
      await expect(page.getByLabel(say('signIn.code.label'))).toHaveAccessibleDescription(
        new RegExp(say('signIn.code.required')),
      );
      // The next step's code: the one that turned it on is used up.
      await page.getByLabel(say('signIn.code.label')).fill(codeAt(secret, new Date(Date.now() + 30_000)));
      await page.getByRole('button', { name: say('signIn.code.submit') }).click();
      await expect(page).toHaveURL(/\/admin\/comments$/);

      await enterPassword();
      await page.getByLabel(say('signIn.code.label')).fill(codes[0] ?? '');
      await page.getByRole('button', { name: say('signIn.code.submit') }).click();
      await expect(page).toHaveURL(/\/admin\/comments$/);

      await page.goto('/admin/account');
      await expect(panel).toContainText(say('account.app.codesLeft', { count: 9 }));
      await panel.getByRole('button', { name: say('account.app.remove') }).click();
      await expect(panel.locator('.note')).toHaveText(say('account.app.removed'));
      expect(complaints).toEqual([]);
    });
  });
}

test('a member who has forgotten the password gets a link by mail and chooses another', async ({
  page,
  server,
  sink,
}) => {
  await page.goto('/login');
  await page.getByRole('link', { name: say('admin.forgotPassword') }).click();
  await page.getByLabel(say('admin.email')).fill('reporter@barta.test');
  await page.getByRole('button', { name: say('signIn.forgot.send') }).click();
  await expect(page.locator('.note')).toHaveText(say('signIn.forgot.sent', { minutes: 60 }));

  await expect.poll(() => sink.to('reporter@barta.test').length).toBe(1);
  const [letter] = sink.to('reporter@barta.test');
  if (!letter) throw new Error('no letter');
  const link = linkIn(letter, 'login/password');
  await page.goto(link);
  await page.locator('[name=newPassword]').fill('নতুন পাতায় নতুন সকাল');
  await page.locator('[name=newPasswordAgain]').fill('নতুন পাতায় নতুন দিন');
  await page.getByRole('button', { name: say('signIn.password.save') }).click();
  await expect(page.locator('[name=newPasswordAgain]')).toHaveAccessibleDescription(
    say('form.passwordMismatch'),
  );
  await page.locator('[name=newPassword]').fill('নতুন পাতায় নতুন সকাল');
  await page.locator('[name=newPasswordAgain]').fill('নতুন পাতায় নতুন সকাল');
  await page.getByRole('button', { name: say('signIn.password.save') }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await page.goto(link);
  await expect(page.locator('main')).toContainText(say('signIn.password.expired'));
  const old = await postSignIn(server, { email: 'reporter@barta.test', password: server.password });
  expect(await old.text()).toContain(say('admin.loginFailed'));
});

test('where there is a mail server an invitation is mailed and not shown', async ({ page, server, sink }) => {
  await signIn(page, server, 'chief', '/admin/staff');
  const added = page.locator('section:has(> #add-member)');
  await added.locator('[name=name]').fill('করিম উদ্দিন');
  await added.locator('[name=email]').fill('karim@barta.test');
  await added.locator('[name=role]').selectOption('reporter');
  await page.getByRole('button', { name: say('staff.add') }).click();
  await expect(page.locator('.note').first()).toContainText(
    say('staff.linkMailed', { name: 'করিম উদ্দিন', minutes: 60 }),
  );
  await expect(page.locator('.note code')).toHaveCount(0);
  await expect.poll(() => sink.to('karim@barta.test').length).toBe(1);
  const [letter] = sink.to('karim@barta.test');
  expect(letter && linkIn(letter, 'login/password')).toMatch(/token=/);
});

test('a role that needs a second step sets it up before the desk opens, and old sign-ins confirm before they manage staff', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'chief');
  server.change('update staff_sessions set created_at = created_at - 3600000 where ended_at is null');
  await page.goto('/admin/staff');
  const added = page.locator('section:has(> #add-member)');
  await added.locator('[name=name]').fill('রহিম উদ্দিন');
  await added.locator('[name=email]').fill('rahim@barta.test');
  await added.locator('[name=role]').selectOption('reporter');
  await page.getByRole('button', { name: say('staff.add') }).click();
  await expect(page.locator('.note').first()).toContainText(say('account.confirmFirst'));
  await expect(added.locator('[name=name]')).toHaveValue('রহিম উদ্দিন');

  await page.goto('/admin/account');
  const confirm = page.locator('section:has(> #confirm-identity)');
  await confirm.getByLabel(say('account.identity.label')).fill(server.password);
  await confirm.getByRole('button', { name: say('account.identity.submit') }).click();
  await expect(confirm.locator('.note')).toHaveText(say('account.identity.done'));

  await server.barta('setting', 'secondFactorChiefs', 'true');
  await page.goto('/admin/staff');
  await expect(page).toHaveURL(/\/admin\/account$/);
  await expect(page.locator('main')).toContainText(say('account.secondFactorDue'));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  const panel = page.locator('section:has(> #second-factor)');
  await panel.getByRole('button', { name: say('account.app.begin') }).click();
  const secret = (await panel.locator('code').innerText()).replaceAll(' ', '');
  await panel.getByLabel(say('account.app.code')).fill(codeAt(secret, new Date()));
  await panel.getByRole('button', { name: say('account.app.confirm') }).click();
  await expect(panel.locator('.note')).toHaveText(say('account.app.done'));
  await page.goto('/admin/staff');
  await expect(page).toHaveURL(/\/admin\/staff$/);
});
