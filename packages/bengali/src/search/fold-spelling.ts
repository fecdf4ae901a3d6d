const HASANTA = '\u09CD';

/** Written either way in print, and no two words differ by them alone. */
const ONE_OF_TWO: Readonly<Record<string, string>> = { 'ী': 'ি', 'ূ': 'ু', ঈ: 'ই', ঊ: 'উ', ণ: 'ন', ৎ: 'ত' };

/**
 * One spelling for words that are written in several, for search only: ি/ী, ু/ূ, ন/ণ, ৎ/ত (বিদ্যুৎ, বিদ্যুতের) and ঙ/ং
 * (ব্যাঙ্ক, ব্যাংক) everywhere, ঙ্গ as ঙ before a vowel (বাঙ্গালি, বাঙালি) and এ্যা as অ্যা to begin with; what a reph doubled of old (কার্য্য, সর্ব্ব) once; ষ as শ, ষ্ট as স্ট and য as জ only inside a word and where no two known words fall together
 * (বিষ and বিশ, যান and জান stay apart).
 */
export function foldSpelling(word: string): string {
  const plain = word
    .replace(/(?:ী|ূ|[ঈঊণৎ])/g, (letter) => ONE_OF_TWO[letter] ?? letter)
    .replace(/^এ\u09CDয(?=\u09BE)/, 'অ\u09CDয')
    .replace(/ঙ\u09CDগ(?=[\u09BE-\u09CC])/g, 'ং')
    .replace(/ঙ\u09CD?/g, 'ং')
    .replace(/(র\u09CD)([ক-হ])\u09CD\2/g, '$1$2')
    .replace(/ষ(?=\u09CDট)/g, 'স');
  return plain.replace(/[ষয]/g, (letter, at: number) => {
    const next = plain.charAt(at + 1);
    // Half of a conjunct, the first letter, or য় with its nukta.
    if (at === 0 || plain.charAt(at - 1) === HASANTA || next === HASANTA || next === '\u09BC') return letter;
    if (letter === 'য') return 'জ';
    return at === 2 && plain.startsWith('বি') ? letter : 'শ';
  });
}
