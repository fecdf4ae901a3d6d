import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bulkTerms } from './bulk-terms';
import { addedKeysOf, termsOf } from './terms';

const { documents } = JSON.parse(readFileSync('lib/search/golden/search-corpus.golden.json', 'utf8')) as {
  documents: { headline: string; body: string }[];
};

test('terms worked out word by word are those of the text', () => {
  const terms = bulkTerms();
  for (const { headline, body } of documents) {
    // Where a sign alone stands between spaces, there is nothing to index.
    const words = `${headline} — ${body}`.split(/\s+/);
    const whole = termsOf(words.join(' '));
    expect(terms(words)).toEqual({ exact: whole.join(' '), added: addedKeysOf(whole).join(' ') });
  }
});
