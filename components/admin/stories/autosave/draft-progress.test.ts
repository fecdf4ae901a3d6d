import { expect, test } from 'vitest';
import { DraftProgress } from './draft-progress';

function progressAfter(strokes: number): DraftProgress {
  const progress = new DraftProgress();
  for (let stroke = 0; stroke < strokes; stroke += 1) progress.type();
  return progress;
}

test('an untouched form has nothing to save and no draft to name', () => {
  const progress = progressAfter(0);
  expect(progress).toMatchObject({
    isUntouched: true,
    needsStoring: false,
    isConfirmed: true,
    reference: '',
  });
});

test('a stroke is to be stored until the browser or the server has it', () => {
  const progress = progressAfter(2);
  expect(progress.needsStoring).toBe(true);
  progress.store();
  expect(progress).toMatchObject({ needsStoring: false, isConfirmed: false });
  progress.type();
  expect(progress.needsStoring).toBe(true);
  progress.confirm({ tab: progress.tab, stroke: 3 });
  expect(progress).toMatchObject({ needsStoring: false, isConfirmed: true });
});

test('an answer about an earlier stroke takes back no later one', () => {
  const progress = progressAfter(3);
  progress.confirm({ tab: progress.tab, stroke: 3 });
  progress.confirm({ tab: progress.tab, stroke: 2 });
  expect(progress.isConfirmed).toBe(true);
});

test('a text that takes the place of another has a name of its own, and answers about the other do not count', () => {
  const progress = progressAfter(2);
  const before = progress.tab;
  progress.restart();
  expect(progress.tab).not.toBe(before);
  progress.type();
  progress.confirm({ tab: before, stroke: 2 });
  expect(progress.isConfirmed).toBe(false);
  expect(progress.reference).toBe(`${progress.tab}.1`);
});

test('a text that is saved elsewhere from now on is saved once more', () => {
  const progress = progressAfter(1);
  progress.store();
  progress.confirm({ tab: progress.tab, stroke: 1 });
  progress.unsave();
  expect(progress).toMatchObject({ needsStoring: true, isConfirmed: false });
});
