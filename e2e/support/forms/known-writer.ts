import type { Page } from '@playwright/test';
import { DEVICE_COOKIE, deviceIn, newDevice } from '@/lib/comments/posting/device';
import { keyedHash } from '@/lib/comments/posting/keyed-hash';
import type { TestServer } from '../server/test-server';

/** An address with a name, that no device has proven. */
export function anAddress(server: TestServer, email: string, name = 'রহিম'): string {
  server.change(
    'insert into commenters (email, name, approved, created_at) values (?, ?, 1, 0) on conflict do nothing',
    ...[email, name],
  );
  return email;
}

/** A writer whose comments appear at once from this browser: one of two days ago stands, under a story that nobody sees. */
export async function aKnownWriter(
  page: Page,
  server: TestServer,
  email: string,
  name?: string,
): Promise<string> {
  const context = page.context();
  const sent = (await context.cookies()).find((cookie) => cookie.name === DEVICE_COOKIE)?.value;
  const cookie = aKnownDevice(server, { email, name, cookie: sent });
  if (!sent) {
    const { hostname } = new URL(server.baseURL);
    await context.addCookies([
      { name: DEVICE_COOKIE, value: cookie, domain: hostname, path: '/', httpOnly: true },
    ]);
  }
  return email;
}

/** The cookie of a device that is known under an address; of a new device, unless one is given. */
export function aKnownDevice(
  server: TestServer,
  { email, name = 'রহিম', cookie }: { email: string; name?: string | undefined; cookie?: string | undefined },
): string {
  const device = cookie ?? newDevice(server.secret, new Date()).cookie;
  const { token } = deviceIn(device, server.secret) ?? { token: '' };
  anAddress(server, email, name);
  server.change(
    `insert into comments (story_id, commenter_id, name, body, body_hash, state, held_because, device, created_at)
     values ((select id from stories order by state = 'published', id limit 1),
       (select id from commenters where email = ?), ?, 'আগের মন্তব্য', ?, 'visible', '[]', ?, ?)`,
    ...[
      email,
      name,
      `known-${token}`,
      keyedHash('device', token, server.secret),
      Date.now() - 2 * 86_400_000,
    ],
  );
  return device;
}
