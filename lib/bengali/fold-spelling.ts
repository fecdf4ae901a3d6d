const HASANTA = '\u09CD';

/**
 * One spelling for words that are written in several, for search only: ি/ী, ু/ূ, ন/ণ everywhere; ষ as শ, ষ্ট as স্ট and
 * য as জ only inside a word and where no two known words fall together (বিষ and বিশ, যান and জান stay apart).
 */
export function foldSpelling(word: string): string {
  return word
    .replace(/[ীূণ]/g, (letter) => (letter === 'ী' ? 'ি' : letter === 'ূ' ? 'ু' : 'ন'))
    .replace(/ষ(?=\u09CDট)/g, 'স')
    .replace(/[ষয]/g, (letter, at: number) => {
      const next = word.charAt(at + 1);
      // Half of a conjunct, the first letter, or য় with its nukta.
      if (at === 0 || word.charAt(at - 1) === HASANTA || next === HASANTA || next === '\u09BC') return letter;
      if (letter === 'য') return 'জ';
      return at === 2 && word.startsWith('বি') ? letter : 'শ';
    });
}
