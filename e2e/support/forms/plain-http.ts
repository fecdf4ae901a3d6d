import type { TestServer } from '../server/test-server';
import type { Role } from '../test';

/**
 * A page's form as a browser without JavaScript would send it: its hidden fields, to which a test adds what is
 * typed. It is the first form after `mark`, which is a piece of the page's source.
 */
export async function formOf(server: TestServer, path: string, mark: string, cookie = ''): Promise<FormData> {
  const page = await (await fetch(server.baseURL + path, { headers: { cookie } })).text();
  const after = page.slice(page.indexOf(mark));
  const form = new FormData();
  for (const [input] of after.slice(0, after.indexOf('</form>')).matchAll(/<input type="hidden"[^>]*>/g)) {
    form.set(attribute(input, 'name'), attribute(input, 'value'));
  }
  return form;
}

/** Sends the sign-in form, without a browser. */
export async function postSignIn(
  server: TestServer,
  {
    email,
    password,
    next = '/admin',
    cookie,
  }: { email: string; password: string; next?: string; cookie?: string },
): Promise<Response> {
  const path = `/login?next=${encodeURIComponent(next)}`;
  const form = await formOf(server, path, '<form');
  form.set('email', email);
  form.set('password', password);
  const headers = { origin: server.baseURL, ...(cookie !== undefined && { cookie }) };
  return fetch(server.baseURL + path, { method: 'POST', body: form, headers, redirect: 'manual' });
}

/** The cookie of a member who has just signed in. */
export async function cookieOf(server: TestServer, role: Role): Promise<string> {
  const answer = await postSignIn(server, { email: `${role}@barta.test`, password: server.password });
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
