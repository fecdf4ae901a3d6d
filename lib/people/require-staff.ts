import type { Route } from 'next';
import { cookies } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { getDb } from '@/db/client';
import type { FormState } from '@/lib/forms/form-state';
import { secretFields, typedIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import type { StaffMember } from './actor';
import { authSecret, sessionCookieName } from './auth-options';
import { may, type Permit } from './may';
import { verifyStaff } from './verify-staff';

/**
 * The first line of each page and read of the desk. Nobody → 307 to the sign-in, which leads back to `page`;
 * a member without the permit → 403. Not for server actions: there a redirect would lose what was typed.
 */
export async function requireStaff(permit: Permit, page: `/admin${string}` = '/admin'): Promise<StaffMember> {
  const member = await currentStaff();
  if (!member) redirect(`/login?next=${encodeURIComponent(page)}` as Route);
  if (!may(member, permit)) forbidden();
  return member;
}

/**
 * The first line of each server action of the desk:
 *
 *     const who = await staffOrRefusal('publish-story', form);
 *     if (!who.ok) return who.refusal;
 *     const outcome = await publishStory(getDb(), who.actor, …);
 *
 * The refusal is a FormState with everything typed still in it and a sentence: "sign in again, in another tab"
 * for nobody, "you may not" for the wrong role.
 */
export async function staffOrRefusal(
  permit: Permit,
  form: FormData,
): Promise<{ ok: true; actor: StaffMember } | { ok: false; refusal: FormState }> {
  const actor = await currentStaff();
  if (actor && may(actor, permit)) return { ok: true, actor };

  const { say } = await readSite();
  const text = say(actor ? 'admin.noPermission' : 'admin.signedOut');
  return {
    ok: false,
    refusal: { values: typedIn(form, secretFields), errors: {}, notice: { kind: 'refused', text } },
  };
}

/** Who is signed in, or null: for the frame around a page and the sign-in page. It guards nothing. */
export async function currentStaff(): Promise<StaffMember | null> {
  const token = await currentSessionToken();
  return token ? verifyStaff(getDb(), token) : null;
}

/** The session's own token out of the cookie; null without one, and for one that another secret has made. */
export async function currentSessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  try {
    const carried = await decode({ token: cookie, secret: authSecret() });
    return typeof carried?.session === 'string' ? carried.session : null;
  } catch {
    return null;
  }
}
