import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { bans } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { aVisitor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { lengthFault } from '../posting/comment-draft';
import { plainText } from '../posting/plain-text';
import type { CommentSignals } from '../posting/signals';
import { bannedBy } from './banned-by';

export const MAX_APPEAL = 1_000;

/** Whoever is banned may say once why that is wrong. Only who meets the ban can answer it. */
export async function appealBan(
  db: Db,
  { words: rawWords, signals }: { words: string; signals: CommentSignals },
  now = new Date(),
): Promise<Result<void, 'empty' | 'too-long' | 'not-banned' | 'appealed'>> {
  const words = plainText(rawWords);
  const fault = lengthFault(words, MAX_APPEAL);
  if (fault === 'empty' || fault === 'too-long') return refused(fault, 'appeal');

  return tx(db, (t) => {
    const ban = bannedBy(t, signals, now);
    if (!ban) return refused('not-banned');
    if (ban.appeal !== '') return refused('appealed');
    t.update(bans).set({ appeal: words, appealedAt: now }).where(eq(bans.id, ban.id)).run();
    appendAudit(t, { actor: aVisitor, verb: 'appeal-ban', subject: `ban:${ban.id}`, at: now });
    return done();
  });
}
