import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bansListed } from '@/db/queries/discussion/bans';
import { bans, commenters, jobs } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { refused } from '@/lib/result';
import { labelsIn } from '@/lib/site/labels';
import { signalsFrom } from '../posting/signals';
import { answerAppeal } from './answer-appeal';
import { appealBan } from './appeal-ban';
import { type BanInput, banCommenter } from './ban-commenter';
import { banSentence } from './ban-sentence';
import { bannedBy } from './banned-by';
import { liftBan } from './lift-ban';

const now = new Date('2026-11-24T06:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const sent = signalsFrom('203.0.113.7', 'key', { device: 'token', email: 'rahim@example.com' });

function aCase() {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, network: sent.network, device: sent.device ?? '' });
  return { db, sumi: aMember(db, 'moderator') };
}
const wish = (more: Partial<BanInput> = {}): BanInput => ({
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
    expect(await tx(db, () => bannedBy(db, sent, now)?.kind)).toBe(kind);
    expect(await tx(db, () => bannedBy(db, sent, days(8)))).toBeUndefined();
    const stranger = signalsFrom('198.51.100.9', 'key', { device: 'other', email: 'karim@example.com' });
    expect(await tx(db, () => bannedBy(db, stranger, now))).toBeUndefined();
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

test.each<[string, Partial<BanInput>, string]>([
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
  expect(await tx(db, () => bannedBy(db, sent, now))).toBeUndefined();
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

async function anAppeal(more: { verified?: boolean; kind?: 'address' | 'network' } = {}) {
  const { db, sumi } = aCase();
  const kinds = [more.kind ?? 'address', 'device'] as const;
  await banCommenter(db, sumi, wish({ kinds }), 'key', now);
  if (more.verified) db.update(commenters).set({ verifiedAt: now }).run();
  expect(await appealBan(db, { words: 'আমি নই', signals: sent }, now)).toMatchObject({ ok: true });
  return { db, sumi };
}
const lettersOwed = (db: Awaited<ReturnType<typeof anAppeal>>['db']) => db.select().from(jobs).all().length;

test('an appeal that is right lifts all that was barred with the comment, and owes a proven address a letter', async () => {
  const { db, sumi } = await anAppeal({ verified: true });
  expect(await answerAppeal(db, sumi, { banId: 1, to: 'lift', words: ' ' }, days(1))).toMatchObject({
    ok: true,
  });
  expect(await tx(db, () => bannedBy(db, sent, days(1)))).toBeUndefined();
  expect(db.select().from(bans).all()).toMatchObject([
    { liftedAt: days(1), answeredAt: days(1), answeredBy: sumi.id, answer: '' },
    { liftedAt: days(1), answeredAt: null },
  ]);
  expect(audited(db).slice(-4)).toEqual([
    'appeal-ban ban:1',
    'accept-appeal ban:1',
    'lift-ban ban:1',
    'lift-ban ban:2',
  ]);
  const post = testMailer();
  await sendDueMail(db, post, () => days(1));
  expect(post.mails).toHaveLength(1);
  expect(post.mails[0]).toMatchObject({ to: 'rahim@example.com' });
  expect(post.mails[0]?.text).toContain('আপিল মেনে নেওয়া হয়েছে'.normalize('NFC'));
});

test('one that is refused stays barred and reads why, in the form and in the letter', async () => {
  const { db, sumi } = await anAppeal({ verified: true });
  const words = 'মন্তব্যটি আপনার যন্ত্র থেকেই এসেছিল।';
  expect(await answerAppeal(db, sumi, { banId: 1, to: 'refuse', words }, days(1))).toMatchObject({
    ok: true,
  });
  const ban = await tx(db, () => bannedBy(db, sent, days(1)));
  expect(ban && banSentence(ban, labelsIn('bn'))).toContain(words.normalize('NFC'));
  expect(await bansListed(db, 'appealed', 99, 10, days(1))).toEqual([]);
  expect(await bansListed(db, 'standing', 99, 10, days(1))).toMatchObject([
    { id: 2 },
    { id: 1, answeredBy: 'মিতু' },
  ]);
  const post = testMailer();
  await sendDueMail(db, post, () => days(1));
  expect(post.mails[0]?.text).toContain(words.normalize('NFC'));
  expect(await appealBan(db, { words: 'আবার', signals: sent }, days(2))).toEqual(refused('appealed'));
});

test('an address that is not proven, and whoever shares a network, get no letter', async () => {
  const unproven = await anAppeal();
  await answerAppeal(unproven.db, unproven.sumi, { banId: 1, to: 'lift', words: '' }, now);
  expect(lettersOwed(unproven.db)).toBe(0);
  const network = await anAppeal({ verified: true, kind: 'network' });
  network.db.delete(bans).where(eq(bans.kind, 'device')).run();
  await answerAppeal(network.db, network.sumi, { banId: 1, to: 'lift', words: '' }, now);
  expect(lettersOwed(network.db)).toBe(0);
});

test('the second to answer hears who was quicker and what they decided; nothing changes', async () => {
  const { db, sumi } = await anAppeal();
  const mitu = aMember(db, 'editor', 'রুমা');
  await answerAppeal(db, mitu, { banId: 1, to: 'refuse', words: 'না' }, now);
  expect(await answerAppeal(db, sumi, { banId: 1, to: 'lift', words: '' }, days(1))).toEqual({
    ok: false,
    code: 'answered',
    by: 'রুমা',
    isLifted: false,
  });
  expect(db.select().from(bans).get()).toMatchObject({ liftedAt: null, answer: 'না' });
});

test.each<[string, Partial<Parameters<typeof answerAppeal>[2]>, string]>([
  ['a refusal without a word', { to: 'refuse', words: ' \u200b ' }, 'empty'],
  ['a very long answer', { words: 'ক'.repeat(1_001) }, 'too-long'],
  ['a ban that nobody appealed', { banId: 2 }, 'no-appeal'],
  ['no such ban', { banId: 99 }, 'unknown-ban'],
])('%s is refused, and nothing changes', async (_, more, code) => {
  const { db, sumi } = await anAppeal();
  const before = db.select().from(bans).all();
  expect(await answerAppeal(db, sumi, { banId: 1, to: 'lift', words: 'ঠিক', ...more }, now)).toMatchObject({
    ok: false,
    code,
  });
  expect(await answerAppeal(db, aMember(db, 'reporter'), { banId: 1, to: 'lift', words: '' }, now)).toEqual(
    refused('forbidden'),
  );
  expect(db.select().from(bans).all()).toEqual(before);
});

test('a ban that is lifted by hand answers the appeal that waits', async () => {
  const { db, sumi } = await anAppeal({ verified: true });
  await liftBan(db, sumi, { banId: 1 }, days(1));
  expect(db.select().from(bans).get()).toMatchObject({ answeredAt: days(1), answeredBy: sumi.id });
  expect(lettersOwed(db)).toBe(1);
});
