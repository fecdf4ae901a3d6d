import { readFileSync } from 'node:fs';

/** Generated Bengali that counts like print: Zipf over a vocabulary whose head are the words of the search corpus. */

/** Mulberry32: the same stories in each run. Numbers from 0 up to 1. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ENDINGS = ['', '', '', '', 'র', 'ের', 'ে', 'কে', 'তে', 'টি', 'গুলো', 'দের', 'ও'];
/** Words of grammar and the like, which take no ending. */
const BARE = 100;
let known;

/** All words, the commonest first: those of the corpus, then made ones. */
export function vocabulary() {
  if (known) return known;
  const { documents } = JSON.parse(readFileSync('lib/search/golden/search-corpus.golden.json', 'utf8'));
  const counts = new Map();
  for (const { headline, standfirst, body } of documents) {
    for (const word of `${headline} ${standfirst} ${body}`.match(/[\p{L}\p{M}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const random = randomFrom(3);
  const one = (letters) => letters[Math.floor(random() * letters.length)];
  const real = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const made = Array.from({ length: 40_000 }, () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => one([...'কখগঘচছজঝটঠডঢতথদধনপফবভমরলশসহ']) + one(['', '', ...'ািীুূেো']),
    ).join(''),
  );
  known = [...new Set([...real, ...made])];
  return known;
}

export function listOfWords(many, random) {
  const all = vocabulary();
  const most = Math.log(all.length);
  const list = new Array(many);
  for (let i = 0; i < many; i++) {
    // The rank is exponential in a uniform draw.
    const rank = Math.max(0, Math.floor(Math.exp(most * random())) - 1);
    list[i] = rank > BARE ? all[rank] + ENDINGS[Math.floor(random() * ENDINGS.length)] : all[rank];
  }
  return list;
}

export function words(many, random) {
  return listOfWords(many, random).join(' ');
}

/** A story as lists of words; a paragraph has some 40 and, as UTF-8, 0.7 kB. */
export function storyLikeNews(random, paragraphs) {
  return {
    headline: listOfWords(6 + Math.floor(random() * 4), random),
    standfirst: listOfWords(10 + Math.floor(random() * 8), random),
    paragraphs: Array.from({ length: paragraphs }, () => listOfWords(25 + Math.floor(random() * 30), random)),
  };
}
