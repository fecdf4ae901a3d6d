/** A sentence with its one gap filled. */
export function filled(sentence: string, value: string): string {
  return sentence.replace(/\{\w+\}/, () => value);
}
