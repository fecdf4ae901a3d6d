/** Known-item queries made by rule from headlines: each has one headline that it looks for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './news.mjs';

const FILLERS = ['কবে', 'কত', 'কেন', 'কোথায়', 'কীভাবে', 'আজকের খবর', 'ভিডিও', 'সর্বশেষ', 'ছবি', 'কে'];
const ENDINGS = ['ের', 'ে', 'কে', 'টি', 'ও', 'র', 'তে', 'য়', 'ই', 'রা', 'দের', 'গুলো'];
/** Letters that are confused by ear or on the keyboard. */
const CONFUSED = [
  ...['নণ', 'শষস', 'িী', 'ুূ', 'ড়র', 'জয', 'তট', 'দড', 'কখ', 'গঘ', 'চছ', 'বভ', 'পফ', 'ইঈ', 'উঊ', 'োৌ', 'ংঙ'],
];

export function wordsOf(text) {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? [];
}

function rowsOf(folder, file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

/** The headlines of `news-headlines.jsonl` with 5 to 14 words, each once. */
export function headlinesIn(folder) {
  const seen = new Map();
  for (const line of rowsOf(folder, 'news-headlines.jsonl')) {
    const { headline } = JSON.parse(line);
    const words = wordsOf(headline);
    if (words.length < 5 || words.length > 14 || !/[\u0980-\u09ff]/.test(headline)) continue;
    const key = words.join(' ');
    if (!seen.has(key)) seen.set(key, headline.trim());
  }
  return [...seen.values()];
}

function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** What people wrote instead of a word: misspellings and Latin spellings, by the word. */
export function writtenByPeople(folder) {
  const typos = rowsOf(folder, 'typos.tsv').flatMap((line) => {
    const [wrong, right, , countWrong, countRight] = line.split('\t');
    const isClean = Number(countWrong) === 0 && Number(countRight) >= 3 && !/\s/.test(wrong + right);
    return isClean ? [[right.normalize('NFC'), wrong]] : [];
  });
  const latin = rowsOf(folder, 'translit.tsv').flatMap((line) => {
    const [written, bengali] = line.split('\t');
    return /^[a-z]{3,}$/i.test(written) ? [[bengali.normalize('NFC'), written.toLowerCase()]] : [];
  });
  const names = rowsOf(folder, 'names.tsv').flatMap((line) => {
    const [bengali, written] = line.split('\t');
    const [ours, theirs] = [bengali.normalize('NFC').split(' '), written.split(' ')];
    if (ours.length !== theirs.length || !/^[a-z .]+$/i.test(written)) return [];
    return ours.flatMap((word, i) => (theirs[i].length > 2 ? [[word, theirs[i]]] : []));
  });
  return { typos: grouped(typos), latin: grouped(latin), names: grouped(names) };
}

/** One error of a made-up typist: a letter confused, dropped, doubled or swapped with its neighbour. */
export function withSlip(word, random) {
  const letters = [...word];
  const at = 1 + Math.floor(random() * (letters.length - 1));
  const way = random();
  const confused = letters.flatMap((letter, i) => {
    const set = CONFUSED.find((one) => one.includes(letter));
    return set ? [[i, [...set].filter((other) => other !== letter)]] : [];
  });
  if (way < 0.5 && confused.length > 0) {
    const [i, others] = confused[Math.floor(random() * confused.length)];
    letters[i] = others[Math.floor(random() * others.length)];
  } else if (way < 0.7) letters.splice(at, 1);
  else if (way < 0.85 && at + 1 < letters.length)
    [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  else letters.splice(at, 0, letters[at]);
  return letters.join('');
}

/** `{kind, query, at}` by kind, no more than `most` of each; `at` is the headline's place. */
export function knownItemQueries(headlines, written, most, seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const counts = new Map();
  for (const headline of headlines)
    for (const word of new Set(wordsOf(headline))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const queries = new Map();
  const add = (kind, at, words) => {
    if (!queries.has(kind)) queries.set(kind, []);
    const list = queries.get(kind);
    if (words && list.length < most) list.push({ kind, at, query: words.join(' ') });
  };
  const order = headlines.map((_, at) => at);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  for (const [nth, at] of order.entries()) {
    const all = wordsOf(headlines[at]);
    const rare = [...new Set(all)].filter((w) => w.length > 2).sort((a, b) => counts.get(a) - counts.get(b));
    if (rare.length < 4) continue;
    const three = all.filter((word) => rare.slice(0, 3).includes(word)).slice(0, 3);
    const replaced = (word, by) => three.map((one) => (one === word ? by : one));
    const inTable = (table, words) => words.filter((word) => table.has(word));

    add('three words', at, three);
    add('with a question word', at, [...three, pick(FILLERS)]);
    add('one word of four is not there', at, [
      ...three,
      wordsOf(headlines[order[(nth + 977) % order.length]])[0],
    ]);
    const [mistyped] = inTable(written.typos, three);
    add('a typo of people', at, mistyped && replaced(mistyped, pick(written.typos.get(mistyped))));
    const long = three.filter((word) => [...word].length > 4 && /^[\u0980-\u09ff]+$/.test(word));
    add('a slip', at, long[0] && replaced(long[0], withSlip(long[0], random)));
    add(
      'two slips',
      at,
      long[1] && three.map((w) => (long.slice(0, 2).includes(w) ? withSlip(w, random) : w)),
    );
    add('another form', at, long[0] && replaced(long[0], long[0] + pick(ENDINGS)));
    const latin = inTable(written.latin, all).filter((word) => counts.get(word) < headlines.length / 20);
    const romanised = new Set([...new Set(latin)].sort((a, b) => counts.get(a) - counts.get(b)).slice(0, 3));
    const inLatin = all.filter((word) => romanised.has(word)).slice(0, 3);
    const spelledInLatin = inLatin.map((word) => pick(written.latin.get(word)));
    add('romanised', at, romanised.size > 1 && spelledInLatin);
    const named = inTable(written.names, all).filter((word) => word.length > 3 && counts.get(word) < 100);
    add(
      'names in Latin letters',
      at,
      named.length > 1 && named.slice(0, 3).map((w) => pick(written.names.get(w))),
    );
    add('two words as one', at, all[3] && [all[0] + all[1], all[2], all[3]]);
    add('six words', at, rare.length > 5 && all.filter((word) => rare.slice(0, 6).includes(word)));
  }
  return [...queries.values()].flat();
}
