import { expect, test } from 'vitest';
import { reasonOf } from './install.mjs';

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request to … failed',
    'The package registry cannot be reached.',
  ],
  ['npm error code ECONNREFUSED', 'The package registry cannot be reached.'],
  ['npm error code ETIMEDOUT', 'The package registry cannot be reached.'],
  ['npm error code EAI_AGAIN', 'The package registry cannot be reached.'],
  ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device', 'The disk is full.'],
  ['npm error code EACCES', 'This folder is not writable.'],
  ['npm error code EINTEGRITY', 'The packages could not be installed. Output of npm:'],
])('what npm says as %j is told as a sentence', (output, sentence) => {
  expect(reasonOf(output)).toContain(sentence);
});
