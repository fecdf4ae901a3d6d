import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { commenterDevices, commenters, comments, emailTokens, jobs, sections } from '@/db/schema';
import { aComment, aKnownWriter, aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { refused } from '@/lib/result';
import { confirmDevice } from '../account/confirm-device';
import { eraseCommenter } from '../account/erase-commenter';
import { confirmAddress } from '../consents/confirm-address';
import { decideComments } from '../desk/decide-comments';
import type { CommentDraft } from '../posting/comment-draft';
import { postComment } from '../posting/post-comment';
import type { CommentSignals } from '../posting/signals';

const noon = new Date('2026-11-24T06:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const form = { kind: 'right', ageMs: 60_000 } as const;
const home: CommentSignals = { network: 'home', device: 'd1', form };
const elsewhere: CommentSignals = { network: 'far', device: 'd2', form };

const says = (storyId: number, body: string, wishes: Partial<CommentDraft> = {}): CommentDraft => ({
  ...{ storyId, parentId: null, name: 'রহিম', email: 'rahim@example.com', website: '', body, trap: '' },
  ...wishes,
});
const last = (db: Connection) => db.select().from(comments).all().at(-1);
const deviceMails = (db: Connection) =>
  db
    .select()
    .from(jobs)
    .all()
    .filter(({ dedupeKey }) => dedupeKey.startsWith('device:'));

function aDiscussion() {
  const db = newsroom();
  aKnownWriter(db);
  return { db, storyId: aStory(db).id };
}

/** The token of the link that was mailed last. */
async function linkFrom(db: Connection, now: Date): Promise<string> {
  const mailer = testMailer();
  await sendDueMail(db, mailer, () => now);
  return /\/account\/device\?token=([^\s&"]+)/.exec(mailer.mails.at(-1)?.text ?? '')?.[1] ?? '';
}

test('an address with approved comments opens nothing on another device', async () => {
  const { db, storyId } = aDiscussion();
  expect(await postComment(db, says(storyId, 'আমার যন্ত্রে লেখা'), home, noon)).toMatchObject({
    value: { isVisible: true },
  });
  expect(await postComment(db, says(storyId, 'অন্য যন্ত্রে লেখা'), elsewhere, noon)).toMatchObject({
    value: { isVisible: false, isMailed: false },
  });
  expect(last(db)).toMatchObject({ state: 'held', heldBecause: ['first-comment'] });
});

test('another device is answered alike, whether its address is known or not', async () => {
  const { db, storyId } = aDiscussion();
  const consents = { replies: true, newsletter: true };
  const shape = async (email: string, device: string) => {
    const draft = says(storyId, 'একই কথা, অন্য ঠিকানা', { email, consents });
    const outcome = await postComment(db, draft, { ...elsewhere, device, network: device }, noon);
    return outcome.ok && { isVisible: outcome.value.isVisible, isMailed: outcome.value.isMailed };
  };
  expect(await shape('rahim@example.com', 'd2')).toEqual(await shape('nobody@example.com', 'd3'));
});

test('whoever repeats a comment with a guessed address does not learn that it was right', async () => {
  const { db, storyId } = aDiscussion();
  const first = await postComment(db, says(storyId, 'সবার চেনা কথা'), home, noon);
  const guess = await postComment(db, says(storyId, 'সবার চেনা কথা'), elsewhere, minutes(1));
  expect(first.ok && guess.ok && guess.value.id !== first.value.id && !guess.value.isVisible).toBe(true);
  const again = await postComment(db, says(storyId, 'সবার চেনা কথা'), elsewhere, minutes(2));
  expect(again.ok && guess.ok && again.value.id === guess.value.id).toBe(true);
});

test('a browser that lost its answer with its first cookie sends the same comment once more', async () => {
  const { db, storyId } = aDiscussion();
  const first = await postComment(db, says(storyId, 'দুবার পাঠানো'), { ...home, device: 'lost' }, noon);
  const second = await postComment(db, says(storyId, 'দুবার পাঠানো'), { ...home, device: 'new' }, minutes(1));
  expect(second).toMatchObject({ value: { id: first.ok && first.value.id } });
});

test('the address gets the link; opened on the new device it brings what was earned, once', async () => {
  const { db, storyId } = aDiscussion();
  await postComment(db, says(storyId, 'নতুন ফোন থেকে'), elsewhere, noon);
  expect(deviceMails(db)).toHaveLength(1);
  const token = await linkFrom(db, minutes(1));

  expect(await confirmDevice(db, { token, device: 'd2' }, minutes(2))).toMatchObject({ ok: true });
  expect(await postComment(db, says(storyId, 'এবার আমিই'), elsewhere, minutes(3))).toMatchObject({
    value: { isVisible: true },
  });
  expect(await confirmDevice(db, { token, device: 'd3' }, minutes(4))).toEqual(refused('bad-link'));
  const third = { ...elsewhere, device: 'd3' };
  expect(await postComment(db, says(storyId, 'তৃতীয় যন্ত্র'), third, minutes(5))).toMatchObject({
    value: { isVisible: false },
  });
});

test('a link that confirms subscriptions proves its device as well, and none without a device', async () => {
  const { db, storyId } = aDiscussion();
  const consents = { replies: true, newsletter: false };
  await postComment(db, says(storyId, 'জানাবেন', { consents }), elsewhere, noon);
  const mailer = testMailer();
  await sendDueMail(db, mailer, () => minutes(1));
  const text = mailer.mails.map((mail) => mail.text).join('\n');
  const token = /\/account\/confirm\?token=([^\s&"]+)/.exec(text)?.[1] ?? '';
  await confirmAddress(db, { token, device: 'd2' }, minutes(2));
  expect(db.select().from(commenterDevices).all()).toMatchObject([{ device: 'd2' }]);
});

test('a mailbox is not filled: one letter a device, three a day, none for an unknown address or for spam', async () => {
  const { db, storyId } = aDiscussion();
  for (const n of [2, 2, 3, 4, 5, 6])
    await postComment(db, says(storyId, `কথা ${n} ${Math.random()}`), { ...elsewhere, device: `d${n}` }, noon);
  expect(deviceMails(db)).toHaveLength(3);
  await postComment(db, says(storyId, 'নতুন', { email: 'new@example.com' }), elsewhere, noon);
  await postComment(
    db,
    says(storyId, 'আবার', { email: 'new@example.com' }),
    { ...elsewhere, device: 'd8' },
    noon,
  );
  expect(deviceMails(db)).toHaveLength(3);
});

test('a known device brings nothing to another address, and an address with a dot, a plus or capitals is its own', async () => {
  const { db, storyId } = aDiscussion();
  for (const email of ['karim@example.com', 'ra.him@example.com', 'rahim+1@example.com'])
    expect(await postComment(db, says(storyId, `আমি ${email.length}`, { email }), home, noon)).toMatchObject({
      value: { isVisible: false },
    });
});

test('what a stranger writes under an address does not count against it', async () => {
  const { db, storyId } = aDiscussion();
  const mitu = aMember(db, 'moderator');
  for (const n of [1, 2, 3]) {
    await postComment(db, says(storyId, `গালি ${n}`), elsewhere, minutes(n));
    const targets = [{ commentId: last(db)?.id ?? 0, basedOn: 1 }];
    await decideComments(db, mitu, { verdict: 'hide', reason: 'abuse', targets }, minutes(n));
  }
  expect(await postComment(db, says(storyId, 'আমি নির্দোষ'), home, minutes(9))).toMatchObject({
    value: { isVisible: true },
  });
});

test('trust is lost with the comments that earned it: the cookie sent again brings nothing back', async () => {
  const { db, storyId } = aDiscussion();
  const earned = db.select().from(comments).get();
  const targets = [{ commentId: earned?.id ?? 0, basedOn: 1 }];
  await decideComments(db, aMember(db, 'moderator'), { verdict: 'hide', reason: 'abuse', targets }, noon);
  expect(await postComment(db, says(storyId, 'আবার আমি'), home, minutes(1))).toMatchObject({
    value: { isVisible: false },
  });
});

test('what the open gate has shown earns nothing before it has stood a day', async () => {
  const db = newsroom();
  db.update(sections).set({ strictness: 'lenient' }).run();
  const storyId = aStory(db).id;
  expect(await postComment(db, says(storyId, 'নিরীহ প্রথম কথা'), home, noon)).toMatchObject({
    value: { isVisible: true },
  });
  db.update(sections).set({ strictness: 'usual' }).run();
  expect(await postComment(db, says(storyId, 'দ্বিতীয় কথা'), home, minutes(1))).toMatchObject({
    value: { isVisible: false },
  });
  expect(await postComment(db, says(storyId, 'পরদিনের কথা'), home, minutes(24 * 60))).toMatchObject({
    value: { isVisible: true },
  });
});

test('an erased commenter leaves no device behind, and an old link opens nothing', async () => {
  const { db, storyId } = aDiscussion();
  await postComment(db, says(storyId, 'নতুন ফোন থেকে'), elsewhere, noon);
  const token = await linkFrom(db, minutes(1));
  await eraseCommenter(db, { commenterId: 1, tokenVersion: 1, openedAt: noon }, minutes(2));
  expect(await confirmDevice(db, { token, device: 'd2' }, minutes(3))).toEqual(refused('bad-link'));
  expect([db.select().from(commenterDevices).all(), db.select().from(emailTokens).all()]).toEqual([[], []]);
});

test.each([
  ['the very name', 'রহিম'],
  ['with a blank', 'র হিম'],
  ['with a zero width space', 'রহি\u200bম'],
  ['with another vowel length', 'রহীম'],
  ['with the Assamese letter', 'ৰহিম'],
])("a known writer's name in a discussion is marked on anybody else: %s", async (_, name) => {
  const { db, storyId } = aDiscussion();
  await postComment(db, says(storyId, 'আমি রহিম'), home, noon);
  for (const sender of [
    { email: 'thief@example.com', device: 'd7' },
    { email: 'rahim@example.com', device: 'd8' },
  ]) {
    const draft = says(storyId, `নাম চুরি ${sender.device}`, { name, email: sender.email });
    await postComment(db, draft, { ...elsewhere, device: sender.device }, minutes(1));
    expect(last(db)).toMatchObject({ isNamesake: true });
  }
  await postComment(db, says(storyId, 'আবার আমি রহিম'), home, minutes(2));
  await postComment(
    db,
    says(storyId, 'আমি করিম', { name: 'করিম', email: 'k@example.com' }),
    elsewhere,
    minutes(3),
  );
  const marks = db.select({ isNamesake: comments.isNamesake }).from(comments).all().slice(-2);
  expect(marks).toEqual([{ isNamesake: false }, { isNamesake: false }]);
});

test('two newcomers of one name are not marked, and the mark goes when the device is proven', async () => {
  const { db, storyId } = aDiscussion();
  aComment(db, { storyId, name: 'সুমন', email: 'a@example.com', device: 'a', createdAt: noon });
  await postComment(db, says(storyId, 'আমিও সুমন', { name: 'সুমন', email: 'b@example.com' }), elsewhere, noon);
  expect(last(db)).toMatchObject({ isNamesake: false });

  await postComment(db, says(storyId, 'আমি রহিম'), home, noon);
  const mine = { ...elsewhere, device: 'd5' };
  await postComment(db, says(storyId, 'ফোন থেকে রহিম'), mine, minutes(1));
  expect(last(db)).toMatchObject({ isNamesake: true });
  const token = await linkFrom(db, minutes(2));
  await confirmDevice(db, { token, device: 'd5' }, minutes(3));
  expect(last(db)).toMatchObject({ isNamesake: false });
});

test("the newsroom's names are marked as well", async () => {
  const { db, storyId } = aDiscussion();
  aComment(db, { storyId, name: 'মিতু', email: 'mitu@barta.test', fromNewsroom: true });
  await postComment(db, says(storyId, 'আমি মিতু', { name: 'মিতু', email: 'x@example.com' }), elsewhere, noon);
  expect(last(db)).toMatchObject({ isNamesake: true });
  expect(db.select().from(comments).where(eq(comments.isNamesake, true)).all()).toHaveLength(1);
  expect(db.select().from(commenters).all().length).toBeGreaterThan(2);
});
