import { expect, test } from 'vitest';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { EditedStory, StoryFormProps } from './story-form-props';
import { openText, viewStoryForm } from './story-form-view';

const untouched: StoryFormState = { values: {}, errors: {} };
const story: EditedStory = {
  id: 7,
  displayId: '৭',
  version: 3,
  state: 'draft',
  times: [],
  publicPath: null,
  address: '',
  cover: '',
  retractionNote: '',
  history: [],
};
const props: StoryFormProps = {
  action: async () => untouched,
  stored: { headline: 'সেতু খুলছে', section: 'bangladesh' },
  bodyDocument: { type: 'doc', version: 1, content: [] },
  controls: { text: [], picture: [], source: [], search: [] },
  site: 'barta.example',
  story,
  formKey: 'key-of-page',
  permits: { edits: true, publishes: false, takesBack: false },
  choices: { sections: [], districts: [], pictures: [], mediaMegabytes: 1, media: { audio: [], video: [] } },
  member: 1,
  present: null,
  offers: [],
};
const view = (changes: Partial<StoryFormProps> = {}, answer: Partial<StoryFormState> = {}) =>
  viewStoryForm({ ...props, ...changes }, openText({ ...props, ...changes }), { ...untouched, ...answer });

test('an untouched form shows what is stored and is based on its version', () => {
  const form = view();
  expect(form.value('headline')).toBe('সেতু খুলছে');
  expect(form).toMatchObject({ basedOn: 3, storyId: 7, formKey: 'key-of-page', isNew: false });
});

test('a new story has no version and no number', () => {
  expect(view({ story: null, stored: {} })).toMatchObject({ basedOn: '', storyId: '', isNew: true });
});

test('a refused form shows what was sent, fields that were emptied included', () => {
  const form = view(
    {},
    { values: { headline: '', basedOn: '2', formKey: 'sent-key' }, errors: { headline: 'লিখুন' } },
  );
  expect(form.field('headline')).toEqual({ name: 'headline', value: '', error: 'লিখুন' });
  expect(form.value('section')).toBe('');
  expect(form).toMatchObject({ basedOn: '2', formKey: 'sent-key' });
});

test('after a save or a merge the next save is based on the version of the answer', () => {
  expect(view({}, { values: { headline: 'ক', basedOn: '3' }, basedOn: 4 }).basedOn).toBe(4);
});

test('a page that is rendered again does not change the opened text', () => {
  const opened = openText(props);
  const renderedAgain = { ...props, stored: { headline: 'অন্যের লেখা' }, story: { ...story, version: 9 } };
  const form = viewStoryForm(renderedAgain, opened, untouched);
  expect(form.value('headline')).toBe('সেতু খুলছে');
  expect(form.basedOn).toBe(3);
});

test('the next version of a live story is based on the live text that it began from', () => {
  const next = { version: 2, state: '', basedOn: 5 };
  const published = { ...story, state: 'published' as const };
  expect(view({ next, story: published })).toMatchObject({
    basedOn: 5,
    nextBasedOn: 2,
    showsPresence: false,
  });
  expect(view({ next, story: published }, { nextBasedOn: 3 }).nextBasedOn).toBe(3);
});

test('a field with an error counts as filled, so that its panel opens', () => {
  const form = view({}, { errors: { audio: 'ঠিকানা নয়' } });
  expect(form.hasValueOrError('audio')).toBe(true);
  expect(form.hasValueOrError('headline')).toBe(true);
  expect(form.hasValueOrError('video')).toBe(false);
});

const locked = { edits: false, publishes: false, takesBack: false };
test.each([
  [{}, null],
  [{ permits: locked }, 'not-yours'],
  [{ permits: { ...locked, takesBack: true } }, 'take-back'],
  [{ permits: locked, story: { ...story, state: 'retracted' as const } }, 'retracted'],
  [{ story: { ...story, state: 'retracted' as const } }, 'retracted'],
  [{ permits: locked, story: null }, null],
])('the notice of %j is %s', (changes, notice) => {
  expect(view(changes).standingNotice).toBe(notice);
});

test('presence is shown to those who edit a stored story', () => {
  expect(view().showsPresence).toBe(true);
  expect(view({ story: null }).showsPresence).toBe(false);
  expect(view({ permits: locked }).showsPresence).toBe(false);
});
