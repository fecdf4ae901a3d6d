import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { storyOfTip } from '@/db/queries/discussion/tips';
import { auditEntries, bans, jobs, pictures, pictureUses, stories, tips } from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import type { CommentSignals } from '@/lib/comments/posting/signals';
import { formToken, readFormToken } from '@/lib/comments/spam/form-token';
import { COMPACTION, ERASURE } from '@/lib/erasure/queue-erasure';
import { deleteForgottenReaderPictures } from '@/lib/pictures/cleanup/delete-forgotten-reader-pictures';
import { saveReaderPicture } from '@/lib/pictures/library/save-reader-picture';
import { aJpeg, aStore } from '@/lib/pictures/testing/a-picture';
import { done, refused } from '@/lib/result';
import { changeTip } from './change-tip';
import { eraseTip } from './erase-tip';
import { makeStoryOfTip } from './make-story-of-tip';
import { sendTip } from './send-tip';
import { contactIn, readTipDraft, type TipDraft, type TipKind } from './tip-draft';
import { mayUploadPicture } from './upload-rate-limit';
import { readUploadedPictures, writeUploadedPictures } from './uploaded-pictures-field';

const now = new Date('2026-11-25T06:00:00Z');
const fromHere: CommentSignals = { network: 'n1', form: { kind: 'right', ageMs: 9000 } };
const flood: TipDraft = {
  kind: 'news',
  words: 'কাকডাঙার বাঁধ ভেঙে গেছে। তিন গ্রাম পানির নিচে।\nরাত দুইটায় শুরু।',
  name: 'রহিম',
  contact: '01711000000',
  place: 'কাকডাঙা, সাতক্ষীরা',
  trap: '',
};

async function aTip(
  db: Connection,
  overrides: Partial<TipDraft> = {},
  pictureIds: number[] = [],
): Promise<number> {
  const sent = await sendTip(db, { ...flood, ...overrides }, pictureIds, fromHere, now);
  if (!sent.ok) throw new Error(sent.code);
  return sent.value.tipId;
}
const tipOf = (db: Connection, id: number) => db.select().from(tips).where(eq(tips.id, id)).get();
const everyAuditWord = (db: Connection) => JSON.stringify(db.select().from(auditEntries).all());

test('news lies in the inbox, is no story, and the audit knows neither name nor number', async () => {
  const db = newsroom();
  expect(await sendTip(db, flood, [], fromHere, now)).toEqual(done({ tipId: 1 }));
  expect(tipOf(db, 1)).toMatchObject({ state: 'new', contact: '01711000000', network: 'n1', staffId: null });
  expect(db.select().from(stories).all()).toEqual([]);
  expect(audited(db)).toEqual(['send-tip tip:1']);
  expect(everyAuditWord(db)).not.toMatch(/রহিম|01711000000|কাকডাঙা/);
  expect(announced(db)).toEqual([]);
});

test('sent twice, it is one; the same words a day later are another', async () => {
  const db = newsroom();
  await aTip(db);
  expect(await aTip(db)).toBe(1);
  const later = new Date(now.getTime() + 25 * 3_600_000);
  expect(await sendTip(db, flood, [], fromHere, later)).toEqual(done({ tipId: 2 }));
});

test('whoever fills the trap is told the same, and lies with the discarded', async () => {
  const db = newsroom();
  expect(await sendTip(db, { ...flood, trap: 'x' }, [], fromHere, now)).toEqual(done({ tipId: 1 }));
  expect(tipOf(db, 1)?.state).toBe('discarded');
});

test.each([
  ['no form', { network: 'n1' }],
  ['a form of another house', { network: 'n1', form: { kind: 'wrong' } }],
  ['a form of last week', { network: 'n1', form: { kind: 'old' } }],
] satisfies [string, CommentSignals][])(
  'what comes by %s is asked to be sent once more',
  async (_, signals) => {
    const db = newsroom();
    expect(await sendTip(db, flood, [], signals, now)).toEqual(refused('form-old'));
    expect(audited(db)).toEqual([]);
  },
);

