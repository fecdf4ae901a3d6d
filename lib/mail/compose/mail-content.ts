import type { AppDb, Db } from '@/db/client';
import type { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Say } from '@/lib/site/labels';
import type { MailOrder } from '../queue/queue-mail';
import { type MailedPurpose, mailToken } from '../tokens/mailed-token';
import type { Unsubscribed } from '../tokens/unsubscribe-token';
import type { MailBlock } from './mail-body';
import type { MailContext } from './mail-context';

export interface MailContent {
  subject: string;
  blocks: MailBlock[];
  why: string;
  /** What the one click ends. */
  ends: Unsubscribed;
  list: 'replies' | 'morning' | 'account';
}

export interface MailRequest<Order extends MailOrder = MailOrder> {
  db: AppDb;
  order: Order;
  commenter: typeof commenters.$inferSelect;
  context: MailContext;
  siteName: string;
  say: Say;
  now: Date;
}

export type OrderOf<Kind extends MailOrder['letter']> = Extract<MailOrder, { letter: Kind }>;

/** The token of a link that is mailed, stored in a transaction of its own. */
export function newToken(db: Db, purpose: MailedPurpose, commenterId: number, now: Date): Promise<string> {
  return tx(db, (t) => mailToken(t, purpose, commenterId, now));
}
