import type { AppDb, ReadDb } from '@/db/client';
import { commenterById } from '@/db/queries/discussion/mail';
import { composeLetter } from '../compose/compose-mail';
import type { LetterHouse } from '../compose/mail-context';
import { endSubscriptions } from '../queue/end-subscriptions';
import { type ClaimedLetter, claimLetter, type Delivery, settleLetter } from './claim-mail';
import type { MailOutcome, MailPort } from './mail';
import { emptyOutboxOf } from './outbox';

export interface Post {
  port: MailPort;
  house: LetterHouse;
  /** The outbox's folder. */
  outbox: string;
  log(line: string): void;
}

export interface SentLetters {
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
export async function sendLetters(
  db: AppDb,
  post: Post,
  clock: () => Date = () => new Date(),
): Promise<SentLetters> {
  const told: SentLetters = { sent: 0, again: 0, lost: 0 };
  for (;;) {
    const claim = await claimLetter(db, clock());
    if (!claim) return told;
    const outcome = await deliver(db, post, claim, clock());
    const delivery: Delivery =
      outcome === 'needless'
        ? { kind: 'needless' }
        : outcome.kind === 'sent'
          ? outcome
          : { kind: outcome.kind === 'refused' ? 'bounced' : 'failed', trouble: outcome.trouble };
    const settled = await settleLetter(db, claim, delivery, clock());
    // Erased while it was on its way: then nothing of it may stay.
    if (settled === 'too-late') await emptyOutboxIfErased(db, post, claim);
    if (delivery.kind === 'bounced') {
      await endSubscriptions(db, { commenterId: claim.order.commenterId }, 'bounced', clock());
      post.log(`letter ${claim.id} came back (${delivery.trouble}): its subscriptions have ended`);
    }
    if (settled === 'given-up' && 'trouble' in delivery)
      post.log(`letter ${claim.id} was given up after ${claim.attempts} attempts (${delivery.trouble})`);
    if (delivery.kind === 'sent') told.sent += 1;
    if (settled === 'again') told.again += 1;
    if (settled === 'given-up' || delivery.kind === 'bounced') told.lost += 1;
    if (outcome !== 'needless' && outcome.kind === 'unreachable') {
      if (claim.attempts === 1) post.log(`the mail server is not there (${outcome.trouble})`);
      return told;
    }
  }
}

async function deliver(
  db: AppDb,
  { port, house }: Post,
  claim: ClaimedLetter,
  now: Date,
): Promise<MailOutcome | 'needless'> {
  try {
    const mail = await composeLetter(db, claim, house, now);
    return mail ? await port.send(mail) : 'needless';
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return { kind: 'failed', trouble: code ?? name };
  }
}

async function emptyOutboxIfErased(db: ReadDb, { outbox }: Post, { order }: ClaimedLetter): Promise<void> {
  const row = await commenterById(db, order.commenterId);
  if (!row || row.erasedAt) emptyOutboxOf(outbox, order.commenterId);
}
