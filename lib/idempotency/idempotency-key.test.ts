import { expect, test } from 'vitest';
import { auditEntries, sentForms, storyRemarks } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { remarkOnStory } from '@/lib/stories/workflow/remark-on-story';
import { forgetSentForms } from './idempotency-key';

const now = new Date('2026-11-24T06:00:00Z');
const anHourLater = new Date(now.getTime() + 3_600_000);
const words = 'ছবির অনুমতি নেওয়া হয়েছে?';

function house() {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, {});
  return { db, mitu, remark: { storyId, words, formKey: 'f1' } };
}

test('a form that is sent again an hour later makes nothing more, and is answered as it was', async () => {
  const { db, mitu, remark } = house();
  const first = await remarkOnStory(db, mitu, remark, now);

  expect(await remarkOnStory(db, mitu, remark, anHourLater)).toEqual(first);
  expect(db.select().from(storyRemarks).all()).toHaveLength(1);
  expect(db.select().from(auditEntries).all()).toHaveLength(1);
});

test('other words in it, another form, another member and no key at all are sendings of their own', async () => {
  const { db, mitu, remark } = house();
  await remarkOnStory(db, mitu, remark, now);

  await remarkOnStory(db, mitu, { ...remark, words: `${words} কে নিয়েছেন?` }, now);
  await remarkOnStory(db, mitu, { ...remark, formKey: 'f2' }, now);
  await remarkOnStory(db, aMember(db, 'reporter', 'রাফি'), remark, now);
  for (const _ of ['once', 'again']) await remarkOnStory(db, mitu, { ...remark, formKey: '' }, now);
  expect(db.select().from(storyRemarks).all()).toHaveLength(6);
});

test('what was refused is not remembered: the same words go through once nothing is in their way', async () => {
  const { db, mitu, remark } = house();
  const later = { ...remark, storyId: remark.storyId + 1 };
  expect(await remarkOnStory(db, mitu, later, now)).toEqual(refused('not-found'));

  aStory(db, {});
  expect(await remarkOnStory(db, mitu, later, now)).toEqual(done());
});

test('what was sent two weeks ago is forgotten, what was sent since is not', async () => {
  const { db, mitu, remark } = house();
  const twoWeeksLater = new Date(now.getTime() + 14 * 86_400_000 + 1);
  await remarkOnStory(db, mitu, remark, now);
  await remarkOnStory(db, mitu, { ...remark, formKey: 'f2' }, anHourLater);

  await forgetSentForms(db, twoWeeksLater);
  expect(db.select().from(sentForms).all()).toMatchObject([{ at: anHourLater }]);
});
