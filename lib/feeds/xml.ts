/**
 * Control characters: those that XML 1.0 cannot represent, and those above ASCII, which the W3C validator takes for
 * another encoding. Lone surrogates and the two noncharacters.
 */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text escaped for content or a quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * A plain text element in RSS. Programs disagree on whether titles may contain HTML; this form is displayed correctly
 * by most (RSS Advisory Board profile, "Character Data").
 */
export function plainElement(name: string, text: string): string {
  return element(name, [
    xmlText(text).replace(/&(amp|lt|gt);/g, (_, sign: string) => hexadecimal[sign] ?? _),
  ]);
}

const hexadecimal: Readonly<Record<string, string>> = { amp: '&#x26;', lt: '&#x3C;', gt: '&#x3E;' };

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Its content is text, which is escaped, or an array of finished elements. */
export function element(
  name: string,
  content: string | readonly string[],
  attributes: Attributes = {},
): string {
  const inside = typeof content === 'string' ? xmlText(content) : content.join('');
  const attributeText = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  return inside === '' ? `<${name}${attributeText}/>` : `<${name}${attributeText}>${inside}</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
