import { formatNumber } from '@barta/bengali/numbers';

/**
 * A label with its holes filled. A number is written in the language's digits and groups: ৫,০০০, ১,২৩,৪৫৬. A year or
 * the number of a thing is a text.
 */
export function fillLabel(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  set: 'bn' | 'en',
): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    if (typeof value === 'string') return value;
    return set === 'bn' ? formatNumber(value) : value.toLocaleString('en');
  });
}
