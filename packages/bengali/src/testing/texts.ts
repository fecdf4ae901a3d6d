import fc from 'fast-check';

const AWKWARD = [
  ...'অআইএওকখগঘচজডঢণতদধনপবমযরলশষসহ',
  ...'ািীুূৃেৈোৌ্ঁংঃ়ৗৎ',
  ...'০৯।৷ a1-—“”\n',
  '\u200C',
  '\u200D',
  '\u200B',
  '\uFEFF',
  '\u200F',
  '\u09DC',
  '\u09DF',
  '\u0301',
  '\u0323',
  '\uD800',
  '👩',
  'é',
  'র্য',
];

/** Random Bengali that no keyboard would send, and some that one would. */
export const bengaliText = fc
  .array(fc.constantFrom(...AWKWARD), { maxLength: 24 })
  .map((all) => all.join(''));

/** What costs most per kind of work: marks without end, signs that swap places, joiners, one long word. */
export const worstTexts: Readonly<Record<string, string>> = {
  'marks out of order': '\u0301\u0323',
  'signs that swap': '\u0981\u09BE\u0981\u09C7\u09BE',
  hasantas: 'ক\u09CD',
  'nukta and hasanta': 'ব\u09CD\u09BC',
  joiners: '\u200D\u200C',
  'letter and joiner': 'র\u200C',
  'right-to-left marks': '\u200Fক',
  'single letters': 'ক ',
  stops: 'ড. ',
  words: 'কৃষকদেরকে নদীগুলোতে ',
  'lone surrogates': '\uD800',
};
