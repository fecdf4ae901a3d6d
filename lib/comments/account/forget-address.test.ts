import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Connection, migrateDatabase, openDatabase } from '@/db/client';
import {
  bans,
  commenterNotes,
  commenters,
  comments,
  emailTokens,
  moderationActions,
  moderationRules,
  reports,
  sections,
  signInFailures,
  spamWords,
  tips,
} from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import { openMailPort } from '@/lib/mail/delivery/mail-port';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { countAttempt } from '@/lib/people/sessions/sign-in-throttle';
import { done } from '@/lib/result';
import { saveRule } from '../rules/save-rule';
import { learnFrom } from '../spam/learning/learn';
import { askAccountLink } from './ask-account-link';
import { eraseCommenter } from './erase-commenter';
import { commentsMentioning, FORGOTTEN, withoutAddress } from './forget-address';

const noon = new Date('2026-11-24T06:00:00Z');
const EMAIL = 'zubaida.unmistakable@example.com';
/** Somebody else's, which ends in it. */
const OTHER = `abu-${EMAIL}`;

test('an address is gone from every table where it stood, from the bytes of the file, its log and the outbox', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-forgotten-'));
  const outbox = join(folder, 'outbox');
  const db = openDatabase(`file:${folder}/barta.db`);
  migrateDatabase(db);
  db.insert(sections).values({ slug: 'national', name: 'জাতীয়', position: 1 }).run();
  const story = aStory(db);
  const { writtenBy, quoted } = await writtenEverywhere(db, story.id);
  // It goes to the outbox, which is what a letter does where there is no mail server.
  await askAccountLink(db, { email: EMAIL, network: 'n' }, noon);
  const port = openMailPort({ smtpUrl: undefined, outbox });
  expect(await sendDueMail(db, { ...testMailer(), port, outbox }, () => noon)).toMatchObject({ sent: 1 });
  expect(
    readdirSync(outbox)
      .map((name) => readFileSync(join(outbox, name), 'utf8'))
      .join(),
  ).toContain(EMAIL);
  // Pages that were full and are free: their bytes lie in no table.
  for (let n = 0; n < 400; n += 1)
    aComment(db, {
      storyId: story.id,
      email: `r${n}@example.com`,
      body: `${EMAIL} ${n} ${'দীর্ঘ '.repeat(40)}`,
    });
  const cast = db.select({ id: comments.id }).from(comments).where(eq(comments.depth, 0)).all().slice(-400);
  db.delete(comments)
    .where(
      inArray(
        comments.id,
        cast.map(({ id }) => id),
      ),
    )
    .run();
  expect(bytesOf(folder).includes(EMAIL)).toBe(true);

  const session = { commenterId: writtenBy, tokenVersion: 1, openedAt: noon };
  expect(await eraseCommenter(db, session, noon)).toEqual(done({ commenterId: writtenBy }));
  expect(await finishErasures(db, outbox, noon)).toEqual({ finished: 1, waiting: 0 });

  const bytes = bytesOf(folder).toString('latin1').replaceAll(OTHER, '');
  for (const gone of [EMAIL, EMAIL.toUpperCase(), 'unmistakable', 'unmistakabl'])
    expect(bytes.includes(gone), gone).toBe(false);
  expect(readdirSync(outbox)).toEqual([]);

  expect(db.select().from(comments).where(eq(comments.id, quoted)).get()?.body).toBe(
    `তাঁকে ${FORGOTTEN}, লিখুন। অন্যজন ${OTHER}`,
  );
  expect(db.select().from(tips).all()).toMatchObject([
    { words: 'সেতুটি ভেঙে গেছে', name: '', contact: '', version: 2 },
    { words: `উত্তর দিন ${FORGOTTEN}`, name: 'করিম', contact: '01711-000000' },
    { contact: OTHER, name: 'আবু' },
  ]);
  expect(db.select().from(moderationRules).all()).toMatchObject([{ pattern: `চোর\n${FORGOTTEN}` }]);
  expect(announced(db).at(-1)).toEqual([`discussion:${story.id}`]);
  db.$client.close();
  rmSync(folder, { recursive: true });
}, 30_000);

