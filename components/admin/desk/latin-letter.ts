/**
 * The Latin letter printed on the key, in lower case, whatever the keyboard layout types: with a Bengali layout the J
 * key types ত, and the shortcut is still J. `''` for every other key.
 */
export function latinLetterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}
