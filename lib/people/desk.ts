import { dhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { getDb } from '@/db/client';
import { newTipsCount, tipListing } from '@/db/queries/discussion/tips';
import {
  dueStories,
  filedStories,
  filedStoriesCount,
  heldComments,
  heldCommentsCount,
  mostReadNow,
  publishedSince,
  scheduledStories,
  unfinishedOf,
} from '@/db/queries/operations/desk-home';
import { allStaff, openSessionsOf } from '@/db/queries/operations/people';
import { storiesAssignedTo } from '@/db/queries/stories/story-desk-work';
import { staffRoles } from '@/db/schema';
import { waitingErasures } from '@/lib/erasure/waiting-erasures';
import { hourOf } from '@/lib/readership/dhaka-hours';
import { may, rolesByPermission } from './may';
import { currentSessionToken, currentStaff, requireStaff } from './require-staff';
import { agentName } from './sessions/agent-name';
import { hashOfToken, sessionHours } from './sessions/session';
import { readSignInStep } from './sessions/sign-in-step';

/** What the frame around every page of the desk shows; null when nobody is signed in. It guards nothing. */
export async function deskFrame() {
  const member = await currentStaff();
  if (!member) return null;
  const db = getDb();
  return {
    member,
    writes: may(member, 'write-story'),
    moderates: may(member, 'moderate'),
    managesStaff: may(member, 'manage-staff'),
    curates: may(member, 'curate'),
    changesSettings: may(member, 'change-settings'),
    readsAudience: may(member, 'read-audience'),
    readsAudit: may(member, 'read-audit'),
    managesAds: may(member, 'manage-ads'),
    filed: may(member, 'edit-any-story') ? await filedStoriesCount(db) : 0,
    held: may(member, 'moderate') ? await heldCommentsCount(db) : 0,
    handlesTips: may(member, 'handle-tips'),
    tips: may(member, 'handle-tips') ? await newTipsCount(db) : 0,
  };
}

const LISTED = 6;

/** What waits for whom is signed in, and how the day stands. A list that is not theirs is null. */
export async function deskHome(now = new Date()) {
  const member = await requireStaff('enter-desk', '/admin');
  const db = getDb();
  const edits = may(member, 'edit-any-story');
  const moderates = may(member, 'moderate');
  return {
    member,
    filed: edits ? { stories: await filedStories(db, LISTED), count: await filedStoriesCount(db) } : null,
    held: moderates ? { comments: await heldComments(db, LISTED), count: await heldCommentsCount(db) } : null,
    assigned: may(member, 'write-story') ? await storiesAssignedTo(db, member.id, LISTED) : null,
    mine: may(member, 'write-story') ? await unfinishedOf(db, member.id, LISTED) : null,
    tips: may(member, 'handle-tips')
      ? { tips: await tipListing(db, { state: 'new', limit: LISTED }), count: await newTipsCount(db) }
      : null,
    due: edits ? await dueStories(db, LISTED) : null,
    scheduled: edits ? await scheduledStories(db, LISTED) : null,
    publishedToday: await publishedSince(db, startOfDhakaDay(dhakaDay(now)), LISTED * 2),
    mostRead: await mostReadNow(db, hourOf(now) - 1, LISTED),
    readsAudience: may(member, 'read-audience'),
    waitingErasures: may(member, 'change-settings') ? await waitingErasures(db) : null,
  };
}

/** Everyone who works or worked here, for whoever manages them. */
export async function deskStaff() {
  const member = await requireStaff('manage-staff', '/admin/staff');
  return { member, roles: staffRoles, staff: await allStaff(getDb()), permits: rolesByPermission };
}

/** The member's own browsers that are signed in; `isThis` is the one that asks. */
export async function deskSessions(now = new Date()) {
  const member = await requireStaff('enter-desk', '/admin/account');
  const mine = hashOfToken((await currentSessionToken()) ?? '');
  const since = new Date(now.getTime() - sessionHours * 3_600_000);
  return (await openSessionsOf(getDb(), member.id, since)).map((session) => ({
    ...session,
    name: agentName(session.agent),
    isThis: session.tokenHash === mine,
  }));
}

/** Whether the browser's password was right and its second step can be taken. `token`: of its cookie. */
export async function waitsForSecondFactor(token: string, now = new Date()): Promise<boolean> {
  return (await readSignInStep(getDb(), token, now)) !== undefined;
}
