import { labelsIn } from '@/lib/site/labels';
import { cookieOf, formOf, postSignIn } from '../support/forms/plain-http';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const say = labelsIn('bn');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an editor who asks for a page of the desk signs in, sees it, and signs out', async ({
      page,
      server,
    }) => {
      const complaints = complaintsOf(page);
      await page.goto('/admin/comments');
      await expect(page).toHaveURL(/\/login\?next=%2Fadmin%2Fcomments$/);
      await page.getByLabel(say('admin.email')).fill('editor@barta.test');
      await page.getByLabel(say('admin.password')).fill(server.password);
      await page.getByRole('button', { name: say('admin.login') }).click();
      await expect(page).toHaveURL(/\/admin\/comments$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('admin.comments'));
      await expect(page.getByRole('link', { name: say('admin.comments') }).first()).toHaveAttribute(
        'aria-current',
        'page',
      );

      await page.getByRole('button', { name: say('admin.logout') }).click();
      await expect(page).toHaveURL(/\/login$/);
      await page.goto('/admin');
      await expect(page).toHaveURL(/\/login\?next=%2Fadmin$/);
      expect(complaints).toEqual([]);
    });

    test('a wrong password and an unknown address are answered alike, with the address kept', async ({
      page,
    }) => {
      for (const email of ['reporter@barta.test', 'nobody@barta.test']) {
        await page.goto('/login');
        await page.getByLabel(say('admin.email')).fill(email);
        await page.getByLabel(say('admin.password')).fill('ভুল-পাসওয়ার্ড');
        await page.getByRole('button', { name: say('admin.login') }).click();
        await expect(page.locator('.note[role=alert]')).toHaveText(say('admin.loginFailed'));
        await expect(page.getByLabel(say('admin.email'))).toHaveValue(email);
        await expect(page.getByLabel(say('admin.password'))).toHaveValue('');
      }
    });

    test('an empty form says at each field what is missing', async ({ page }) => {
      await page.goto('/login');
      await page.getByRole('button', { name: say('admin.login') }).click();
      await expect(page.getByLabel(say('admin.email'))).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel(say('admin.email'))).toHaveAccessibleDescription(
        say('form.emailRequired'),
      );
      await expect(page.getByLabel(say('admin.password'))).toHaveAccessibleDescription(
        say('form.passwordRequired'),
      );
      if (javaScriptEnabled) await expect(page.getByLabel(say('admin.email'))).toBeFocused();
    });
  });
}

