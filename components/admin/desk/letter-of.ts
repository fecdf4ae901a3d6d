/**
 * The letter as it is printed on the key, whatever the layout writes: with a Bengali one J gives ত, and who works by keys
 * still presses J. Small; empty for every other key.
 */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}
