import { readFileSync } from 'node:fs';

/** The texts of `bench/data/spam-trial`: `name | website | body` a line, or the body alone. */
export function trialTexts(file) {
  return readFileSync(new URL(`../data/spam-trial/${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(trialText);
}

function trialText(line) {
  const parts = line.split(' | ').map((part) => part.replace(/\s*\|$/, '').trim());
  const joined = line.replace(/ \|$/, ' | ').split('|').map((part) => part.trim());
  if (joined.length >= 3) return { name: joined[0], website: joined[1], body: joined.slice(2).join('|') || joined[0] };
  return { body: parts.join(' ') };
}
