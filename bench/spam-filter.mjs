/**
 * How the spam filter judges texts by strangers in a newsroom that has decided nothing yet: the project's own texts, those
 * that were kept from the choice of weights, and, with a folder, other people's comments by source.
 *
 *   node bench/spam-filter.mjs [--corpora FOLDER] [--mistakes]
 *
 * Says which share waits for a sum or a moderator (3 points and more), is held (5) and goes to the spam list (9). With
 * `--mistakes` the project's own texts that are judged wrongly, but not the kept ones.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ours } from './support/ours.mjs';

const { values } = parseArgs({ options: { corpora: { type: 'string' }, mistakes: { type: 'boolean' } } });
process.env.SITE_URL ??= 'https://barta.example';
const { untaughtScore, trialTexts } = await ours(
  "export * from './lib/comments/testing/untaught.ts'; export * from './lib/comments/testing/trial-texts.ts';",
);
const hard = JSON.parse(readFileSync('lib/comments/spam/hard-texts.fixture.json', 'utf8'));
const plain = (bodies) => bodies.map((body) => ({ body }));

say('adverts', [...trialTexts('adverts'), ...plain([...hard.spam, ...hard.laterSpam])], (score) => score < 5);
say(
  'readers',
  [...trialTexts('readers'), ...plain([...hard.honest, ...hard.laterHonest])],
  (score) => score >= 3,
);
say('adverts, kept', trialTexts('adverts-kept'));
say('readers, kept', trialTexts('readers-kept'));
if (values.corpora) sayCorpora(values.corpora);

function say(what, texts, isWrong = () => false) {
  const scores = texts.map((text) => ({ text, score: untaughtScore(text) }));
  const share = (from) =>
    `${((100 * scores.filter(({ score }) => score >= from).length) / scores.length).toFixed(2)} %`;
  console.log(
    `${what.padEnd(52)} ${String(texts.length).padStart(5)}  ≥3 ${share(3)}  ≥5 ${share(5)}  ≥9 ${share(9)}`,
  );
  if (values.mistakes)
    for (const { text, score } of scores.filter((one) => isWrong(one.score)))
      console.log(`    ${score} ${text.name ?? ''} ${text.website ?? ''} ${text.body}`);
}

function sayCorpora(folder) {
  const rows = readFileSync(join(folder, 'comments.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const bySource = Map.groupBy(
    rows,
    ({ source, kind, label }) => `${source.slice(0, 32)} ${kind}${label === 'spam' ? ', labelled spam' : ''}`,
  );
  for (const [source, texts] of bySource) say(source, plain(texts.map(({ text }) => text)));
}
