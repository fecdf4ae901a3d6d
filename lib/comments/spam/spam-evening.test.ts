import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { commenters, comments, sections } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { changeCommentState } from '../desk/change-comment-state';
import { postComment } from '../posting/post-comment';
import { trialCommenters, trialEvening } from '../testing/commenters';

const evening = new Date('2026-11-24T12:00:00Z');
const DECISIONS = 40;

/** One moderator, who knows spam when it is seen: the oldest that waits, else what has slipped through. */
async function decideOne(db: Connection, moderator: ReturnType<typeof aMember>, now: Date): Promise<boolean> {
  const rows = db
    .select({ id: comments.id, version: comments.version, state: comments.state, email: commenters.email })
    .from(comments)
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .orderBy(asc(comments.id))
    .all();
  const isSpam = ({ email }: { email: string }) => email.startsWith('seller');
  const row =
    rows.find(({ state }) => state === 'held') ?? rows.find((one) => one.state === 'visible' && isSpam(one));
  if (!row) return false;
  const turn = { commentId: row.id, basedOn: row.version, reason: '' };
  const to = isSpam(row)
    ? ({ to: 'spam', verb: 'mark-spam' } as const)
    : ({ to: 'visible', verb: 'approve-comment' } as const);
  await tx(db, (t) => changeCommentState(t, moderator, { ...turn, ...to }, now));
  return true;
}

async function anEvening(seed: number, decisions: number) {
  const db = newsroom();
  db.update(sections).set({ strictness: 'lenient' }).run();
  const moderator = aMember(db, 'moderator');
  const stories = [aStory(db), aStory(db), aStory(db)];
  let decided = 0;
  for (const [at, { by, body }] of trialEvening(trialCommenters(seed), seed).entries()) {
    const now = new Date(evening.getTime() + at * 20_000);
    const draft = {
      storyId: stories[at % 3]?.id ?? 0,
      parentId: null,
      name: by.name,
      email: by.email,
      website: '',
      body,
      trap: '',
    };
    const sent = {
      network: `n${by.email.length}`,
      device: by.email,
      form: { kind: 'right', ageMs: 60_000 },
    } as const;
    await postComment(db, draft, sent, now);
    if (at % 5 === 4 && decided < decisions && (await decideOne(db, moderator, now))) decided += 1;
  }
  const rows = db
    .select({ state: comments.state, email: commenters.email, body: comments.body })
    .from(comments)
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .all();
  const good = rows.filter(({ email }) => email.startsWith('reader'));
  const visible = rows.filter(({ state }) => state === 'visible');
  const right = good.filter(({ state }) => state === 'visible');
  return {
    decided,
    precision: right.length / visible.length,
    recall: right.length / good.length,
  };
}

test.each([4, 11])(
  'evening %i: of 200 commenters with 30 spammers, what stands after forty decisions is right',
  async (seed) => {
    const { precision, recall, decided } = await anEvening(seed, DECISIONS);
    expect(decided).toBeLessThanOrEqual(DECISIONS);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);
