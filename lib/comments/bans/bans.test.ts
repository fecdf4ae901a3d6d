import { expect, test } from 'vitest';
import { bansListed } from '@/db/queries/bans';
import { bans, commenters } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { refused } from '@/lib/result';
import { bannedBy } from '../banned-by';
import { signalsFrom } from '../signals';
import { type BanWish, banCommenter } from './ban-commenter';
import { liftBan } from './lift-ban';

const now = new Date('2026-11-24T06:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const sent = signalsFrom('203.0.113.7', 'key', { device: 'token', email: 'rahim@example.com' });

function aCase() {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, network: sent.network, device: sent.device ?? '' });
  return { db, sumi: aMember(db, 'moderator') };
}
const wish = (more: Partial<BanWish> = {}): BanWish => ({
  commentId: 1,
  kinds: ['address'],
  days: 7,
  reason: 'গালাগাল',
  ...more,
});

test.each(['address', 'device', 'network'] as const)(
  'a ban by %s meets the next comment of its sender',
  async (kind) => {
    const { db, sumi } = aCase();
    expect(await banCommenter(db, sumi, wish({ kinds: [kind] }), 'key', now)).toMatchObject({ ok: true });
    expect(await tx(db, (t) => bannedBy(t, sent, now)?.kind)).toBe(kind);
    expect(await tx(db, (t) => bannedBy(t, sent, days(8)))).toBeUndefined();
    const stranger = signalsFrom('198.51.100.9', 'key', { device: 'other', email: 'karim@example.com' });
    expect(await tx(db, (t) => bannedBy(t, stranger, now))).toBeUndefined();
  },
);

test('neither the list of bans nor the audit can be read for an address', async () => {
  const { db, sumi } = aCase();
  await banCommenter(db, sumi, wish({ kinds: ['address', 'device', 'network'] }), 'key', now);
  const kept = JSON.stringify([
    db.select().from(bans).all(),
    db.$client.prepare('select * from audit_entries').all(),
  ]);
  expect(kept).not.toMatch(/rahim|example\.com|203\.0/);
  expect(audited(db)).toEqual(['ban-commenter ban:1', 'ban-commenter ban:2', 'ban-commenter ban:3']);
});

test('the same ban twice is one; a longer one is added', async () => {
  const { db, sumi } = aCase();
  await banCommenter(db, sumi, wish(), 'key', now);
  expect(await banCommenter(db, sumi, wish(), 'key', now)).toEqual(refused('already-banned', 'kinds'));
  expect(await banCommenter(db, sumi, wish({ days: 0 }), 'key', now)).toMatchObject({ value: { bans: 1 } });
  expect(await banCommenter(db, sumi, wish({ days: 365 }), 'key', now)).toMatchObject({
    code: 'already-banned',
  });
});

test.each<[string, Partial<BanWish>, string]>([
  ['no kind', { kinds: [] }, 'no-kind'],
  ['no reason', { reason: ' \u200b' }, 'no-reason'],
  ['a very long reason', { reason: 'ক'.repeat(301) }, 'reason-too-long'],
  ['a megabyte of a reason', { reason: 'ক'.repeat(1_000_000) }, 'reason-too-long'],
  ['no term', { days: -1 }, 'no-term'],
  ['ten thousand years', { days: 3_650_000 }, 'no-term'],
  ['no such comment', { commentId: 99 }, 'unknown-comment'],
])('%s: refused, and nothing kept', async (_, more, code) => {
  const { db, sumi } = aCase();
  expect(await banCommenter(db, sumi, wish(more), 'key', now)).toMatchObject({ ok: false, code });
  expect(db.select().from(bans).all()).toEqual([]);
});

test('what the comment does not tell cannot be barred, nor the address of an erased reader or of staff', async () => {
  const { db, sumi } = aCase();
  aComment(db, { storyId: 1, email: 'old@example.com', body: 'পুরোনো' });
  expect(await banCommenter(db, sumi, wish({ commentId: 2, kinds: ['device'] }), 'key', now)).toMatchObject({
    code: 'nothing-known',
  });
  db.update(commenters).set({ erasedAt: now }).run();
  expect(await banCommenter(db, sumi, wish(), 'key', now)).toMatchObject({ code: 'nothing-known' });
  db.update(commenters).set({ erasedAt: null, staffId: sumi.id }).run();
  expect(await banCommenter(db, sumi, wish(), 'key', now)).toMatchObject({ code: 'staff-address' });
});

test('a lifted ban bars nobody and is told among those that are over', async () => {
  const { db, sumi } = aCase();
  await banCommenter(db, sumi, wish(), 'key', now);
  expect(await liftBan(db, sumi, { banId: 1 }, now)).toMatchObject({ ok: true });
  expect(await liftBan(db, sumi, { banId: 1 }, now)).toEqual(refused('lifted-already'));
  expect(await tx(db, (t) => bannedBy(t, sent, now))).toBeUndefined();
  expect(await bansListed(db, 'standing', 99, 10, now)).toEqual([]);
  expect(await bansListed(db, 'over', 99, 10, now)).toMatchObject([
    { id: 1, by: 'মিতু', comment: { name: 'রহিম' } },
  ]);
});

test('an appeal stands among the appeals while the ban does', async () => {
  const { db, sumi } = aCase();
  await banCommenter(db, sumi, wish(), 'key', now);
  db.update(bans).set({ appeal: 'আমি নই', appealedAt: now }).run();
  expect(await bansListed(db, 'appealed', 99, 10, now)).toMatchObject([{ appeal: 'আমি নই' }]);
  await liftBan(db, sumi, { banId: 1 }, now);
  expect(await bansListed(db, 'appealed', 99, 10, now)).toEqual([]);
});

test('a reporter bars and lifts nothing', async () => {
  const { db } = aCase();
  const reporter = aMember(db, 'reporter');
  expect(await banCommenter(db, reporter, wish(), 'key', now)).toEqual(refused('forbidden'));
  expect(await liftBan(db, reporter, { banId: 1 })).toEqual(refused('forbidden'));
});
