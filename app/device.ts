import { cookies } from 'next/headers';
import { DEVICE_COOKIE, DEVICE_LIVES_SECONDS, deviceIn, newDevice } from '@/lib/comments/posting/device';
import { env } from '@/lib/env';

/** The asking browser's token, `''` if it has none. */
export async function deviceHere(): Promise<string> {
  return deviceIn((await cookies()).get(DEVICE_COOKIE)?.value);
}

/** The same; a browser that has none is given one. Only where an answer may set a cookie: in an action. */
export async function deviceFromNow(): Promise<string> {
  const known = await deviceHere();
  if (known !== '') return known;
  const token = newDevice();
  (await cookies()).set(DEVICE_COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.startsWith('https:'),
    path: '/',
    maxAge: DEVICE_LIVES_SECONDS,
  });
  return token;
}
