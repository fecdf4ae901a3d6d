import type { Role } from './test';
import type { House } from './test-server';

/**
 * A page's form as a browser without JavaScript would send it: its hidden fields, to which a test adds what is
 * typed. It is the first form after `mark`, which is a piece of the page's source.
 */
export async function formOf(house: House, path: string, mark: string, cookie = ''): Promise<FormData> {
  const page = await (await fetch(house.baseURL + path, { headers: { cookie } })).text();
  const after = page.slice(page.indexOf(mark));
  const form = new FormData();
  for (const [input] of after.slice(0, after.indexOf('</form>')).matchAll(/<input type="hidden"[^>]*>/g)) {
    form.set(attribute(input, 'name'), attribute(input, 'value'));
  }
  return form;
}

/** Sends the sign-in form, without a browser. */
export async function postSignIn(
  house: House,
  {
    email,
    password,
    next = '/admin',
    cookie,
  }: { email: string; password: string; next?: string; cookie?: string },
): Promise<Response> {
  const path = `/login?next=${encodeURIComponent(next)}`;
  const form = await formOf(house, path, 'class="sign-in"');
  form.set('email', email);
  form.set('password', password);
  const headers = { origin: house.baseURL, ...(cookie !== undefined && { cookie }) };
  return fetch(house.baseURL + path, { method: 'POST', body: form, headers, redirect: 'manual' });
}

/** The cookie of a member who has just signed in. */
export async function cookieOf(house: House, role: Role): Promise<string> {
  const answer = await postSignIn(house, { email: `${role}@barta.test`, password: house.password });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (answer.status !== 303 || cookie.length === 0)
    throw new Error(`${role} could not sign in: ${answer.status}`);
  return cookie.join('; ');
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
