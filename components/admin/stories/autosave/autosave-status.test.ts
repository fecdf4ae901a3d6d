import { expect, test } from 'vitest';
import { type AutosaveEvent, autosaveReducer, noAutosave, stepsAfterAnswer } from './autosave-status';

const answer = { values: {}, errors: {} };
const after = (...events: AutosaveEvent[]) => events.reduce(autosaveReducer, noAutosave);

test.each([
  ['an unanswered save', { ...answer, isUnanswered: true }, ['send-again']],
  ['a refusal', { ...answer, notice: { kind: 'refused' as const, text: '' } }, ['confirm-answer']],
  ['a save', { ...answer, isSaved: true }, ['confirm-answer', 'refresh-page']],
  [
    'a draft that was taken',
    { ...answer, taken: 'tab.3', notice: { kind: 'done' as const, text: '' } },
    ['set-aside-typing', 'confirm-answer', 'fill-in-answer', 'fetch-drafts'],
  ],
  [
    'a draft that was not put in, because something was typed meanwhile',
    { ...answer, keepsInput: true },
    ['confirm-answer', 'fetch-drafts'],
  ],
  [
    'a new story',
    { ...answer, created: { storyId: 7, version: 1 } },
    ['confirm-answer', 'go-to-created-story'],
  ],
])('after %s', (_, given, steps) => {
  expect(stepsAfterAnswer(given)).toEqual(steps);
});

test('an unanswered save is sent again and nothing else is done, whatever it holds', () => {
  expect(stepsAfterAnswer({ ...answer, isUnanswered: true, taken: 'tab.1', isSaved: true })).toEqual([
    'send-again',
  ]);
});

test('fetched drafts are shown until the page is rendered again with newer ones', () => {
  const fetched = after({ type: 'tab-named', tab: 'a' }, { type: 'drafts-fetched', drafts: [] });
  expect(fetched).toEqual({ tab: 'a', saveState: null, fetchedDrafts: [] });
  expect(autosaveReducer(fetched, { type: 'page-rendered' })).toEqual({ ...fetched, fetchedDrafts: null });
});

test('a page that is rendered without drafts fetched meanwhile changes nothing', () => {
  expect(autosaveReducer(noAutosave, { type: 'page-rendered' })).toBe(noAutosave);
});