test('a form for messages is none for news', () => {
  expect(readFormToken(formToken(-1, now, 'k'), -2, now, 'k')).toEqual({ kind: 'wrong' });
  expect(readFormToken(formToken(-2, now, 'k'), -2, now, 'k')).toMatchObject({ kind: 'right' });
});

test('a crowd of one network must wait, and others go on; an hour later it is forgotten', async () => {
  const db = newsroom();
  for (let at = 0; at < 40; at += 1) await aTip(db, { words: `খবর ${at}` });
  const next = { ...flood, words: 'আরও একটি' };
  expect(await sendTip(db, next, [], fromHere, now)).toEqual(refused('too-many'));
  expect((await sendTip(db, next, [], { ...fromHere, network: 'n2' }, now)).ok).toBe(true);
  const later = new Date(now.getTime() + 3_600_001);
  expect((await sendTip(db, next, [], fromHere, later)).ok).toBe(true);
});

test('the house too has an end, wherever it comes from', async () => {
  const db = newsroom();
  for (let at = 0; at < 400; at += 1)
    await sendTip(db, { ...flood, words: `খবর ${at}` }, [], { ...fromHere, network: `n${at}` }, now);
  expect(await sendTip(db, flood, [], { ...fromHere, network: 'x' }, now)).toEqual(refused('too-many'));
});

test('who is barred from writing sends nothing', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  db.insert(bans)
    .values({ kind: 'network', value: 'n1', reason: 'x', staffId: chief.id, createdAt: now })
    .run();
  expect(await sendTip(db, flood, [], fromHere, now)).toEqual(refused('banned'));
});

test.each([
  ['০১৭১১-০০০ ০০০', '01711000000'],
  ['+880 1711 000000', '+8801711000000'],
  [' Rahim@Example.com ', 'rahim@example.com'],
  ['', ''],
  ['১২৩', null],
  ['আমার ফোন', null],
  ['rahim@', null],
  ['<script>', null],
])('%j is the contact %j', (typed, contact) => {
  expect(contactIn(typed)).toBe(contact);
});

test.each<[TipKind, Record<string, string>, object]>([
  ['message', {}, { words: 'empty', name: 'empty', contact: 'empty' }],
  ['news', {}, { words: 'empty' }],
  ['news', { words: 'ক', contact: 'x' }, { contact: 'invalid' }],
  ['news', { words: 'ক'.repeat(5001), place: 'খ'.repeat(121) }, { words: 'too-long', place: 'too-long' }],
  ['message', { words: 'ক', name: 'খ'.repeat(81), contact: 'a@b.co' }, { name: 'too-long' }],
  ['message', { words: 'ক', name: 'রহিম', contact: '01711000000' }, {}],
])('a %s of %o lacks %o', (kind, fields, faults) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(readTipDraft(form, kind).faults).toEqual(faults);
});

test('kept pictures are carried by a field that only we can write', () => {
  const field = writeUploadedPictures([7, 9], 'key');
  expect(readUploadedPictures(field, 'key')).toEqual([7, 9]);
  expect(readUploadedPictures(field.replace('9', '8'), 'key')).toEqual([]);
  expect(readUploadedPictures(field, 'other')).toEqual([]);
  expect(readUploadedPictures('7.9', 'key')).toEqual([]);
  expect(readUploadedPictures(writeUploadedPictures([1, 2, 3, 4, 5, 6], 'key'), 'key')).toHaveLength(5);
  expect(writeUploadedPictures([], 'key')).toBe('');
});

test('of one network sixty pictures an hour are unpacked', () => {
  for (let at = 0; at < 60; at += 1) expect(mayUploadPicture('a street', now)).toBe(true);
  expect(mayUploadPicture('a street', now)).toBe(false);
  expect(mayUploadPicture('another', now)).toBe(true);
  expect(mayUploadPicture('', now)).toBe(true);
  expect(mayUploadPicture('a street', new Date(now.getTime() + 3_600_001))).toBe(true);
});

