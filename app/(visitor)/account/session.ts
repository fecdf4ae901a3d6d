import { cookies } from 'next/headers';
import {
  ACCOUNT_COOKIE,
  ACCOUNT_SECONDS,
  type AccountSession,
  accountCookie,
  readAccountCookie,
} from '@/lib/comments/account/account-session';
import { REMEMBERED_WRITER_COOKIE } from '@/lib/comments/posting/remembered-writer';
import { env } from '@/lib/env';

const key = () => env().AUTH_SECRET ?? '';
const MESSAGE_COOKIE = 'barta-account-said';
/** Long enough for the page that follows. */
const MESSAGE_SECONDS = 10;

export type AccountMessage = 'saved' | 'erased' | 'over';

const onlyHere = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().SITE_URL.startsWith('https:'),
  path: '/account',
});

/** Whose page this browser has open; null for none. Whether it is still theirs, the reading decides. */
export async function accountHere(): Promise<AccountSession | null> {
  return readAccountCookie((await cookies()).get(ACCOUNT_COOKIE)?.value, key(), new Date());
}

export async function openHere(session: AccountSession): Promise<void> {
  const value = accountCookie(session, key());
  (await cookies()).set(ACCOUNT_COOKIE, value, { ...onlyHere(), maxAge: ACCOUNT_SECONDS });
}

export async function closeHere(): Promise<void> {
  (await cookies()).set(ACCOUNT_COOKIE, '', { ...onlyHere(), maxAge: 0 });
}

/** The name and address that the comment form is filled in with on this browser. */
export async function forgetWriterHere(): Promise<void> {
  (await cookies()).delete(REMEMBERED_WRITER_COOKIE);
}

/** Something for the next page to say; an address cannot say it, so nobody can be sent a false one. */
export async function setAccountMessage(message: AccountMessage): Promise<void> {
  (await cookies()).set(MESSAGE_COOKIE, message, { ...onlyHere(), maxAge: MESSAGE_SECONDS });
}

export async function readAccountMessage(): Promise<AccountMessage | null> {
  const message = (await cookies()).get(MESSAGE_COOKIE)?.value;
  return message === 'saved' || message === 'erased' || message === 'over' ? message : null;
}