/** Wherever a person's address may come to stand, by their own hand or another's. */
async function writtenEverywhere(db: Connection, storyId: number) {
  const moderator = aMember(db, 'moderator');
  const own = aComment(db, { storyId, email: EMAIL, body: `লিখুন ${EMAIL}`, website: `mailto:${EMAIL}` });
  const { commenterId: writtenBy } = own;
  const quoted = aComment(db, {
    storyId,
    email: 'karim@example.com',
    bodyHash: 'q',
    body: `তাঁকে ${EMAIL.toUpperCase()}, লিখুন। অন্যজন ${OTHER}`,
    parentId: own.id,
    rootId: own.id,
    depth: 1,
  });
  await tx(db, (t) => {
    countAttempt(t, { email: EMAIL, network: 'n' }, noon);
    const lesson = { verdict: 'spam', staffId: moderator.id, at: noon } as const;
    learnFrom(t, { id: quoted.id, name: 'জুবাইদা', website: '', body: `লিখুন ${EMAIL}` }, lesson);
  });
  const by = { staffId: moderator.id };
  db.insert(reports)
    .values({ commentId: quoted.id, reporter: 'd', reason: 'private', words: EMAIL, at: noon })
    .run();
  db.insert(commenterNotes)
    .values({ commenterId: quoted.commenterId, ...by, words: `${EMAIL} এরই আরেক নাম`, at: noon })
    .run();
  db.insert(bans)
    .values({
      kind: 'device',
      value: 'd',
      reason: EMAIL,
      appeal: EMAIL,
      answer: EMAIL,
      ...by,
      createdAt: noon,
    })
    .run();
  const turned = { commentId: quoted.id, from: 'held', to: 'visible', at: noon } as const;
  db.insert(moderationActions)
    .values({ ...turned, ...by, reason: EMAIL })
    .run();
  const rule = {
    kind: 'words',
    name: 'নাম',
    pattern: `চোর\n${EMAIL}`,
    effect: 'hold',
    sectionId: null,
  } as const;
  const made = await saveRule(db, moderator, { ...rule, isOn: true, id: null, basedOn: 1 }, noon);
  expect(made).toMatchObject({ ok: true });
  const tip = { kind: 'message' as const, pictureIds: [], at: noon };
  db.insert(tips)
    .values([
      { ...tip, words: 'সেতুটি ভেঙে গেছে', name: 'জুবাইদা', contact: ` ${EMAIL.toUpperCase()} ` },
      { ...tip, words: `উত্তর দিন ${EMAIL}`, name: 'করিম', contact: '01711-000000' },
      { ...tip, words: 'অন্য কথা', name: 'আবু', contact: OTHER },
    ])
    .run();
  return { writtenBy, quoted: quoted.id };
}

/** By a process apart: to close the file here would end the locks of this process's connection. */
function bytesOf(folder: string): Buffer {
  return execFileSync('cat', ['barta.db', 'barta.db-wal'], { cwd: folder, maxBuffer: 1e9 });
}

test('what would know the writer again is gone as well: networks, devices, prints, links, attempts to sign in', async () => {
  const db = newsroom();
  const storyId = aStory(db).id;
  const known = { network: 'n1', device: 'd1', fingerprint: 'f1', signals: [{ code: 'links', weight: 1 }] };
  const own = aComment(db, { storyId, email: EMAIL, pickedAt: noon, ...known });
  const other = aComment(db, { storyId, email: OTHER, body: 'অন্যের', ...known });
  const link = { purpose: 'account', createdAt: noon, expiresAt: noon } as const;
  for (const [tokenHash, { commenterId }] of Object.entries({ a: own, b: other }))
    db.insert(emailTokens)
      .values({ ...link, tokenHash, commenterId })
      .run();
  await tx(db, (t) => {
    countAttempt(t, { email: EMAIL, network: 'n' }, noon);
    countAttempt(t, { email: OTHER, network: 'n' }, noon);
  });
  const attempts = () => db.select().from(signInFailures).all().length;
  const before = attempts();

  await eraseCommenter(db, { commenterId: own.commenterId, tokenVersion: 1, openedAt: noon }, noon);
  const left = db.select().from(comments).all();
  expect(left[0]).toMatchObject({ network: '', device: '', fingerprint: '', signals: [], pickedAt: null });
  expect(left[1]).toMatchObject(known);
  expect(db.select().from(emailTokens).all()).toMatchObject([{ tokenHash: 'b' }]);
  expect(attempts()).toBe(before - 1);
});

test('the words that many have used stay with the filter', async () => {
  const db = newsroom();
  const storyId = aStory(db).id;
  const { commenterId } = aComment(db, { storyId, email: 'rahim@example.com', name: 'রহিম' });
  const others = Array.from({ length: 9 }, (_, n) =>
    aComment(db, { storyId, email: `other-${n}@example.com`, name: 'রহিম', bodyHash: `b${n}` }),
  );
  const staffId = aMember(db, 'moderator').id;
  await tx(db, (t) => {
    for (const { id } of others) {
      learnFrom(t, { id, name: 'রহিম', website: '', body: 'example' }, { verdict: 'ham', staffId, at: noon });
    }
  });
  await eraseCommenter(db, { commenterId, tokenVersion: 1, openedAt: noon }, noon);
  expect(
    db
      .select()
      .from(spamWords)
      .all()
      .map(({ word }) => word),
  ).toContain('from:রহিম');
});

test('comments are looked through to the last, however many there are', async () => {
  const db = newsroom();
  const story = aStory(db);
  const first = aComment(db, { storyId: story.id, body: `ক ${EMAIL}` });
  const last = aComment(db, { storyId: story.id, body: `খ ${EMAIL}` });
  db.update(comments).set({ id: 45_000 }).where(eq(comments.id, last.id)).run();
  expect(await commentsMentioning(db, EMAIL)).toEqual([first.id, 45_000]);
  expect(db.select().from(commenters).all().length).toBeGreaterThan(0);
});

test.each([
  ['a@b.example', `${FORGOTTEN}`],
  ['(A@B.example).', `(${FORGOTTEN}).`],
  ['xa@b.example', 'xa@b.example'],
  ['a@b.example.com', 'a@b.example.com'],
  ['a@b.examples', 'a@b.examples'],
  ['a@bxexample', 'a@bxexample'],
  ['a@b.example, a@b.example', `${FORGOTTEN}, ${FORGOTTEN}`],
])('of %j stays %j', (words, left) => {
  expect(withoutAddress(words, 'a@b.example')).toBe(left);
});
