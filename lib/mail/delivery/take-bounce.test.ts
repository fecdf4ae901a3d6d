import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { comments, jobs, subscriptions } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { done, refused } from '@/lib/result';
import { queueMail } from '../queue/queue-mail';
import { takeBounce } from './take-bounce';

const noon = new Date('2026-11-24T06:00:00Z');

/** Two readers of the morning letter; the first one's has been sent. */
async function sentLetter() {
  const db = newsroom();
  const story = aStory(db);
  for (const email of ['gone@example.com', 'there@example.com'])
    aComment(db, { storyId: story.id, email, body: email });
  for (const { commenterId } of db.select().from(comments).all())
    db.insert(subscriptions)
      .values({ commenterId, kind: 'letter', consentedAt: noon, confirmedAt: noon })
      .run();
  const order = { letter: 'morning', commenterId: 1, subscriptionId: 1, day: '2026-11-24' } as const;
  await tx(db, (t) => queueMail(t, order, { dedupeKey: 'morning:1', runAt: noon }, noon));
  db.update(jobs).set({ doneAt: noon }).where(eq(jobs.dedupeKey, 'morning:1')).run();
  return db;
}

const notice = ({ id = `letter-1.${noon.getTime()}`, action = 'failed', status = '5.1.1' } = {}) =>
  [
    'From: MAILER-DAEMON@mail.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; gone@example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Message-ID:',
    ` <${id}@barta.test>`,
    '--b--',
    '',
  ].join('\r\n');

const endings = (db: ReturnType<typeof newsroom>) =>
  db
    .select()
    .from(subscriptions)
    .all()
    .map(({ endedBecause }) => endedBecause);

test('a letter that comes back for good is the last to its address, and to no other', async () => {
  const db = await sentLetter();
  expect(await takeBounce(db, notice(), noon)).toEqual(done({ ended: 1 }));
  expect(endings(db)).toEqual(['bounced', '']);
  expect(audited(db)).toContain('end-subscription subscription:1');
  expect(await takeBounce(db, notice(), noon)).toEqual(done({ ended: 0 }));
});

test.each([
  ['a full mailbox', { status: '4.2.2' }, 'not-for-good'],
  ['a letter that is late', { action: 'delayed' }, 'not-for-good'],
  ['a letter that was delivered', { action: 'delivered', status: '2.0.0' }, 'not-for-good'],
  ['a letter at another moment', { id: 'letter-1.1' }, 'not-ours'],
  ['a letter that never was', { id: `letter-7.${noon.getTime()}` }, 'not-ours'],
  ['somebody else’s letter', { id: 'x' }, 'not-ours'],
] as const)('%s ends nothing', async (_, what, code) => {
  const db = await sentLetter();
  expect(await takeBounce(db, notice(what), noon)).toEqual(refused(code));
  expect(await takeBounce(db, '', noon)).toEqual(refused('not-ours'));
  expect(endings(db)).toEqual(['', '']);
});
