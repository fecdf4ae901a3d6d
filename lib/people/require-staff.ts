import type { Route } from 'next';
import { cookies } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, secretFields } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import type { StaffMember } from './actor';
import { authSecret, sessionCookieName } from './auth-options';
import { may, type Permission } from './may';
import { verifyStaff } from './sessions/verify-staff';

/**
 * The first line of each page and read of the desk. Nobody → 307 to the sign-in, which leads back to `page`;
 * a member without the permit → 403. Not for server actions: there a redirect would lose what was typed.
 */
export async function requireStaff(
  permission: Permission,
  page: `/admin${string}` = '/admin',
): Promise<StaffMember> {
  const member = await currentStaff();
  if (!member) redirect(`/login?next=${encodeURIComponent(page)}` as Route);
  if (!may(member, permission)) forbidden();
  return member;
}

/**
 * Who sends a form of the desk; or a FormState with everything typed still in it and a sentence: "sign in again, in
 * another tab" for nobody, "you may not" for the wrong role.
 */
export async function staffOrRefusal(
  permission: Permission,
  form: FormData,
): Promise<{ ok: true; actor: StaffMember } | { ok: false; refusal: FormState }> {
  const actor = await currentStaff();
  if (actor && may(actor, permission)) return { ok: true, actor };

  const { say } = await readSite();
  const text = say(actor ? 'admin.noPermission' : 'admin.signedOut');
  return {
    ok: false,
    refusal: { values: fieldsIn(form, secretFields), errors: {}, notice: { kind: 'refused', text } },
  };
}

/**
 * All that a form of the desk does, by whoever may. Nobody, the wrong role and a disk without room get the form again,
 * with everything that was typed and a sentence.
 *
 *     return asStaff('publish-story', form, async (actor) => {
 *       const outcome = await publishStory(getDb(), actor, …);
 */
export async function asStaff<State extends FormState>(
  permission: Permission,
  form: FormData,
  run: (actor: StaffMember) => Promise<State>,
): Promise<State | FormState> {
  return unlessDiskFull<State | FormState>(form, async () => {
    const who = await staffOrRefusal(permission, form);
    return who.ok ? run(who.actor) : who.refusal;
  });
}

/** The form again, as typed, when the disk has no room for it: an error page would take the text away. */
export async function unlessDiskFull<State extends FormState>(
  form: FormData,
  answer: () => Promise<State>,
): Promise<State | FormState> {
  try {
    return await answer();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    const { say } = await readSite();
    const notice = { kind: 'refused', text: say('versions.diskFull') } as const;
    return { values: fieldsIn(form, secretFields), errors: {}, notice };
  }
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
