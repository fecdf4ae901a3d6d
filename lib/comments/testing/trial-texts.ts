import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a comment form would bring. */
export interface TrialText {
  name: string;
  website: string;
  body: string;
}

export type TrialFile = 'adverts' | 'adverts-kept' | 'readers' | 'readers-kept';

/** The texts of a file of `spam-trial`: `name | website | body` a line, or the body alone. Read from the project's root. */
export function trialTexts(file: TrialFile): TrialText[] {
  return readFileSync(join('lib/comments/testing/spam-trial', `${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [first = '', website = '', body] = line.split('|').map((part) => part.trim());
      return body === undefined ? { name: 'রহিম', website: '', body: line } : { name: first, website, body };
    });
}