test('the desk reads, takes on, notes and discards; whoever is late is told', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  await aTip(db);
  expect(await changeTip(db, mitu, { tipId: 1, basedOn: 1, state: 'read', assign: 'me' }, now)).toEqual(
    done({ version: 2 }),
  );
  const noted = { tipId: 1, basedOn: 2, note: 'ফোন ধরেন না 01711000000' };
  expect(await changeTip(db, mitu, noted, now)).toEqual(done({ version: 3 }));
  expect(await changeTip(db, mitu, { ...noted, state: 'discarded' }, now)).toEqual(refused('stale'));
  expect(await changeTip(db, mitu, { tipId: 9, basedOn: 1 }, now)).toEqual(refused('not-found'));
  expect(await changeTip(db, mitu, { tipId: 1, basedOn: 3, note: 'ক'.repeat(1001) }, now)).toEqual(
    refused('note-too-long', 'note'),
  );
  expect(tipOf(db, 1)).toMatchObject({ state: 'read', staffId: mitu.id, note: noted.note, version: 3 });
  expect(audited(db)).toEqual(['send-tip tip:1', 'turn-tip tip:1', 'turn-tip tip:1']);
  expect(everyAuditWord(db)).not.toMatch(/01711000000|রহিম/);

  const rafi = aMember(db, 'moderator');
  expect(await changeTip(db, rafi, { tipId: 1, basedOn: 3 }, now)).toEqual(refused('forbidden'));
});

test('a draft is made of it once, with the chosen pictures and nothing of who sent them', {
  timeout: 60_000,
}, async () => {
  const db = newsroom();
  const shelves = { waiting: aStore().store, library: aStore().store };
  const ids: number[] = [];
  for (const above of ['#ff0000', '#00ff00', '#0000ff']) {
    const kept = await saveReaderPicture(db, shelves.waiting, await aJpeg({ above }));
    if (kept.ok) ids.push(kept.value.pictureId);
  }
  await aTip(db, {}, ids);
  const mitu = aMember(db, 'reporter');
  const overrides = {
    ...{ tipId: 1, basedOn: 1, section: 'national', credit: 'পাঠকের পাঠানো' },
    pictureIds: [ids[0] ?? 0, ids[2] ?? 0, 77],
  };
  expect(await makeStoryOfTip(db, shelves, mitu, { ...overrides, section: 'none' }, now)).toEqual(
    refused('no-section', 'section'),
  );
  const made = await makeStoryOfTip(db, shelves, mitu, overrides, now);
  expect(made).toEqual(done({ storyId: 1 }));

  const story = db.select().from(stories).get();
  expect(story).toMatchObject({
    state: 'draft',
    headline: 'কাকডাঙার বাঁধ ভেঙে গেছে',
    pictureId: ids[0],
    pictureCredit: 'পাঠকের পাঠানো',
    createdBy: mitu.id,
  });
  expect(story?.bodyText).toContain('রাত দুইটায় শুরু।');
  expect(JSON.stringify(story)).not.toMatch(/রহিম|01711000000/);
  expect(db.select().from(pictureUses).all()).toEqual([{ pictureId: ids[2], storyId: 1 }]);
  expect(
    db.select({ id: pictures.id, origin: pictures.origin, credit: pictures.credit }).from(pictures).all(),
  ).toEqual([
    { id: ids[0], origin: 'desk', credit: 'পাঠকের পাঠানো' },
    { id: ids[1], origin: 'reader', credit: '' },
    { id: ids[2], origin: 'desk', credit: 'পাঠকের পাঠানো' },
  ]);
  expect(tipOf(db, 1)).toMatchObject({ state: 'used', staffId: mitu.id });
  expect(await storyOfTip(db, 1)).toMatchObject({ id: 1 });
  expect(await makeStoryOfTip(db, shelves, mitu, overrides, now)).toEqual(refused('stale'));
  expect(db.select().from(stories).all()).toHaveLength(1);
});

