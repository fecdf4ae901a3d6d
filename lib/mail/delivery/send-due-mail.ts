import type { AppDb, ReadDb } from '@/db/client';
import { commenterById } from '@/db/queries/discussion/mail';
import { composeMail } from '../compose/compose-mail';
import type { MailContext } from '../compose/mail-context';
import { endSubscriptions } from '../queue/end-subscriptions';
import { type ClaimedMail, claimMail, type Delivery, settleMail } from './claim-mail';
import type { MailOutcome, MailPort } from './mail';
import { emptyOutboxOf } from './outbox';

export interface Mailer {
  port: MailPort;
  context: MailContext;
  /** The outbox's folder. */
  outbox: string;
  log(line: string): void;
}

export interface SentMail {
  sent: number;
  /** To be tried again later. */
  again: number;
  /** Given up, or refused by the address's own server. */
  lost: number;
}

/**
 * Sends the letters that are due, one after the other, each claimed by this process first: several may run at once.
 * Ends when none is due or the mail server is not there. What is read and written lies in short transactions
 * before and after a delivery, never around it.
 */
export async function sendDueMail(
  db: AppDb,
  mailer: Mailer,
  clock: () => Date = () => new Date(),
): Promise<SentMail> {
  const totals: SentMail = { sent: 0, again: 0, lost: 0 };
  for (;;) {
    const claim = await claimMail(db, clock());
    if (!claim) return totals;
    const outcome = await deliver(db, mailer, claim, clock());
    const delivery: Delivery =
      outcome === 'needless'
        ? { kind: 'needless' }
        : outcome.kind === 'sent'
          ? outcome
          : { kind: outcome.kind === 'refused' ? 'bounced' : 'failed', trouble: outcome.trouble };
    const settled = await settleMail(db, claim, delivery, clock());
    // Erased while it was on its way: then nothing of it may stay.
    if (settled === 'too-late') await emptyOutboxIfErased(db, mailer, claim);
    if (delivery.kind === 'bounced') await bounced(db, mailer, claim, delivery.trouble, clock());
    if (settled === 'given-up' && 'trouble' in delivery)
      mailer.log(`letter ${claim.id} was given up after ${claim.attempts} attempts (${delivery.trouble})`);
    if (delivery.kind === 'sent') totals.sent += 1;
    if (settled === 'again') totals.again += 1;
    if (settled === 'given-up' || delivery.kind === 'bounced') totals.lost += 1;
    if (outcome !== 'needless' && outcome.kind === 'unreachable') {
      if (claim.attempts === 1) mailer.log(`the mail server is not there (${outcome.trouble})`);
      return totals;
    }
  }
}

async function bounced(
  db: AppDb,
  mailer: Mailer,
  { id, order }: ClaimedMail,
  trouble: string,
  now: Date,
): Promise<void> {
  if (order.letter === 'staff-link') {
    mailer.log(`letter ${id} to staff member ${order.staffId} came back (${trouble})`);
    return;
  }
  await endSubscriptions(db, { commenterId: order.commenterId }, 'bounced', now);
  mailer.log(`letter ${id} came back (${trouble}): its subscriptions have ended`);
}

async function deliver(
  db: AppDb,
  { port, context }: Mailer,
  claim: ClaimedMail,
  now: Date,
): Promise<MailOutcome | 'needless'> {
  try {
    const mail = await composeMail(db, claim, context, now);
    return mail ? await port.send(mail) : 'needless';
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return { kind: 'failed', trouble: code ?? name };
  }
}

async function emptyOutboxIfErased(db: ReadDb, { outbox }: Mailer, { order }: ClaimedMail): Promise<void> {
  if (order.letter === 'staff-link') return;
  const row = await commenterById(db, order.commenterId);
  if (!row || row.erasedAt) emptyOutboxOf(outbox, order.commenterId);
}
