import { cookies } from 'next/headers';
import {
  DEVICE_COOKIE,
  DEVICE_LIVES_SECONDS,
  type Device,
  deviceIn,
  newDevice,
  signedDevice,
} from '@/lib/comments/posting/device';
import { env } from '@/lib/env';

const key = () => env().AUTH_SECRET ?? '';

/** The asking browser's token, `''` if it has none. */
export async function deviceHere(): Promise<string> {
  return (await sentDevice())?.token ?? '';
}

/**
 * The same; a browser that has none is given one, and one from before signatures is given its own, signed. `isNew`: it had
 * none. Only where an answer may set a cookie: in an action.
 */
export async function deviceFromNow(): Promise<Device & { isNew: boolean }> {
  const sent = await sentDevice();
  if (sent?.madeAt) return { ...sent, isNew: false };
  const now = new Date();
  const given = sent ? { ...sent, cookie: signedDevice(sent.token, key(), now) } : newDevice(key(), now);
  (await cookies()).set(DEVICE_COOKIE, given.cookie, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.startsWith('https:'),
    path: '/',
    maxAge: DEVICE_LIVES_SECONDS,
  });
  return { token: given.token, madeAt: given.madeAt, isNew: !sent };
}

async function sentDevice(): Promise<Device | null> {
  return deviceIn((await cookies()).get(DEVICE_COOKIE)?.value, key());
}
