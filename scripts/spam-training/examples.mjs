import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialTexts } from '../../lib/comments/testing/trial-texts.ts';

/** Sources whose licence permits to give on what is learnt from them (MIT). */
const PERMITTED = ['rezacsedu/', 'sameer-at-git/'];

/** The project's own texts, without those that are kept for measuring. */
export function ownExamples() {
  const hard = JSON.parse(readFileSync('lib/comments/spam/hard-texts.fixture.json', 'utf8'));
  const plain = (bodies) => bodies.map((body) => ({ body }));
  return [
    ...examples([...trialTexts('adverts'), ...plain([...hard.spam, ...hard.laterSpam])], true, 3),
    ...examples([...trialTexts('readers'), ...plain([...hard.honest, ...hard.laterHonest])], false, 3),
  ];
}

/** Rows of other people's comments: abuse of the permitted sources is no advertisement, and messages are labelled. */
export function corpusExamples(folder) {
  return readFileSync(join(folder, 'comments.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ source }) => PERMITTED.some((owner) => source.startsWith(owner)))
    .flatMap(({ text, label, kind }) =>
      // A private message gives numbers that no public comment would.
      kind === 'sms'
        ? examples([{ body: text }], label === 'spam', label === 'spam' ? 0.7 : 0.3)
        : examples([{ body: text }], false, 0.5),
    );
}

function examples(texts, isSpam, weight) {
  return texts.map((text) => ({ text: { name: '', website: '', ...text }, isSpam, weight }));
}
