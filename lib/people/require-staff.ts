import type { Route } from 'next';
import { cookies } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, secretFields } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import type { StaffMember } from './actor';
import { authSecret, sessionCookieName } from './auth-options';
import { may, type Permission } from './may';
import { needsSecondFactor } from './second-factor/required-roles';
import { type StaffSession, verifySession } from './sessions/verify-staff';

const ACCOUNT_PAGE = '/admin/account';

/**
 * The first line of each page and read of the desk. Nobody → 307 to the sign-in, which leads back to `page`;
 * a member without the permit → 403. Not for server actions: there a redirect would lose what was typed.
 */
export async function requireStaff(
  permission: Permission,
  page: `/admin${string}` = '/admin',
): Promise<StaffMember> {
  const session = await currentStaffSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(page)}` as Route);
  if (page !== ACCOUNT_PAGE && (await isSetupDue(session))) redirect(ACCOUNT_PAGE);
  const { member } = session;
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
  { isAccountSetup = false, needsFreshSignIn = false }: StaffFormOptions = {},
): Promise<{ ok: true; actor: StaffMember } | { ok: false; refusal: FormState }> {
  const session = await currentStaffSession();
  const label = await refusalLabel(session, permission, { isAccountSetup, needsFreshSignIn });
  if (session && label === null) return { ok: true, actor: session.member };

  const { say } = await readSite();
  const text = say(label ?? 'admin.signedOut');
  return {
    ok: false,
    refusal: { values: fieldsIn(form, secretFields), errors: {}, notice: { kind: 'refused', text } },
  };
}

export interface StaffFormOptions {
  /** A form of the page where a member who has to change a password, or to set up a second factor, does so. */
  isAccountSetup?: boolean;
  /** Who did not prove who they are within the last half hour does so first. */
  needsFreshSignIn?: boolean;
}

async function refusalLabel(
  session: StaffSession | null,
  permission: Permission,
  { isAccountSetup, needsFreshSignIn }: Required<StaffFormOptions>,
): Promise<LabelKey | null> {
  if (!session) return 'admin.signedOut';
  if (!isAccountSetup && (await isSetupDue(session))) return 'account.setupDue';
  if (!may(session.member, permission)) return 'admin.noPermission';
  if (needsFreshSignIn && !isFreshlyVerified(session)) return 'account.confirmFirst';
  return null;
}

const FRESH_FOR_MS = 30 * 60_000;

/** For a route, which has no form to say it in: whether the member has proven who they are within the last half hour. */
export async function hasFreshSignIn(): Promise<boolean> {
  const session = await currentStaffSession();
  return session !== null && isFreshlyVerified(session);
}

function isFreshlyVerified({ verifiedAt }: StaffSession): boolean {
  return Date.now() - verifiedAt.getTime() < FRESH_FOR_MS;
}

/** Whether a member has something to do on the account page before the desk opens. */
export async function isSetupDue(session: StaffSession): Promise<boolean> {
  if (session.isPasswordChangeDue) return true;
  if (session.hasSecondFactor) return false;
  return needsSecondFactor(await readSite(), session.member.role);
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
  options: StaffFormOptions = {},
): Promise<State | FormState> {
  return unlessDiskFull<State | FormState>(form, async () => {
    const who = await staffOrRefusal(permission, form, options);
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

/** Who is signed in and has nothing to set up first, or null. */
export async function currentStaff(): Promise<StaffMember | null> {
  const session = await currentStaffSession();
  return session && !(await isSetupDue(session)) ? session.member : null;
}

/** The session that the request comes with; null without one. */
export async function currentStaffSession(): Promise<StaffSession | null> {
  const token = await currentSessionToken();
  return token ? verifySession(getDb(), token) : null;
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
