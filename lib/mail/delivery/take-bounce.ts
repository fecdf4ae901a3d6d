import { and, eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { jobs } from '@/db/schema';
import { done, type Result, refused } from '@/lib/result';
import { endSubscriptions } from '../queue/end-subscriptions';
import { MAIL_JOB, type MailOrder } from '../queue/queue-mail';

export type BounceRefusal = 'not-ours' | 'not-for-good';

/** A notice is a few kB and the letter that came back; what stands behind this is no part of it that we read. */
const LONGEST = 500_000;

/**
 * A mail server has taken a letter and says later that there is nobody (a notice by RFC 3464): the address gets no
 * further ones. Which letter it was says its Message-ID, with the moment it was promised: nobody else knows that, so
 * nobody else ends a subscription by a notice of their own making. Resolves with how many have ended.
 */
export async function takeBounce(
  db: AppDb,
  notice: string,
  now = new Date(),
): Promise<Result<{ ended: number }, BounceRefusal>> {
  const text = notice
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ');
  const [, id, at] = /^Message-ID:\s*<letter-(\d{1,15})\.(\d{1,15})@[^>\s]+>/im.exec(text) ?? [];
  const mailJob =
    id === undefined
      ? undefined
      : db
          .select({ payload: jobs.payload })
          .from(jobs)
          .where(
            and(eq(jobs.id, Number(id)), eq(jobs.kind, MAIL_JOB), eq(jobs.createdAt, new Date(Number(at)))),
          )
          .get();
  if (!mailJob) return refused('not-ours');
  // 4.x.x is a mailbox that is full or a server that is away: it may be there tomorrow.
  if (!/^Action:\s*failed\b/im.test(text) || !/^Status:\s*5\.\d{1,3}\.\d{1,3}\b/im.test(text))
    return refused('not-for-good');
  const order = mailJob.payload as MailOrder;
  if (order.letter === 'staff-link') return done({ ended: 0 });
  const { commenterId } = order;
  return done({ ended: await endSubscriptions(db, { commenterId }, 'bounced', now) });
}
