import { type GrammaticalCase, grammaticalCases } from '@barta/bengali/inflection/grammatical-case';
import { inflect } from '@barta/bengali/inflection/inflect';
import { formatNumber } from '@barta/bengali/numbers';

/**
 * A label with its holes filled. A number is written in the language's digits and groups: ৫,০০০, ১,২৩,৪৫৬. A year or
 * the number of a thing is a text. `{name:genitive}` inflects what is filled in, in Bengali only.
 */
export function fillLabel(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  set: 'bn' | 'en',
): string {
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (placeholder, name: string, caseName?: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    if (set === 'en') return typeof value === 'string' ? value : value.toLocaleString('en');
    const text = typeof value === 'string' ? value : formatNumber(value);
    return isGrammaticalCase(caseName) ? inflect(text, caseName) : text;
  });
}

export function isGrammaticalCase(name: string | undefined): name is GrammaticalCase {
  return grammaticalCases.some((each) => each === name);
}
