import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { askWords, ownCommentWords, ownPageWords } from '@/components/reader/account/picked-words';
import { labelKeys, labelsIn, wordsIn } from '@/lib/site/labels';
import {
  frameLabels,
  livePostLabels,
  mediaLibraryLabels,
  pictureLabels,
  storyFormLabels,
  tipLabels,
} from './client-labels';

/** A form of the desk and every file of ours that it imports, type imports excepted. */
function filesOf(entry: string, met = new Set<string>()): Set<string> {
  if (met.has(entry) || entry.startsWith('lib/site/labels')) return met;
  met.add(entry);
  const source = readFileSync(entry, 'utf8');
  const named = [
    ...source.matchAll(/import\s+(?!type\b)[^;]*?from\s+'([^']+)'/g),
    ...source.matchAll(/import\('([^']+)'\)/g),
  ];
  for (const [, name = ''] of named) {
    const path = name.startsWith('@/')
      ? name.slice(2)
      : name.startsWith('.')
        ? normalize(join(dirname(entry), name))
        : '';
    const file = ['.ts', '.tsx'].map((end) => path + end).find((each) => path !== '' && existsSync(each));
    if (file) filesOf(file, met);
  }
  return met;
}

/** The labels that these files use: whole keys, and all keys with the prefix of a template string. */
function labelsNamed(files: Iterable<string>): string[] {
  const known: ReadonlySet<string> = new Set(labelKeys);
  const found = new Set<string>();
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const [, key = ''] of source.matchAll(/['"]([\w-]+\.[\w.-]+)['"]/g))
      if (known.has(key)) found.add(key);
    for (const [, begin = ''] of source.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g))
      for (const key of labelKeys) if (key.startsWith(begin)) found.add(key);
  }
  return [...found].sort();
}

test.each([
  ['components/admin/stories/story-form.client.tsx', storyFormLabels],
  ['components/admin/pictures/picture-upload.client.tsx', pictureLabels],
  ['components/admin/pictures/picture-form.client.tsx', pictureLabels],
  ['components/admin/pictures/picture-replace.client.tsx', pictureLabels],
  ['components/admin/media/media-add.client.tsx', mediaLibraryLabels],
  ['components/admin/tips/tip-desk.client.tsx', tipLabels],
  ['components/admin/live/live-post-form.client.tsx', livePostLabels],
  ['components/reader/account/ask-form.client.tsx', askWords],
  ['components/reader/account/own-page.client.tsx', ownPageWords],
  ['components/reader/discussion/own-comment.client.tsx', ownCommentWords],
] as const)('every label that %s names is provided to it', (entry, words) => {
  const picked = wordsIn('bn', labelsIn('bn'), [...frameLabels, ...words]).of;
  const needed = labelsNamed(filesOf(entry));
  expect(needed).not.toEqual([]);
  expect(needed.filter((key) => !(key in picked))).toEqual([]);
});

test('the browser is not sent the whole catalogue', () => {
  const whole = JSON.stringify(Object.fromEntries(labelKeys.map((key) => [key, labelsIn('bn')(key)])));
  for (const words of [
    storyFormLabels,
    pictureLabels,
    tipLabels,
    livePostLabels,
    mediaLibraryLabels,
    tipLabels,
    askWords,
    ownPageWords,
    ownCommentWords,
  ])
    expect(JSON.stringify(wordsIn('bn', labelsIn('bn'), words)).length).toBeLessThan(whole.length / 3);
  const files = [
    'admin/stories/story-form',
    'admin/pictures/picture-upload',
    'admin/pictures/picture-form',
    'admin/pictures/picture-replace',
    'admin/media/media-add',
    'admin/tips/tip-desk',
    'admin/live/live-post-form',
    'reader/account/ask-form',
    'reader/account/own-page',
    'reader/account/one-button',
    'reader/discussion/own-comment',
  ];
  for (const file of files) {
    for (const each of filesOf(`components/${file}.client.tsx`))
      expect([
        each,
        /import\s+\{[^}]*\blabelsIn\b[^}]*\}\s+from '@\/lib\/site\/labels'/.test(readFileSync(each, 'utf8')),
      ]).toEqual([each, false]);
  }
});
