import { foldWord } from './fold-abuse-text';

const set = (words: string) => new Set(words.split(' ').map(foldWord));

/** Who objects to a word says so: these stand beside what is quoted. */
const OBJECTION = set(
  'গালি গালিগালাজ গালাগালি গালাগাল শব্দ শব্দটা শব্দটি শব্দের কথাটা ডাকা ডাকে ডাকত ডাকতে ডাকেন ডাকলে সম্বোধন ভাষা ভাষায় আপত্তিকর আপত্তি অশোভন অশালীন শোভন শালীন ' +
    'অন্যায় অপরাধ নিন্দা নিন্দনীয় ক্ষমা প্রতিবাদ বিদ্বেষ ঘৃণাবাচক বর্ণবাদী বর্ণবাদ সাম্প্রদায়িক মুছে মুছুন রিপোর্ট মডারেটর মন্তব্য কমেন্ট লিখেছেন লিখেছে লেখেন বলেছেন বলছেন উচিত ' +
    'gali galagali bhasha vasha shobdo sobdo comment report bolechen likhechen',
);
/** Right behind a word: it is named, not used. */
const NAMING = set(
  'বলে বলা বললে বলেন বলছে বলেছে বলেছেন বলেছিল বলবেন বলতে ডাকা ডাকে ডাকেন ডাকলে ডাকত লিখে লিখলে লেখা লেখেন শব্দ শব্দটা শব্দটি গালি নামে bole bola likhe daka',
);
const QUOTED = /[‘'“"«]\s*([^‘’'“”"«»]{2,40})\s*[’'”"»]/gu;

/** Whether listed words at these places are spoken of rather than used, by somebody who objects. */
export function isQuoting(
  text: string,
  tokens: readonly string[],
  places: readonly { at: number; size: number }[],
): boolean {
  const objections = tokens.filter((token) => OBJECTION.has(token)).length;
  if (objections === 0) return false;
  const quoted = [...text.slice(0, 3_000).matchAll(QUOTED)].map(
    ([, words = '']) => words.split(/\s+/).length,
  );
  const isNamed = ({ at, size }: { at: number; size: number }) =>
    tokens.slice(at + size, at + size + 2).some((token) => NAMING.has(token));
  const named = places.filter(isNamed).length;
  return named + quoted.length >= places.length;
}
