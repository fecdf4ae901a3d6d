import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bylines, districts, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { readPlace } from '@/lib/places/reading';
import { readSection, readStory } from '../for-readers/reading';
import { storyInput } from '../testing/story-input';
import { createStory } from '../workflow/create-story';
import { editStory } from '../workflow/edit-story';
import { publishStory } from '../workflow/publication/publish-story';
import { retractStory } from '../workflow/publication/retract-story';

function house() {
  const db = newsroom();
  db.insert(districts)
    .values([
      { code: 'dhaka-division', level: 'division', name: 'ঢাকা' },
      { code: 'dhaka', parentCode: 'dhaka-division', level: 'district', name: 'ঢাকা' },
      { code: 'gazipur', parentCode: 'dhaka-division', level: 'district', name: 'গাজীপুর' },
    ])
    .run();
  return { db, mitu: aMember(db, 'editor') };
}

async function published(overrides: Parameters<typeof storyInput>[0]) {
  const { db, mitu } = house();
  const made = await createStory(db, mitu, storyInput(overrides));
  if (!made.ok) throw new Error(`${made.code} ${made.field}`);
  const { storyId } = made.value;
  const went = await publishStory(db, mitu, { storyId, basedOn: 1 });
  if (!went.ok) throw new Error(went.code);
  const ids = async (listed: Promise<{ stories: { id: number }[] } | null>) =>
    (await listed)?.stories.map(({ id }) => id);
  return { db, mitu, storyId, ids };
}

test('a story stands in its home, in the other sections named, and nowhere twice', async () => {
  const { db, mitu, storyId, ids } = await published({ sections: ['খেলা', 'জাতীয়'] });

  expect(await ids(readSection('national', undefined, db))).toEqual([storyId]);
  expect(await ids(readSection('sports', undefined, db))).toEqual([storyId]);
  expect(await ids(readSection('international', undefined, db))).toEqual([]);
  expect(announced(db).at(-1)).toEqual(expect.arrayContaining(['section:national', 'section:sports']));

  await editStory(db, mitu, { ...storyInput({ sections: ['আন্তর্জাতিক'] }), storyId, basedOn: 2 });
  expect(announced(db).at(-1)).toEqual(expect.arrayContaining(['section:sports', 'section:international']));
  expect(await ids(readSection('sports', undefined, db))).toEqual([]);
  expect(await ids(readSection('international', undefined, db))).toEqual([storyId]);

  await retractStory(db, mitu, { storyId, basedOn: 3, note: 'ভুল।' });
  expect(await ids(readSection('international', undefined, db))).toEqual([]);
});

test('a section’s pages go on where the last one ended, with the stories of other homes among its own', async () => {
  const { db, mitu } = house();
  for (let n = 0; n < 25; n += 1)
    aStory(db, { section: 'sports', publishedAt: new Date(Date.UTC(2026, 0, 1, n)) });
  const made = await createStory(db, mitu, storyInput({ sections: ['খেলা'] }));
  if (!made.ok) throw new Error(made.code);
  await publishStory(
    db,
    mitu,
    { storyId: made.value.storyId, basedOn: 1 },
    new Date(Date.UTC(2026, 0, 1, 10, 30)),
  );

  const first = await readSection('sports', undefined, db);
  expect(first?.stories.map(({ id }) => id)[14]).toBe(made.value.storyId);
  expect(first?.stories).toHaveLength(20);
});

test('a story of several districts stands in each, and names them in order', async () => {
  const { db, storyId, ids } = await published({ district: 'dhaka', districts: ['গাজীপুর', 'ঢাকা'] });

  expect(await ids(readPlace('dhaka', undefined, db))).toEqual([storyId]);
  expect(await ids(readPlace('gazipur', undefined, db))).toEqual([storyId]);
  expect(await ids(readPlace('dhaka-division', undefined, db))).toEqual([storyId]);
  expect((await readStory(storyId, db))?.districts.map(({ code }) => code)).toEqual(['dhaka', 'gazipur']);
  expect(announced(db).at(-1)).toEqual(expect.arrayContaining(['district:dhaka', 'district:gazipur']));
});

test.each([
  [{ sections: ['নেই'] }, 'unknown', 'sections'],
  [{ districts: ['নেই'] }, 'unknown', 'districts'],
  [{ audio: 'javascript:alert(1)' }, 'no-address', 'audio'],
  [{ video: 'example.com/a b' }, 'no-address', 'video'],
  [{ canonicalSource: 'mailto:a@b.c' }, 'no-address', 'canonicalSource'],
  [{ audio: '/media/gaan.mp4' }, 'wrong-kind', 'audio'],
  [{ video: '/media/chobi.jpg' }, 'wrong-kind', 'video'],
  [{ video: '/media/../x.mp4' }, 'wrong-kind', 'video'],
  [{ audioSeconds: 'no-duration' as const }, 'no-duration', 'audioSeconds'],
  [{ videoSeconds: 'no-duration' as const }, 'no-duration', 'videoSeconds'],
  [{ shortHeadline: 'ক'.repeat(81) }, 'too-long', 'shortHeadline'],
  [{ seoTitle: 'ক'.repeat(121) }, 'too-long', 'seoTitle'],
  [{ commentsUntil: 'no-time' as const }, 'missing', 'commentsUntil'],
  [{ sections: 'abcdefg'.split('') }, 'too-many', 'sections'],
])('%j is refused at its field', async (overrides, code, field) => {
  const { db, mitu } = house();
  expect(await createStory(db, mitu, storyInput(overrides))).toEqual({ ok: false, code, field });
  expect(db.select().from(stories).all()).toEqual([]);
});

test('every field is stored, and the same form sent again is one save', async () => {
  const { db, mitu } = house();
  const fields = storyInput({
    shortHeadline: 'ছোট',
    form: 'explainer',
    sections: ['খেলা'],
    districts: ['গাজীপুর'],
    audio: '/media/gaan.mp3',
    video: 'https://youtu.be/x',
    audioSeconds: 205,
    videoSeconds: 61,
    canonicalSource: 'https://example.com/asol',
    seoTitle: 'খোঁজে',
    seoDescription: 'বিবরণ',
    commentsUntil: new Date('2026-12-01T06:00:00Z'),
  });
  const made = await createStory(db, mitu, fields);
  if (!made.ok) throw new Error(made.code);
  const { storyId } = made.value;

  expect(db.select().from(stories).where(eq(stories.id, storyId)).get()).toMatchObject({
    shortHeadline: 'ছোট',
    form: 'explainer',
    audio: '/media/gaan.mp3',
    audioSeconds: 205,
    videoSeconds: 61,
    seoTitle: 'খোঁজে',
    comments: 'open',
    commentsUntil: new Date('2026-12-01T06:00:00Z'),
  });
  expect(await editStory(db, mitu, { ...fields, storyId, basedOn: 1 })).toEqual({
    ok: true,
    value: { version: 1 },
  });
});

test('a new line is a person’s, a desk’s or an agency’s by what it says', async () => {
  const { db, mitu } = house();
  await createStory(db, mitu, storyInput({ bylines: ['রহিমা খাতুন', 'নিজস্ব প্রতিবেদক', 'রয়টার্স'] }));
  expect(
    db
      .select({ kind: bylines.kind })
      .from(bylines)
      .all()
      .map(({ kind }) => kind),
  ).toEqual(['person', 'desk', 'agency']);
});
