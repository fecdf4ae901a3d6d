import { Parser } from 'htmlparser2';

const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
]);
const BREAKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'blockquote', 'tr', 'h1', 'h2', 'h3', 'h4']);

/** The text of HTML with entities decoded: one line per paragraph or break. */
export function plainTextOf(html: string): string {
  if (!/[<&]/.test(html)) return repairControlCharacters(html);
  const words: string[] = [];
  let unseen = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === 'br' || BREAKS.has(name)) words.push('\n');
    },
    ontext(text) {
      if (unseen === 0) words.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1;
      if (BREAKS.has(name)) words.push('\n');
    },
  });
  parser.end(html);
  return repairControlCharacters(words.join(''));
}

/**
 * If somebody entered an address as their name, only the part before the @ is kept as the name, because the rest is
 * private.
 */
export const withoutAddress = (name: string) => name.replace(/^([^\s@]+)@[^\s@]+\.[^\s@]+$/, '$1');

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Control characters that once were the quotation marks of Windows-1252, and those that XML forbids. */
export function repairControlCharacters(text: string): string {
  return (
    text
      .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
  );
}