test('sign-in and the desk’s home have nothing for axe to find, wide and narrow', async ({
  page,
  server,
}) => {
  for (const width of [1280, 390]) {
    await page.context().clearCookies();
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/login');
    expect(await axeViolations(page)).toEqual([]);
    await signIn(page, server, 'chief');
    for (const address of ['/admin', '/admin/staff', '/admin/account']) {
      await page.goto(address);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});

test('the cookie is HttpOnly, SameSite=Lax, of this session only, and Secure where the site is https', async ({
  server,
}) => {
  const answer = await postSignIn(server, { email: 'editor@barta.test', password: server.password });
  const [cookie = '', known = '', ...others] = answer.headers.getSetCookie();
  expect(others).toEqual([]);
  // By this the sign-in alone knows the browser again.
  expect(known).toMatch(
    /^barta-known-browser=[\w.-]+; Path=\/login; Expires=[^;]+; Max-Age=15552000; HttpOnly; SameSite=lax$/,
  );
  expect(cookie).toMatch(
    /^next-auth\.session-token=[\w.-]+; Path=\/; Expires=[^;]+; Max-Age=43200; HttpOnly; SameSite=lax$/,
  );

  // Its value opens nothing by itself: the store knows only a hash of what lies inside.
  const { token_hash } = server.rows<{ token_hash: string }>(
    'select token_hash from staff_sessions order by created_at desc limit 1',
  )[0] ?? { token_hash: '' };
  expect(token_hash).toMatch(/^[\w-]{43}$/);
  expect(cookie).not.toContain(token_hash);
});

test('a sign-in leads to the desk of this site and nowhere else', async ({ server }) => {
  for (const next of [
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example',
    'javascript:1',
    '/',
  ]) {
    const answer = await postSignIn(server, { email: 'editor@barta.test', password: server.password, next });
    expect(answer.headers.get('location')).toBe('/admin');
  }
  const home = await postSignIn(server, {
    email: 'editor@barta.test',
    password: server.password,
    next: '/admin/stories?state=filed',
  });
  expect(home.headers.get('location')).toBe('/admin/stories?state=filed');
});

test('who has signed in here before is not kept out by strangers who guess', async ({ server }) => {
  const editor = { email: 'editor@barta.test', password: server.password };
  const [, known = ''] = (await postSignIn(server, editor)).headers.getSetCookie();
  for (let time = 1; time <= 5; time++) await postSignIn(server, { ...editor, password: 'ভুল-পাসওয়ার্ড' });

  const elsewhere = await postSignIn(server, editor);
  expect(await elsewhere.text()).toContain(say('admin.loginLockedOne'));
  const here = await postSignIn(server, { ...editor, cookie: known.split(';')[0] ?? '' });
  expect(here.status).toBe(303);
  expect(here.headers.getSetCookie().map((line) => line.split(';')[0])).toContain(known.split(';')[0]);
  server.change('delete from sign_in_failures');
});

test('five wrong passwords lock an address for a minute, known or not, and say so', async ({ server }) => {
  for (const email of ['moderator@barta.test', 'nobody-at-all@barta.test']) {
    for (let time = 1; time <= 5; time++) {
      const answer = await (await postSignIn(server, { email, password: 'ভুল-পাসওয়ার্ড' })).text();
      expect(answer).toContain(say('admin.loginFailed'));
    }
    const locked = await postSignIn(server, { email, password: server.password });
    expect(locked.status).toBe(200);
    expect(locked.headers.getSetCookie()).toEqual([]);
    expect(await locked.text()).toContain(say('admin.loginLockedOne'));
  }
  expect(server.output).not.toContain('nobody-at-all');
  server.change('delete from sign_in_failures');
});

test('next-auth’s own sign-in knows the same members, and the desk its cookie', async ({ server }) => {
  const csrf = await fetch(`${server.baseURL}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const enter = (password: string) =>
    fetch(`${server.baseURL}/api/auth/callback/credentials`, {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, email: 'reporter@barta.test', password }),
      headers: { cookie, origin: server.baseURL },
      redirect: 'manual',
    });

  const wrong = await enter('ভুল-পাসওয়ার্ড');
  expect(wrong.headers.getSetCookie().join()).not.toContain('session-token=ey');
  expect(wrong.headers.get('location')).toContain('error=CredentialsSignin');

  const right = await enter(server.password);
  const session =
    right.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .find((line) => line.includes('session-token')) ?? '';
  const desk = await fetch(`${server.baseURL}/admin`, { headers: { cookie: session }, redirect: 'manual' });
  expect(desk.status).toBe(200);

  const told = await fetch(`${server.baseURL}/api/auth/session`, { headers: { cookie: session } });
  expect(await told.text()).not.toMatch(/@|hash|token/);
});

test('a member who is reset, moved or removed feels it at the next request', async ({ server }) => {
  const chief = await cookieOf(server, 'chief');
  const reporter = await cookieOf(server, 'reporter');
  const statusOf = async (path: string, cookie: string) =>
    (await fetch(server.baseURL + path, { headers: { cookie }, redirect: 'manual' })).status;
  const manage = async (fields: Record<string, string>) => {
    const form = await formOf(server, '/admin/staff', '<details', chief);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const headers = { cookie: chief, origin: server.baseURL };
    return (await fetch(`${server.baseURL}/admin/staff`, { method: 'POST', body: form, headers })).text();
  };
  const memberId = String(
    server.rows<{ id: number }>("select id from staff where email = 'reporter@barta.test'")[0]?.id,
  );

  expect(await statusOf('/admin/comments', reporter)).toBe(403);
  expect(await manage({ memberId, do: 'role', role: 'editor' })).toContain(say('role.editor'));
  expect(await statusOf('/admin/comments', reporter)).toBe(200);
  await manage({ memberId, do: 'role', role: 'reporter' });
  expect(await statusOf('/admin/comments', reporter)).toBe(403);

  const answer = await manage({ memberId, do: 'reset' });
  const password = /<code[^>]*>([^<]+)</.exec(answer)?.[1] ?? '';
  expect(password).toMatch(/^[a-z2-9-]{23}$/);
  expect(await statusOf('/admin', reporter)).toBe(307);

  const again = await postSignIn(server, { email: 'reporter@barta.test', password });
  const fresh = again.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await statusOf('/admin', fresh)).toBe(200);
  await manage({ memberId, do: 'disable' });
  expect(await statusOf('/admin', fresh)).toBe(307);
  expect(
    (await postSignIn(server, { email: 'reporter@barta.test', password })).headers.getSetCookie(),
  ).toEqual([]);

  const stored = server.storeBytes().toString('latin1');
  expect(stored).not.toContain(password);
  server.change(
    "update staff set disabled_at = null, password_hash = (select password_hash from staff where email = 'chief@barta.test') where email = 'reporter@barta.test'",
  );
});

test('a session that was signed out opens nothing, even for who kept the cookie', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'editor');
  const kept = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.getByRole('button', { name: say('admin.logout') }).click();
  await expect(page).toHaveURL(/\/login$/);
  const answer = await fetch(`${server.baseURL}/admin`, { headers: { cookie: kept }, redirect: 'manual' });
  expect(answer.status).toBe(307);
});

test('no address of a member is in the audit, in any page of the desk, or in what the edge server has said', async ({
  server,
}) => {
  const cookie = await cookieOf(server, 'chief');
  for (const path of ['/admin', '/admin/staff', '/admin/account']) {
    const page = await (await fetch(server.baseURL + path, { headers: { cookie } })).text();
    expect(page).not.toMatch(/(chief|editor|moderator|reporter)@barta\.test/);
  }
  const audit = JSON.stringify(server.rows('select * from audit_entries'));
  const addresses = server.rows<{ email: string }>(
    'select email from staff union select email from commenters',
  );
  expect(addresses.length).toBeGreaterThan(4);
  for (const { email } of addresses) expect(audit).not.toContain(email);
  expect(server.output).not.toContain('@barta.test');
});
