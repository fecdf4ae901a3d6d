'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { sessionCookieName } from '@/lib/people/auth-options';
import { currentSessionToken } from '@/lib/people/require-staff';
import { endSession } from '@/lib/people/sessions/end-session';

/**
 * Ends the session in the store first: a copy of the cookie opens nothing afterwards. It takes a state and a form
 * like every action: the edge server lets no other arguments through.
 */
export async function leaveDesk(_: null, _form: FormData): Promise<void> {
  const token = await currentSessionToken();
  if (token) await endSession(getDb(), token);
  (await cookies()).delete(sessionCookieName());
  redirect('/login');
}
