import { expect, test } from 'vitest';
import type { StoryStateName } from '../story-state';
import { canBeRetracted, scheduleAction, storyActions } from './story-actions';
import type { EditedStory, StoryFormProps } from './story-form-props';

type Permits = StoryFormProps['permits'];
const reporter: Permits = { edits: true, publishes: false, takesBack: false };
const editor: Permits = { edits: true, publishes: true, takesBack: false };

function context(state: StoryStateName | 'new', permits: Permits, more: Partial<StoryFormProps> = {}) {
  const publicPath = state === 'published' || state === 'retracted' ? '/bangladesh/7' : null;
  const story: EditedStory | null =
    state === 'new'
      ? null
      : {
          ...{ id: 7, displayId: '৭', version: 1, state, times: [], publicPath },
          ...{ address: '', cover: '', retractionNote: '', history: [] },
        };
  const { next = null, placing = null } = more;
  return { story, permits, next, placing, storyId: story?.id ?? '' };
}

const actionNames = (...args: Parameters<typeof context>) =>
  storyActions(context(...args)).map((action) => ('submits' in action ? action.submits : action.href));

const placing = { isPinned: false };
test.each<[StoryStateName | 'new', Permits, string[]]>([
  ['new', reporter, ['save']],
  ['draft', reporter, ['save', 'file']],
  ['filed', { ...reporter, edits: false }, []],
  ['draft', editor, ['save', 'publish', 'publish-lead']],
  ['filed', editor, ['save', '#send-back-words', 'publish', 'publish-lead']],
  ['scheduled', editor, ['save', 'return', 'publish', 'publish-lead']],
  ['published', editor, ['save', '/bangladesh/7', 'lead']],
  ['retracted', { ...editor, edits: false }, ['/bangladesh/7']],
])('a %s story offers %j: %j', (state, permits, names) => {
  expect(actionNames(state, permits, { placing: permits.publishes ? placing : null })).toEqual(names);
});

test('saving is the first action, and its words say what it does to readers', () => {
  const first = (state: StoryStateName | 'new') => storyActions(context(state, editor))[0]?.label;
  expect([first('new'), first('draft'), first('published')]).toEqual([
    'editor.saveDraft',
    'storyDesk.save',
    'editor.update',
  ]);
});

test('a new story that was refused by its form has a number already, and is saved as a stored one', () => {
  const refused = { ...context('new', reporter), storyId: '12' };
  expect(storyActions(refused)[0]?.label).toBe('storyDesk.save');
});

test('only those who arrange fronts place a story there, and a placed one can be taken off', () => {
  expect(actionNames('draft', editor)).toEqual(['save', 'publish']);
  expect(actionNames('published', editor, { placing: { isPinned: true } })).toContain('off-front');
});

test('a next version has actions of its own; it can be dropped once it is saved', () => {
  const next = { version: 0, state: '', basedOn: 1 };
  expect(actionNames('published', editor, { next })).toEqual(['next-save', 'next-apply']);
  expect(actionNames('published', reporter, { next: { ...next, version: 2 } })).toEqual([
    'next-save',
    'next-file',
    'next-drop',
  ]);
});

test('what is not published yet can be scheduled, and a next version of what is', () => {
  const next = { version: 0, state: '', basedOn: 1 };
  expect(scheduleAction(context('draft', editor))?.submits).toBe('schedule');
  expect(scheduleAction(context('published', editor, { next }))?.submits).toBe('next-schedule');
  expect(scheduleAction(context('published', editor))).toBeNull();
  expect(scheduleAction(context('draft', reporter))).toBeNull();
  expect(scheduleAction(context('new', editor))).toBeNull();
});

test('a published story can be retracted by those who publish, outside of its next version', () => {
  const next = { version: 0, state: '', basedOn: 1 };
  expect(canBeRetracted(context('published', editor))).toBe(true);
  expect(canBeRetracted(context('published', reporter))).toBe(false);
  expect(canBeRetracted(context('published', editor, { next }))).toBe(false);
  expect(canBeRetracted(context('draft', editor))).toBe(false);
});
