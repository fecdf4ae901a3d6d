import type { GrammaticalCase } from './grammatical-case.ts';

/** Nominative, genitive, locative, objective and plural: they follow no rule. */
const PRONOUNS = `আমি আমার আমাতে আমাকে আমরা
তুমি তোমার তোমাতে তোমাকে তোমরা
তুই তোর তোতে তোকে তোরা
আপনি আপনার আপনাতে আপনাকে আপনারা
সে তার তাতে তাকে তারা
তিনি তাঁর তাঁতে তাঁকে তাঁরা
ইনি এঁর এঁতে এঁকে এঁরা
উনি ওঁর ওঁতে ওঁকে ওঁরা
যে যার যাতে যাকে যারা
যিনি যাঁর যাঁতে যাঁকে যাঁরা
কে কার কাতে কাকে কারা`;

const forms = new Map(
  PRONOUNS.split('\n').map((line) => {
    const [nominative = '', genitive = '', locative = '', objective = '', plural = ''] = line.split(' ');
    return [nominative, { genitive, locative, objective, plural }];
  }),
);

/** The form of a personal or relative pronoun, or null for any other word. */
export function inflectPronoun(word: string, grammaticalCase: GrammaticalCase): string | null {
  return forms.get(word)?.[grammaticalCase] ?? null;
}
