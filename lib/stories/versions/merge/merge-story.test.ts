import { expect, test } from 'vitest';
import type { Block } from '@/lib/stories/body/blocks';
import { aDocument } from '@/lib/stories/body/testing/documents';
import { tidyFields } from '@/lib/stories/fields/check-fields';
import { type StoryInput, storyInput } from '@/lib/stories/testing/story-input';
import { mergeStory } from './merge-story';

const stored: StoryInput = {
  headline: 'ফেরি বন্ধ',
  body: 'প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।',
  topics: ['ফেরি', 'কুয়াশা'],
  pictureId: 1,
  pictureAlt: 'ঘাট',
  pictureCredit: 'মিতু',
};
const base = storyInput(stored);
const changed = (input: StoryInput) => storyInput({ ...stored, ...input });

test('what only one of the two has changed stands, field by field and paragraph by paragraph', () => {
  const mine = changed({ headline: 'ফেরি চালু', body: 'প্রথম, আমার।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
  const theirs = changed({ kicker: 'ঘাট', body: 'প্রথম।\n\nদ্বিতীয়, তাঁর।\n\nতৃতীয়।\n\nচতুর্থ।' });

  const merge = mergeStory(base, mine, theirs);

  expect(merge.unsettled).toEqual([]);
  expect(merge.fields).toEqual(
    changed({
      headline: 'ফেরি চালু',
      kicker: 'ঘাট',
      body: 'প্রথম, আমার।\n\nদ্বিতীয়, তাঁর।\n\nতৃতীয়।\n\nচতুর্থ।',
    }),
  );
  expect(merge.differing.map(({ field }) => field)).toEqual(['kicker', 'headline', 'body']);
});

test('what both have changed waits for a choice, and is then as chosen', () => {
  const mine = changed({ headline: 'আমার', body: 'আমার প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
  const theirs = changed({ headline: 'তাঁর', body: 'তাঁর প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
  const merge = mergeStory(base, mine, theirs);
  expect(merge.unsettled).toHaveLength(2);
  const [headline, paragraph] = merge.unsettled;

  const settled = mergeStory(base, mine, theirs, (key) =>
    key === headline ? 'theirs' : key === paragraph ? 'both' : undefined,
  );

  expect(settled.unsettled).toEqual([]);
  expect(settled.fields).toEqual(
    changed({ headline: 'তাঁর', body: 'তাঁর প্রথম।\n\nআমার প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' }),
  );
});

test('two headlines cannot both stand', () => {
  const merge = mergeStory(base, changed({ headline: 'আমার' }), changed({ headline: 'তাঁর' }), () => 'both');
  expect(merge.unsettled).toHaveLength(1);
});

test('a choice is for the conflict that was seen, not for what has become of it since', () => {
  const mine = changed({ headline: 'আমার' });
  const [seen] = mergeStory(base, mine, changed({ headline: 'তাঁর' })).unsettled;
  const later = mergeStory(base, mine, changed({ headline: 'তাঁর, আবার' }), (key) =>
    key === seen ? 'mine' : undefined,
  );
  expect(later.unsettled).toHaveLength(1);
});

test('topics that either has added are there, those that either has taken away are not', () => {
  const merge = mergeStory(
    base,
    changed({ topics: ['ফেরি', 'নদী'] }),
    changed({ topics: ['ঘাট', 'ফেরি', 'কুয়াশা'] }),
  );
  expect(merge.fields.topics).toEqual(['ঘাট', 'ফেরি', 'নদী']);
  expect(merge.unsettled).toEqual([]);
});

test('a picture is merged with its words, and never stands under another’s', () => {
  const mine = changed({ pictureId: 2, pictureAlt: 'সেতু', pictureCredit: 'রহিম' });
  const alone = mergeStory(base, mine, changed({ headline: 'তাঁর' }));
  expect(alone.fields).toEqual({ ...mine, headline: 'তাঁর' });

  const theirs = changed({ pictureAlt: 'ভোরের ঘাট' });
  const merge = mergeStory(base, mine, theirs);
  expect(merge.unsettled).toHaveLength(1);
  expect(mergeStory(base, mine, theirs, () => 'theirs').fields).toEqual(theirs);
  expect(mergeStory(base, mine, theirs, () => 'mine').fields).toEqual(mine);
});

test('without a base nothing is guessed: whatever differs is to be chosen', () => {
  const merge = mergeStory(null, changed({ headline: 'আমার' }), changed({ kicker: 'তাঁর' }));
  expect(merge.unsettled).toHaveLength(2);
  expect(merge.fields).toEqual(changed({ headline: 'আমার' }));
});

test('one who has changed nothing takes what is saved', () => {
  const theirs = changed({ headline: 'তাঁর', body: 'নতুন।' });
  expect(mergeStory(base, base, theirs).fields).toEqual(theirs);
});

test('documents are merged by their blocks, with one that was typed without script too', () => {
  const block = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const rule: Block = { type: 'horizontalRule' };
  const doc = (...content: Block[]) => tidyFields(changed({ body: aDocument(...content) }));
  const was = doc(block('প্রথম।'), rule, block('দ্বিতীয়।'));
  const theirs = doc(block('প্রথম, তাঁর।'), rule, block('দ্বিতীয়।'));

  const merge = mergeStory(was, doc(block('প্রথম।'), rule, block('দ্বিতীয়, আমার।')), theirs);
  expect(merge.unsettled).toEqual([]);
  expect(merge.fields).toEqual(doc(block('প্রথম, তাঁর।'), rule, block('দ্বিতীয়, আমার।')));

  const mine = changed({ body: 'প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
  const plain = mergeStory(
    changed({ body: 'প্রথম।\n\nদ্বিতীয়।' }),
    mine,
    doc(block('প্রথম।'), block('দ্বিতীয়, তাঁর।')),
  );
  expect(plain.fields.body).toEqual(doc(block('প্রথম।'), block('দ্বিতীয়, তাঁর।'), block('তৃতীয়।')).body);
});
