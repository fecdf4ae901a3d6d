/** A sentence with its one gap filled. */
export function fillPlaceholder(sentence: string, value: string): string {
  return sentence.replace(/\{\w+\}/, () => value);
}
