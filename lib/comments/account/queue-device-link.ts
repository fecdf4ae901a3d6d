import { and, eq, gte, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { commenters } from '@/db/schema';
import { jobs } from '@/db/schema';
import { MAIL_JOB, queueMail } from '@/lib/mail/queue/queue-mail';
import { isRateLimited } from '../reactions/rate-limit';
import { judgedComments, provenDevices } from '../trust/trust-rows';
import type { WriterStanding } from '../trust/writer-standing';

const DAY = 86_400_000;
/** Whoever types a stranger's address from device after device fills that mailbox no further. */
const MOST_A_DAY = 3;
/** From one network: an office that has new machines, not a list of addresses to be tried. */
const NETWORK_AN_HOUR = 20;

interface NewDevice {
  commenter: Pick<typeof commenters.$inferSelect, 'id' | 'staffId' | 'erasedAt' | 'verifiedAt'>;
  writer: WriterStanding;
  commentId: number;
  /** Keyed hashes, as in `comments`. */
  device: string;
  network: string;
}

/**
 * A device that is new to an address has commented with it: the address is owed the link that gives this device what the
 * address has earned. The form's answer must not depend on it, or it would tell strangers which addresses write here.
 */
export function queueDeviceLink(
  t: Tx,
  { commenter, writer, commentId, device, network }: NewDevice,
  now: Date,
): void {
  if (device === '' || commenter.staffId !== null || commenter.erasedAt) return;
  if (writer.isProven || writer.approved > 0 || !hasEarned(t, commenter)) return;
  if (network !== '' && isRateLimited(t, { what: 'device', who: network, most: NETWORK_AN_HOUR }, now))
    return;

  const prefix = `device:${commenter.id}:`;
  const lately = t
    .select({ dedupeKey: jobs.dedupeKey })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, MAIL_JOB),
        gte(jobs.dedupeKey, prefix),
        // `;` follows `:` in ASCII.
        lt(jobs.dedupeKey, `device:${commenter.id};`),
        gte(jobs.createdAt, new Date(now.getTime() - DAY)),
      ),
    )
    .all();
  const isAsked = lately.some(({ dedupeKey }) => dedupeKey.startsWith(`${prefix}${device}:`));
  if (isAsked || lately.length >= MOST_A_DAY) return;
  const order = { letter: 'device', commenterId: commenter.id, commentId } as const;
  queueMail(t, order, { dedupeKey: `${prefix}${device}:${commentId}`, runAt: now }, now);
}

/** Whether there is anything for the device to take over. */
function hasEarned(t: Tx, { id, verifiedAt }: NewDevice['commenter']): boolean {
  if (verifiedAt !== null || provenDevices(t, id).length > 0) return true;
  return judgedComments(t, id).some(({ state }) => state === 'visible');
}