test('what a reader writes as a tag is shown as it was written', async () => {
  const db = newsroom();
  const shelves = { waiting: aStore().store, library: aStore().store };
  await aTip(db, { words: '<b onclick=x>আগুন</b> ## নয়' });
  const overrides = { tipId: 1, basedOn: 1, section: 'national', credit: '', pictureIds: [] };
  await makeStoryOfTip(db, shelves, aMember(db, 'editor'), overrides, now);
  const story = db.select().from(stories).get();
  expect(story?.bodyHtml).toBe('<p>&lt;b onclick=x&gt;আগুন&lt;/b&gt; ## নয়</p>');
});

test('erased for good: the row, its own pictures and their files, and its bytes are recorded as still to be removed', {
  timeout: 60_000,
}, async () => {
  const db = newsroom();
  const { store: waiting, folder } = aStore();
  const [mine, shared] = [
    await saveReaderPicture(db, waiting, await aJpeg({ above: '#ff0000' })),
    await saveReaderPicture(db, waiting, await aJpeg({ above: '#00ff00' })),
  ];
  const ids = [mine, shared].flatMap((kept) => (kept.ok ? kept.value.pictureId : []));
  await aTip(db, {}, ids);
  await aTip(db, { words: 'আরেকজনের' }, ids.slice(1));

  const editor = aMember(db, 'editor');
  expect(await eraseTip(db, waiting, aMember(db, 'reporter'), { tipId: 1, basedOn: 1 })).toEqual(
    refused('forbidden'),
  );
  expect(await eraseTip(db, waiting, editor, { tipId: 1, basedOn: 8 })).toEqual(refused('stale'));
  expect(await eraseTip(db, waiting, editor, { tipId: 1, basedOn: 1 })).toEqual(done());
  expect(await eraseTip(db, waiting, editor, { tipId: 1, basedOn: 1 })).toEqual(done());

  expect(tipOf(db, 1)).toBeUndefined();
  expect(db.select({ id: pictures.id }).from(pictures).all()).toEqual([{ id: ids[1] }]);
  const left =
    db
      .select()
      .from(pictures)
      .get()
      ?.variants.map(({ file }) => file) ?? [];
  expect(readdirSync(folder).sort()).toEqual([...left].sort());
  expect(db.select({ kind: jobs.kind }).from(jobs).all()).toEqual([{ kind: ERASURE }, { kind: COMPACTION }]);
  expect(audited(db).filter((entry) => entry.startsWith('erase'))).toEqual(['erase-tip tip:1']);
});

test('pictures that no tip holds go after a day, and so do files without a row', {
  timeout: 60_000,
}, async () => {
  const db = newsroom();
  const { store: waiting, folder } = aStore();
  const held = await saveReaderPicture(db, waiting, await aJpeg({ above: '#ff0000' }), now);
  await saveReaderPicture(db, waiting, await aJpeg({ above: '#00ff00' }), now);
  await waiting.put('0123456789abcdef0123-320.jpg', new Uint8Array([1]));
  await aTip(db, {}, held.ok ? [held.value.pictureId] : []);
  for (const file of readdirSync(folder)) utimesSync(join(folder, file), now, now);

  expect(await deleteForgottenReaderPictures(db, folder, new Date(now.getTime() + 3_600_000))).toBe(0);
  expect(await deleteForgottenReaderPictures(db, folder, new Date(now.getTime() + 86_400_001))).toBe(1);
  const left = db.select().from(pictures).all();
  expect(left.map(({ id }) => id)).toEqual([held.ok && held.value.pictureId]);
  expect(readdirSync(folder).sort()).toEqual(
    left.flatMap((row) => row.variants.map(({ file }) => file)).sort(),
  );
  expect(await deleteForgottenReaderPictures(db, join(aFolder(), 'none'), now)).toBe(0);
});
